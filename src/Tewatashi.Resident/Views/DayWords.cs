using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Resident.Views;

/// <summary>From when to when a counter can be chosen and why, in a resident's words: whole sentences, each with its reason.</summary>
internal static class DayWords
{
    public static IEnumerable<string> Of(SeatMap map) =>
        map.EarliestOn > map.LatestOn ? [] : [.. From(map.Earliest), To(map.Latest)];

    /// <summary>Why no day is earlier.</summary>
    public static IEnumerable<string> From(DayLimit earliest)
    {
        var day = OfficeWords.ShortDay(earliest.On);
        switch (earliest.Reason)
        {
            case DayReason.ChannelLead:
                yield return earliest.BusinessDays == 0 ? ResidentTexts.DaysFrom.Fill(day) : ResidentTexts.DaysFromLead.Fill(earliest.BusinessDays, day);
                break;
            case DayReason.Transfer:
                yield return ResidentTexts.DaysFromTransfer.Fill(earliest.BusinessDays, day);
                break;
            case DayReason.TakenOut:
                yield return ResidentTexts.DaysFromTakenOut.Fill(day);
                break;
            case DayReason.CounterClosed:
                if (earliest.Before is { Reason: DayReason.Transfer } brought) yield return ResidentTexts.DaysTransferTakes.Fill(brought.BusinessDays);
                yield return earliest is { Before: { } before, Closed: { } closed }
                    ? ResidentTexts.DaysFromClosed.Fill(OfficeWords.ShortDay(before.On), closed, day)
                    : ResidentTexts.DaysFromNoHours.Fill(day);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{earliest.Reason} ends a period.");
        }
    }

    private static string To(DayLimit latest) =>
        (latest.Reason == DayReason.Deadline ? ResidentTexts.DaysToDeadline : ResidentTexts.DaysTo).Fill(OfficeWords.ShortDay(latest.On));
}
