using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Counting;
using Tewatashi.Data;
using Tewatashi.Missing;
using Tewatashi.Storage;

namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>棚卸: boxes are drawn, counted blind by scan, compared and settled, while others go on moving cards.</summary>
internal sealed class CountSteps(CustodyFloor floor)
{
    public IEnumerable<WalkSteps.Step> All =>
    [
        new("draw the day's boxes", 1, ProposeAsync),
        new("begin a count", 4, OpenAsync),
        new("scan into a count", 8, ScanAsync),
        new("close a count", 4, CloseAsync),
        new("give up a count", 1, GiveUpAsync),
        new("settle a difference", 6, SettleAsync),
        new("take out an extra card", 2, TakeOutAsync),
        new("begin a search from a count", 2, MissAsync),
    ];

    private static Task<string> ProposeAsync(Walker walker) =>
        walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ProposeCounts>().RunAsync(caller, CancellationToken.None));

    private Task<string> OpenAsync(Walker walker)
    {
        var box = walker.OneOf(floor.Boxes);
        return walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<OpenCount>().RunAsync(new(box), caller, CancellationToken.None));
    }

    /// <summary>Most of what lies in the box, perhaps a card of another and one that nobody knows.</summary>
    private async Task<string> ScanAsync(Walker walker)
    {
        if (await OpenCountAsync(walker) is not { } count) return CustodySteps.Nothing;
        var here = await walker.Office.SeeAsync(context => context.Cards.Where(row => row.LocationId == count.LocationId).OrderBy(row => row.Id).Select(row => row.SerialNumber).ToListAsync());
        var labels = here.Where(_ => walker.Random.Next(20) > 0).ToList();
        if (walker.Random.Next(2) == 0) labels.Add(walker.Card().Card.SerialNumber);
        if (walker.Random.Next(4) == 0) labels.Add(SerialNumber.Parse(FormattableString.Invariant($"ZZZ{walker.Random.Next(5):D6}")));
        if (labels.Count == 0) return CustodySteps.Nothing;
        var scans = labels.ConvertAll(label => new ScanCounted.Scan(Ids.New(), label));
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ScanCounted>().RunAsync(new(count.Id, scans), caller, CancellationToken.None));
    }

    private async Task<string> CloseAsync(Walker walker) => await OpenCountAsync(walker) is { } count
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CloseCount>().RunAsync(new(count.Id), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> GiveUpAsync(Walker walker) => await floor.RowAsync<StockCount>(walker, row => row.EndedAt == null, row => row.Id) is { } count
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<GiveUpCount>().RunAsync(new(count.Id), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    /// <summary>Into the counted box, or into any other.</summary>
    private async Task<string> SettleAsync(Walker walker)
    {
        if (await floor.RowAsync<CountFinding>(walker, row => row.EndReason == null, row => row.Id) is not { } finding) return CustodySteps.Nothing;
        var counted = await walker.Office.SeeAsync(context => context.StockCounts.Where(row => row.Id == finding.CountId).Join(context.Locations, count => count.LocationId, box => box.Id, (_, box) => box.Path).SingleAsync());
        var box = walker.Random.Next(2) == 0 ? LocationPath.Parse(counted) : walker.OneOf(floor.Boxes);
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<SettleFinding>().RunAsync(new(finding.CountId, box, finding.SerialNumber), caller, CancellationToken.None));
    }

    private async Task<string> TakeOutAsync(Walker walker) => await floor.RowAsync<CountFinding>(walker, row => row.EndReason == null && row.Kind == FindingKind.Extra, row => row.Id) is { } finding
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<TakeOutExtra>().RunAsync(new(finding.CountId, finding.Id), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private async Task<string> MissAsync(Walker walker) => await floor.RowAsync<CountFinding>(walker, row => row.EndReason == null && row.Kind == FindingKind.Missing, row => row.Id) is { CardId: { } card } finding
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<MissCard>().RunAsync(new(card, MissingReason.AtCount, finding.Id), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private Task<StockCount?> OpenCountAsync(Walker walker) => floor.RowAsync<StockCount>(walker, row => row.State == CountState.Open, row => row.Id);
}
