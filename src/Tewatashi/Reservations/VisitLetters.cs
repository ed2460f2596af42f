using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Mail;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>Writes the mail that an entry of the outbox stands for, from the visit as it is when it is sent.</summary>
[UseCase(UsedBy.Worker)]
public sealed class VisitLetters(Database database, KeyStore keys)
{
    public abstract record Outcome;

    public sealed record Ready(MailMessage Message) : Outcome;

    /// <summary>Something of the installation is missing.</summary>
    public sealed record NotYet(string Code) : Outcome;

    /// <summary>Nobody needs it any more: the address was erased, or its link is too old.</summary>
    public sealed record Useless(string Code) : Outcome;

    public Task<Outcome> WriteAsync(MunicipalityCode municipality, Guid mailId, string? residentUrl, CancellationToken cancellationToken) =>
        database.ReadAsync<Outcome>(municipality, async context =>
        {
            var mail = await context.Outbox.AsNoTracking().FirstOrDefaultAsync(row => row.Id == mailId && row.State == OutboxState.Waiting, cancellationToken);
            if (mail is null) return new Useless("Gone");
            var contact = await context.Contacts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == mail.ContactId, cancellationToken);
            var address = await context.ContactAddresses.AsNoTracking().FirstOrDefaultAsync(row => row.ContactId == mail.ContactId, cancellationToken);
            var visit = await context.Visits.AsNoTracking().FirstOrDefaultAsync(row => row.Id == mail.VisitId, cancellationToken);
            if (contact is null || address is null || visit is null) return new Useless("Erased");
            var now = database.Clock.GetUtcNow();
            if (mail.Kind == MailKind.Verification && (contact.TokenExpiresAt <= now || contact.VerifiedAt is not null)) return new Useless("LinkOver");

            var rules = await BookingRules.LoadAsync(context, now, cancellationToken);
            var office = await context.Municipalities.AsNoTracking().SingleAsync(row => row.Key == municipality, cancellationToken);
            if (Face(rules.Settings, office.Code, residentUrl) is not { } face) return new NotYet("ResidentUrlMissing");
            var letter = await LetterAsync(context, office, visit, rules, face, cancellationToken);
            var itemKeys = keys.KeysOf(municipality, KeyPurpose.Contact);
            (string, DateTimeOffset)? link = Outbox.SecretOf(mail, itemKeys) is { } secret ? (secret, contact.TokenExpiresAt) : null;
            var replyTo = EmailAddress.TryParse(rules.Settings.ContactMail, out var read) ? read : null;
            return new Ready(new MailMessage(
                mail.Id, ContactAddresses.Open(itemKeys, address), letter.Office.Name, replyTo, letter.Subject(mail.Kind), letter.Body(mail.Kind, now, link), now));
        }, cancellationToken);

    private static async Task<VisitLetter> LetterAsync(
        TewatashiContext context, Municipality office, Visit visit, BookingRules rules, string face, CancellationToken cancellationToken)
    {
        var counter = await context.Counters.AsNoTracking().SingleAsync(row => row.Id == visit.CounterId, cancellationToken);
        var access = await context.Texts.AsNoTracking().Where(row => row.Key == TextKey.Access).OrderByDescending(row => row.Revision).Select(row => row.Body).FirstOrDefaultAsync(cancellationToken);
        var kinds = await context.Reservations.AsNoTracking().Where(row => row.VisitId == visit.Id).OrderBy(row => row.Ordinal).Select(row => row.RecipientKind).ToListAsync(cancellationToken);
        return new VisitLetter(office, rules.Settings, access ?? "", face, visit, counter.Name, counter.Access, kinds, rules.ChangeableUntil(visit.Day));
    }

    private static string? Face(MunicipalitySettings settings, MunicipalityCode code, string? residentUrl) =>
        (settings.ResidentUrl.Length > 0 ? settings.ResidentUrl : residentUrl) is { } address ? $"{address.TrimEnd('/')}/{code.Value}" : null;
}
