using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Papers;
using Tewatashi.Time;

namespace Tewatashi.Notices;

/// <summary>Form, sheet, words and address of a printing, examined before the first password is made.</summary>
internal sealed record PrintPlan(NoticeForm Form, LabelPlacement Placement, NoticeTexts Texts, MunicipalitySettings Settings, MunicipalityCode Code)
{
    /// <summary>What a sheet is when nobody chose one: the smaller of those every label fits on.</summary>
    public static readonly LabelPlacement DefaultPlacement = new(LabelSheet.All.Last(NoticeLabels.Fits));

    /// <returns>The plan, or why nothing can be printed.</returns>
    public static async Task<(PrintPlan? Plan, PrintOutcome? Refusal)> MakeAsync(
        Work work, NoticeBatch batch, LabelPlacement? placement, CancellationToken cancellationToken)
    {
        var municipality = await work.Context.Municipalities.AsNoTracking().SingleAsync(row => row.Key == work.Municipality, cancellationToken);
        var settings = await work.Context.Settings.AsNoTracking().SingleAsync(cancellationToken);
        if (settings.ResidentUrl.Length == 0) return (null, new PrintOutcome.NoAddress());
        var plan = new PrintPlan(
            batch.Form, placement ?? DefaultPlacement, await TextsAsync(work.Context, municipality, settings, batch.Stage > 0, cancellationToken), settings, municipality.Code);
        if (batch.Form == NoticeForm.Label && !NoticeLabels.Fits(plan.Placement.Sheet)) return (null, new PrintOutcome.LabelTooSmall());
        return plan.Texts.Unprintable() is { Count: > 0 } characters ? (null, new PrintOutcome.NotPrintable(characters)) : (plan, null);
    }

    public NoticePaper Paper(SerialNumber serial, ReceptionNumber number, ReceptionPassword password, DateOnly deadlineOn) => new(
        serial.Display, number.Display, password.Display, $"{JapaneseDate.Full(deadlineOn)}まで", NoticeUrl.For(Settings, Code, number));

    private static async Task<NoticeTexts> TextsAsync(
        TewatashiContext context, Municipality municipality, MunicipalitySettings settings, bool reminds, CancellationToken cancellationToken)
    {
        var rows = await context.Texts.AsNoTracking().OrderBy(row => row.Revision)
            .Where(row => row.Key == TextKey.NoticeOpening || row.Key == TextKey.ReminderOpening || row.Key == TextKey.NoticeSender || row.Key == TextKey.WhatToBring || row.Key == TextKey.CannotCome)
            .Select(row => new { row.Key, row.Body }).ToListAsync(cancellationToken);
        string Latest(TextKey key) => rows.LastOrDefault(row => row.Key == key)?.Body ?? "";
        var address = NoticeUrl.PageOf(settings, municipality.Code);
        var texts = new NoticeTexts
        {
            Municipality = municipality.Name,
            Office = Latest(TextKey.NoticeSender),
            Opening = Latest(TextKey.NoticeOpening),
            WhatToBring = Latest(TextKey.WhatToBring),
            CannotCome = Latest(TextKey.CannotCome),
            SiteAddress = address[(address.IndexOf("://", StringComparison.Ordinal) is var at && at >= 0 ? at + 3 : 0)..],
            Telephone = settings.Telephone,
            TelephoneHours = settings.TelephoneHours,
            Fax = settings.Fax,
            Mail = settings.ContactMail,
        };
        return reminds ? texts.Reminding(Latest(TextKey.ReminderOpening)) : texts;
    }
}
