using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Resident.Views;

/// <summary>What a list of counters says of each.</summary>
internal static class PlaceWords
{
    public static string EarliestOf(SeatMap map) =>
        map.Days.FirstOrDefault(day => day.State == SeatDayState.Open) is { } open
            ? ResidentTexts.PlaceEarliest.Fill(OfficeWords.Day(open.Day))
            : ResidentTexts.PlaceNone;
}
