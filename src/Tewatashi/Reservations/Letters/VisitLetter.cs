using System.Diagnostics;
using System.Globalization;
using Tewatashi.Mail;

namespace Tewatashi.Reservations.Letters;

/// <summary>One language of a mail about a visit: the municipality's words around what is always said.</summary>
internal sealed class VisitLetter(LetterFacts facts, MailLanguage language, MailWording wording)
{
    private readonly LetterWords words = LetterWords.Of(language);

    public string Subject => MailWords.Fill(wording.Subject, Values());

    public string Text(MailKind kind, DateTimeOffset now)
    {
        string[] always = kind switch
        {
            MailKind.Verification => Verification(),
            MailKind.Booked or MailKind.Changed or MailKind.FirstReminder or MailKind.LastReminder =>
                [words["MailBookingHeading"], .. Where(), .. Bring(), .. Change(now)],
            MailKind.Cancelled or MailKind.CancelledByOffice => [words["MailBookingHeading"], .. When(), "", words["MailBookAgain"], facts.Face + "/"],
            MailKind.NeedsRebooking => [words["MailBookingHeading"], .. When(), "", words["MailRebook"], facts.Face + "/sign-in?to=reservation"],
            MailKind.Offer => [.. Offer(), .. Bring()],
        };
        var values = Values();
        string[] lines =
        [
            MailWords.Fill(wording.Opening, values), "", .. always,
            .. wording.Closing.Length > 0 ? ["", MailWords.Fill(wording.Closing, values)] : Array.Empty<string>(),
            "", .. Contact(), "", .. Use(),
        ];
        return string.Join('\n', lines) + "\n";
    }

    private LetterVisit Visit => facts.Visit ?? throw new UnreachableException("A mail about a visit without one.");

    private Dictionary<MailWord, string> Values()
    {
        var values = new Dictionary<MailWord, string> { [MailWord.Municipality] = facts.Office.Name, [MailWord.Telephone] = facts.Settings.Telephone };
        if (facts.Visit is not { } visit) return values;
        values[MailWord.Day] = words.Day(visit.Day);
        values[MailWord.Time] = words.Time(visit.StartsAt);
        values[MailWord.Counter] = visit.CounterName;
        values[MailWord.Persons] = visit.Persons.Count.ToString(CultureInfo.InvariantCulture);
        values[MailWord.ChangeableUntil] = words.Instant(visit.ChangeableUntil);
        if (visit.Number is { } number) values[MailWord.ReservationNumber] = number.Display;
        if (visit.AnswerBy is { } until) values[MailWord.AnswerBy] = words.Instant(until);
        return values;
    }

    private string[] Verification()
    {
        var link = facts.Link ?? throw new UnreachableException("A verification without its secret.");
        return [words.Fill("MailVerificationLink", words.Instant(link.Until)), $"{facts.Face}/verify-mail?token={link.Secret}", "", words["MailVerificationNotYou"]];
    }

    private string[] When() =>
    [
        .. Visit.Number is { } number ? [words.Fill("MailNumber", number.Display)] : Array.Empty<string>(),
        words["MailPurpose"],
        words.Fill("MailTime", words.Day(Visit.Day), words.Time(Visit.StartsAt), Visit.Minutes),
        words.Fill("MailCounter", Visit.CounterName),
    ];

    private string[] Where() =>
    [
        .. When(),
        .. new[] { Visit.CounterAccess, facts.Access }.Where(text => text.Length > 0),
        words.Fill("MailPersons", Visit.Persons.Count),
    ];

    private string[] Offer() =>
    [
        words["MailOfferHeading"], .. Where(), "",
        words.Fill("MailOfferAnswer", words.Instant(Visit.AnswerBy ?? throw new UnreachableException("An offer has an end."))),
        facts.Face + "/sign-in?to=waiting", "",
        words["MailOfferSilence"],
    ];

    private IEnumerable<string> Bring()
    {
        yield return "";
        yield return words["MailBringHeading"];
        foreach (var (index, person) in Visit.Persons.Index())
        {
            if (Visit.Persons.Count > 1) yield return words.Fill("MailBringOfPerson", index + 1);
            foreach (var thing in person.Errand?.ThingsToBring.Prepend(person.Errand.Name) ?? words.WhatToBring(facts.Papers, person.RecipientKind)) yield return "・" + thing;
        }

        if (facts.Bring.Count == 0) yield break;
        yield return words.Fill("MailBringOffice", facts.Office.Name);
        foreach (var line in facts.Bring) yield return "・" + line;
    }

    private string[] Change(DateTimeOffset now) =>
    [
        "", words["MailChangeHeading"],
        .. now < Visit.ChangeableUntil ? [words.Fill("MailChange", words.Instant(Visit.ChangeableUntil)), $"{facts.Face}/sign-in"] : new[] { words["MailChangeLater"] },
    ];

    private IEnumerable<string> Contact()
    {
        var settings = facts.Settings;
        yield return words["MailContactHeading"];
        yield return facts.Office.Name;
        if (settings.Telephone.Length > 0)
        {
            yield return words.Fill("MailTelephone", settings.Telephone, settings.TelephoneHours).TrimEnd();
            yield return words["MailRelay"];
        }

        if (settings.Fax.Length > 0) yield return words.Fill("MailFax", settings.Fax);
        if (settings.ContactMail.Length > 0) yield return words.Fill("MailAddress", settings.ContactMail);
    }

    private string[] Use() =>
    [
        words["MailUseHeading"], words.Fill("MailUse", facts.Settings.AddressDays), facts.Face + "/purpose",
        "", words["MailNeverAsked"], words["MailSendOnly"],
    ];
}
