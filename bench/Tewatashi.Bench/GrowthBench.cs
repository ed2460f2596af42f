namespace Tewatashi.Bench;

/// <summary>[growth] Bookings and the public page of places in a municipality with a great many cards and two years of visits behind it, against those in an empty database.</summary>
internal sealed class GrowthBench(Ground empty, Ground grown, Pace pace)
{
    public async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken)
    {
        await using var before = await BookingDesk.OpenAsync(empty, pace.WarmUp / 2, cancellationToken);
        await using var after = await BookingDesk.OpenAsync(grown, pace.WarmUp / 2, cancellationToken);
        var visits = pace.GrownCards * 6 / 10;
        await History.FillAsync(grown.ConnectionString, after.Municipality, pace.GrownCards, visits, cancellationToken);
        await after.BookAsync(after.Seating.Spread, pace.WarmUp / 2, cancellationToken);
        var (limits, rounds) = (new List<Round>(), new List<Round>());
        for (var i = 0; i < pace.Rounds; i++)
        {
            limits.Add(await before.BookAsync(before.Seating.Spread, pace.Round, cancellationToken));
            rounds.Add(await after.BookAsync(after.Seating.Spread, pace.Round, cancellationToken));
        }

        before.OpenMonth(pace.WarmUp / 4);
        after.OpenMonth(pace.WarmUp / 4);
        var (emptyMonths, grownMonths) = (new List<Round>(), new List<Round>());
        for (var i = 0; i < pace.Rounds; i++)
        {
            emptyMonths.Add(before.OpenMonth(pace.Round));
            grownMonths.Add(after.OpenMonth(pace.Round));
        }

        return
        [
            new("growth", FormattableString.Invariant($"bookings/s with {pace.GrownCards} cards and two years with {visits} visits behind it, against the empty database"),
                Load.Median(limits.Select(round => round.PerSecond)), Load.Median(rounds.Select(round => round.PerSecond)), 0.9, Remark: $"{Round.CostOf(rounds)}; empty {Round.CostOf(limits)}"),
            new("growth, places", FormattableString.Invariant($"months of a counter's places/s, {PlacesBench.Clients} clients, with the same behind it, against the empty database"),
                Load.Median(emptyMonths.Select(round => round.PerSecond)), Load.Median(grownMonths.Select(round => round.PerSecond)), 0.9, Remark: $"{Round.CostOf(grownMonths)}; empty {Round.CostOf(emptyMonths)}"),
            await BookingBench.SoldTwiceAsync(grown, after, "growth", cancellationToken),
        ];
    }
}
