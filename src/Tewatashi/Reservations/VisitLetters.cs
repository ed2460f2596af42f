using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Reservations.Letters;

namespace Tewatashi.Reservations;

/// <summary>Writes the mail that an entry of the outbox stands for, from the visit as it is when it is sent.</summary>
[UseCase(UsedBy.Worker)]
public sealed class VisitLetters(Database database, KeyStore keys)
{
    public abstract record Outcome;

    public sealed record Ready(MailMessage Message) : Outcome;

    /// <summary>Something of the installation is missing.</summary>
    public sealed record NotYet(string Code) : Outcome;

    /// <summary>Nobody needs it any more: the address was erased, its link is too old, or the visit is no longer as the mail would say.</summary>
    public sealed record Useless(string Code) : Outcome;

    /// <summary>Handed over before as often as may be, without an answer each time.</summary>
    public sealed record Unsure : Outcome;

    public Task<Outcome> WriteAsync(MunicipalityCode municipality, Guid mailId, string? residentUrl, CancellationToken cancellationToken) =>
        database.ReadAsync<Outcome>(municipality, async context =>
        {
            var mail = await context.Outbox.AsNoTracking().FirstOrDefaultAsync(row => row.Id == mailId && row.State == OutboxState.Waiting, cancellationToken);
            if (mail is null) return new Useless("Gone");
            if (mail.Unanswered > OutboxMail.MostUnanswered) return new Unsure();
            var contact = await context.Contacts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == mail.ContactId, cancellationToken);
            var address = await context.ContactAddresses.AsNoTracking().FirstOrDefaultAsync(row => row.ContactId == mail.ContactId, cancellationToken);
            if (contact is null || address is null) return new Useless("Erased");
            var visit = mail.VisitId is { } visitId ? await context.Visits.AsNoTracking().FirstOrDefaultAsync(row => row.Id == visitId, cancellationToken) : null;
            var now = database.Clock.GetUtcNow();
            if (await WhyUselessAsync(context, mail, contact, visit, now, cancellationToken) is { } code) return new Useless(code);

            var rules = await BookingRules.LoadAsync(context, now, cancellationToken);
            var office = await context.Municipalities.AsNoTracking().SingleAsync(row => row.Key == municipality, cancellationToken);
            if (Face(rules.Settings, office.Code, residentUrl) is not { } face) return new NotYet("ResidentUrlMissing");
            var itemKeys = keys.KeysOf(municipality, KeyPurpose.Contact);
            var link = Outbox.SecretOf(mail, itemKeys) is { } secret ? new LetterLink(secret, contact.TokenExpiresAt) : null;
            var texts = await MunicipalityTexts.CurrentAsync(context, cancellationToken);
            var facts = new LetterFacts(office, rules.Settings, texts[TextKey.Access].Body, await PaperRules.LoadAsync(context, cancellationToken), texts[TextKey.WhatToBring].OwnLines(), face,
                visit is null ? null : await LetterVisits.OfAsync(context, visit, rules, cancellationToken), link);
            var wordings = await MailTexts.OfAsync(context, mail.Kind, cancellationToken);
            var (subject, text) = WholeLetter.Of(facts, mail.Kind, language => wordings[language], now);
            var replyTo = EmailAddress.TryParse(rules.Settings.ContactMail, out var read) ? read : null;
            return new Ready(new MailMessage(mail.Id, ContactAddresses.Open(itemKeys, address), office.Name, replyTo, subject, text, LetterCalendar.Of(facts, mail.Kind, now), now));
        }, cancellationToken);

    /// <summary>Why a mail would say what is no longer so; null where it says what is.</summary>
    private static async Task<string?> WhyUselessAsync(
        TewatashiContext context, OutboxMail mail, Contact contact, Visit? visit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (mail.Kind == MailKind.Verification) return contact.TokenExpiresAt <= now || contact.VerifiedAt is not null ? "LinkOver" : null;
        if (visit is null) return "Gone";
        var taken = visit.Seat == SeatState.Taken;
        return mail.Kind switch
        {
            MailKind.Verification or MailKind.Cancelled or MailKind.CancelledByOffice or MailKind.NeedsRebooking => null,
            MailKind.Booked or MailKind.Changed => taken ? null : "VisitOver",
            // Cancelled or moved to another day since the reminder was made: the new day has a reminder of its own.
            MailKind.FirstReminder or MailKind.LastReminder => taken && visit.Day == mail.ForDay ? null : "VisitOver",
            MailKind.Offer => await context.SeatOffers.AnyAsync(row => row.VisitId == visit.Id && row.EndedAt == null && row.ExpiresAt > now, cancellationToken) ? null : "OfferOver",
        };
    }

    private static string? Face(MunicipalitySettings settings, MunicipalityCode code, string? residentUrl) =>
        (settings.ResidentUrl.Length > 0 ? settings.ResidentUrl : residentUrl) is { } address ? $"{address.TrimEnd('/')}/{code.Value}" : null;
}
