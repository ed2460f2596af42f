using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Time;

namespace Tewatashi.Reservations.Letters;

/// <summary>Shows a mail as a resident would get it, with a visit made up for the purpose: nobody's record.</summary>
[UseCase(UsedBy.Staff)]
public sealed class PreviewMail(Database database)
{
    private const string SampleNumber = "0000000000";

    public sealed record Shown(string Subject, string Text);

    public Task<Shown> RunAsync(MunicipalityCode municipality, MailKind kind, MailLanguage language, MailWording wording, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context =>
        {
            var now = database.Clock.GetUtcNow();
            var rules = await BookingRules.LoadAsync(context, now, cancellationToken);
            var office = await context.Municipalities.AsNoTracking().SingleAsync(row => row.Key == municipality, cancellationToken);
            var counter = await context.Counters.AsNoTracking().OrderBy(row => row.Code).FirstOrDefaultAsync(cancellationToken);
            var texts = await MunicipalityTexts.CurrentAsync(context, cancellationToken);
            var day = rules.EarliestOn(Channel.Web);
            var visit = new LetterVisit(
                Guid.Empty, 1, ReservationNumber.Parse(SampleNumber), day, new TimeOnly(10, 0), rules.Settings.MinutesPerPerson, counter?.Name ?? "見本窓口", counter?.Access ?? "",
                [new LetterPerson(RecipientKind.Applicant)], rules.ChangeableUntil(day), kind == MailKind.Offer ? OfferSample(now, rules) : null);
            var url = rules.Settings.ResidentUrl.Length > 0 ? rules.Settings.ResidentUrl : "https://yoyaku.example.jp";
            var facts = new LetterFacts(
                office, rules.Settings, texts[TextKey.Access].Body, await PaperRules.LoadAsync(context, cancellationToken), texts[TextKey.WhatToBring].OwnLines(), $"{url}/{office.Code.Value}", kind == MailKind.Verification ? null : visit,
                kind == MailKind.Verification ? new LetterLink("mihon", now + RegisterMailAddress.LinkTime) : null);
            var letter = new VisitLetter(facts, language, ChangeMailText.Tidy(wording));
            return new Shown(letter.Subject, letter.Text(kind, now));
        }, cancellationToken);

    private static DateTimeOffset OfferSample(DateTimeOffset now, BookingRules rules) =>
        JapanTime.InstantOf(JapanTime.DateOf(now).AddDays(1), new TimeOnly(10, 0)).AddMinutes(rules.Settings.OfferMinutes % 60);
}
