using System.Diagnostics;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Texts;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Reservations;

/// <summary>What a mail about a visit says. Never a name, a birthday, 製造管理番号 or 受付番号.</summary>
/// <param name="Face">The resident face of this municipality, without a closing slash.</param>
/// <param name="Kinds">受取人種別 of each person, in their order.</param>
/// <param name="ChangeableUntil">Not included.</param>
internal sealed record VisitLetter(
    Municipality Office, MunicipalitySettings Settings, string Access, string Face, Visit Visit, string CounterName, string CounterAccess, IReadOnlyList<RecipientKind> Kinds, DateTimeOffset ChangeableUntil)
{
    public string Subject(MailKind kind) => SubjectOf(kind).Fill(Office.Name);

    /// <param name="link">Of a verification: the secret and until when it works.</param>
    public string Body(MailKind kind, DateTimeOffset now, (string Secret, DateTimeOffset Until)? link = null)
    {
        IEnumerable<string> lines = kind switch
        {
            MailKind.Verification => Verification(link ?? throw new UnreachableException("A verification without its secret.")),
            MailKind.Booked => [VisitTexts.MailBookedOpening, "", .. Where(), .. Bring(), .. Change(now)],
            MailKind.Changed => [VisitTexts.MailChangedOpening, "", .. Where(), .. Bring(), .. Change(now)],
            MailKind.Cancelled => [VisitTexts.MailCancelledOpening, "", .. When(), "", VisitTexts.MailBookAgain, Face + "/"],
        };
        return string.Join('\n', [.. lines, "", .. Contact()]) + "\n";
    }

    private static string SubjectOf(MailKind kind) => kind switch
    {
        MailKind.Verification => VisitTexts.MailVerificationSubject,
        MailKind.Booked => VisitTexts.MailBookedSubject,
        MailKind.Changed => VisitTexts.MailChangedSubject,
        MailKind.Cancelled => VisitTexts.MailCancelledSubject,
    };

    private string[] Verification((string Secret, DateTimeOffset Until) link) =>
    [
        VisitTexts.MailVerificationOpening.Fill(Office.Name), "",
        VisitTexts.MailVerificationLink.Fill(OfficeWords.Instant(link.Until)),
        $"{Face}/verify-mail?token={link.Secret}", "",
        VisitTexts.MailVerificationNotYou,
    ];

    private string[] When() =>
    [
        VisitTexts.MailNumber.Fill(Visit.ReservationNumber.Display),
        VisitTexts.MailTime.Fill(JapaneseDate.Full(Visit.Day), OfficeWords.Time(Visit.StartsAt), Visit.Minutes),
        VisitTexts.MailCounter.Fill(CounterName),
    ];

    private string[] Where() =>
    [
        .. When(),
        .. new[] { CounterAccess, Access }.Where(text => text.Length > 0),
        VisitTexts.MailPersons.Fill(Kinds.Count),
    ];

    private IEnumerable<string> Bring()
    {
        yield return "";
        yield return VisitTexts.MailBringHeading;
        foreach (var (index, kind) in Kinds.Index())
        {
            if (Kinds.Count > 1) yield return VisitTexts.MailBringOfPerson.Fill(index + 1);
            foreach (var thing in WhatToBring.For(kind)) yield return "・" + thing;
        }
    }

    private string[] Change(DateTimeOffset now) =>
    [
        "", VisitTexts.MailChangeHeading,
        .. now < ChangeableUntil ? [VisitTexts.MailChange.Fill(OfficeWords.Instant(ChangeableUntil)), $"{Face}/sign-in"] : new[] { VisitTexts.MailChangeLater },
    ];

    private IEnumerable<string> Contact()
    {
        yield return VisitTexts.MailContactHeading;
        yield return Office.Name;
        if (Settings.Telephone.Length > 0)
        {
            yield return VisitTexts.MailTelephone.Fill(Settings.Telephone, Settings.TelephoneHours).TrimEnd();
            yield return VisitTexts.MailRelay;
        }

        if (Settings.Fax.Length > 0) yield return VisitTexts.MailFax.Fill(Settings.Fax);
        if (Settings.ContactMail.Length > 0) yield return VisitTexts.MailAddress.Fill(Settings.ContactMail);
        yield return "";
        yield return VisitTexts.MailNeverAsked;
        yield return VisitTexts.MailSendOnly;
    }
}
