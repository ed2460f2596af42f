using Tewatashi.Counters;
using Tewatashi.Reservations;
using Tewatashi.Storage;

namespace Tewatashi.Imports;

/// <summary>
/// What only a file of an existing stock can get wrong. A row is refused rather than taken without its storage place or its
/// booking: a person is going to come on that day, and the file can be read again once the place or the hours are there.
/// </summary>
internal sealed class StockCheck(ImportRules rules)
{
    public List<RowProblem> ProblemsOf(ShipmentRow row)
    {
        var problems = new List<RowProblem>();
        void Add(ImportField field, string reason) => problems.Add(new RowProblem(row.Line, rules.NameOf(field), reason));

        if (row.Location is not null && LocationOf(row) is null)
            Add(ImportField.Location, "この保管場所は登録されていません。先に保管場所を登録するか、登録してある名(例: H-V1-03-12)で書いてください。");
        else if (LocationOf(row) is { } location && location.Capacity is null)
            Add(ImportField.Location, "カードを入れられる保管場所(箱か位置)まで書いてください。");

        if (row.NotifiedOn > rules.Today) Add(ImportField.NotifiedOn, "今日より後の日付です。発送した日を書いてください。");
        if (IsToCome(row) && CounterOf(row) is null)
            Add(ImportField.Counter, "予約を引き継ぐには、登録済みの交付窓口のコードが要ります。");
        else if (SeatOf(row) is { } seat && !IsOpen(seat))
            Add(ImportField.ReservedFor, "交付窓口が開いていない日時です。開庁時間と休庁日を確かめてください。");

        return problems;
    }

    public IEnumerable<RowProblem> WarningsOf(ShipmentRow row)
    {
        if (row.ReservedFor is null) yield break;
        if (!IsToCome(row))
            yield return new RowProblem(row.Line, rules.NameOf(ImportField.ReservedFor), "過ぎた日時です。予約は引き継がず、カードだけを取り込みます。");
        else if (row.ReservationNumber is { } number && !ReservationNumber.TryParse(number, out _))
            yield return new RowProblem(row.Line, rules.NameOf(ImportField.ReservationNumber), "この番号の形は使えません。新しい予約番号を付けます。");
    }

    public Location? LocationOf(ShipmentRow row) =>
        row.Location is { } path && rules.Locations.TryGetValue(path, out var location) && !location.Retired ? location : null;

    /// <summary>The share of the grid that the row's booking takes; null where there is none to take over.</summary>
    public SeatSpan? SeatOf(ShipmentRow row)
    {
        if (!IsToCome(row) || CounterOf(row) is not { } counter) return null;
        var grid = counter.GridMinutes;
        var minutes = (rules.Settings.MinutesPerPerson + grid - 1) / grid * grid;
        return new SeatSpan(counter.Id, counter.BuildingId, row.ReservedFor!.Value.On, row.ReservedFor.Value.At, minutes, grid, OnWeb: false); // to come, so there
    }

    private bool IsOpen(SeatSpan seat)
    {
        var counter = rules.Calendar.Counters.First(counter => counter.Id == seat.CounterId);
        var from = SeatSpan.MinuteOf(seat.StartsAt);
        return rules.Calendar.StretchesOf(counter, seat.Day).Any(stretch =>
            SeatSpan.MinuteOf(stretch.OpensAt) is var opens
            && from >= opens && from + seat.Minutes <= SeatSpan.MinuteOf(stretch.ClosesAt) && (from - opens) % seat.GridMinutes == 0);
    }

    private Counter? CounterOf(ShipmentRow row) =>
        row.Counter is { } code && rules.Counters.TryGetValue(code, out var counter) && counter.Active ? counter : null;

    private bool IsToCome(ShipmentRow row) => row.ReservedFor is { } visit && Time.JapanTime.InstantOf(visit.On, visit.At) > rules.Now;
}
