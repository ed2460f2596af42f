using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Tewatashi.Transfers;

namespace Tewatashi.Tests;

/// <summary>The examination of the whole database: silent where all is well, and each rule speaks when it is broken.</summary>
public sealed class CheckTests
{
    /// <summary>A name, and how the rows are bent so that exactly this rule is broken; what no index or check of the database stops by itself.</summary>
    private static readonly Dictionary<string, Func<TewatashiContext, Task<int>>> Bent = new()
    {
        ["カードの場所は、移動の記録をたどった終わりに等しい"] = context => Stored(context)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PlaceKind, PlaceKind.None).SetProperty(row => row.LocationId, (Guid?)null)),
        ["カードの進捗と場所は矛盾しない"] = context => Stored(context).ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.Received)),
        ["保管場所には定員までのカードがある"] = context => context.Locations.Where(row => row.Capacity != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Capacity, 0)),
        ["カードは箱または位置に置かれている"] = context => context.Locations.ExecuteUpdateAsync(set => set.SetProperty(row => row.Capacity, (int?)null)),
        ["受入を完了した発送に未着のカードはない"] = context => context.Cards.ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.Expected)),
        ["終わっていないカードには申請者がある"] = async context =>
        {
            var card = await context.Cards.AsNoTracking().FirstAsync();
            context.Add(new Card
            {
                Municipality = card.Municipality,
                Id = Ids.New(),
                SerialNumber = SerialNumber.Parse("XYZ000001"),
                DispatchNumber = card.DispatchNumber,
                ImportId = card.ImportId,
                Ordinal = 99,
                Progress = CardProgress.Prepared,
                Route = CardRoute.Counter,
                PlaceKind = PlaceKind.None,
                PlacedAt = card.PlacedAt,
                Fingerprint = card.Fingerprint,
                AddedAt = card.AddedAt,
            });
            return await context.SaveChangesAsync();
        },
        ["カードの移動は操作ログにある"] = async context =>
        {
            var card = await Stored(context).FirstAsync();
            context.Add(new Movement
            {
                Municipality = card.Municipality,
                Id = Ids.New(),
                CardId = card.Id,
                At = card.PlacedAt.AddMinutes(1),
                FromKind = PlaceKind.Storage,
                FromLocationId = card.LocationId,
                ToKind = PlaceKind.Storage,
                ToLocationId = card.LocationId,
                ActorId = "nobody",
            });
            return await context.SaveChangesAsync();
        },
        ["有効な通知のあるカードは交付前設定済である"] = context => context.Cards
            .Where(row => context.Notices.Any(notice => notice.CardId == row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.Inspected)),
        ["通知の状態と日付は矛盾しない"] = context => context.Notices.ExecuteUpdateAsync(set => set.SetProperty(row => row.SentOn, (DateOnly?)null)),
        ["発行済の束のカードには、その束の通知がある"] = async context =>
        {
            var notice = await context.Notices.FirstAsync();
            context.Add(new NoticeBatchCard { Municipality = notice.Municipality, BatchId = notice.BatchId, CardId = await Stored(context).Select(row => row.Id).FirstAsync(), Ordinal = 98, State = BatchCardState.Issued });
            return await context.SaveChangesAsync();
        },
        ["枠の予約済み数は、有効な予約の数に等しい"] = context => context.Cells.Where(row => row.Taken == 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.Taken, 2)),
        ["有効な予約は、その時間の枠をすべて取っている"] = context => context.Visits.ExecuteUpdateAsync(set => set.SetProperty(row => row.Day, new DateOnly(2027, 1, 12))),
        ["予約の状態と枠の状態は矛盾しない"] = context => context.Reservations.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReservationState.Lapsed)),
        ["窓口で交付したカードには交付の記録がある"] = context => Stored(context)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PlaceKind, PlaceKind.WithResident).SetProperty(row => row.LocationId, (Guid?)null)),
        ["完了した予約には交付の記録がある"] = context => context.Reservations.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReservationState.Completed)),
        ["来庁した予約には受付の時刻がある"] = context => context.Reservations.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReservationState.CheckedIn)),
        ["移送の指示には、移送先の庁舎での有効な予約がある"] = context => PlantTransferAsync(context, endedAt: null),
        ["終わった移送の指示には終わりの時刻がある"] = context => PlantTransferAsync(context, endedAt: DateTimeOffset.UnixEpoch),
        ["予約した来庁は操作ログにある"] = async context =>
        {
            var visit = await context.Visits.AsNoTracking().FirstAsync();
            context.Add(new Visit
            {
                Municipality = visit.Municipality,
                Id = Ids.New(),
                ReservationNumber = ReservationNumber.New(),
                CounterId = visit.CounterId,
                BuildingId = visit.BuildingId,
                Day = visit.Day,
                StartsAt = visit.StartsAt,
                Minutes = 15,
                GridMinutes = 15,
                Channel = Channel.Web,
                Seat = SeatState.Released,
                CreatedAt = visit.CreatedAt,
                BookedAt = visit.CreatedAt,
            });
            return await context.SaveChangesAsync();
        },
    };

    public static TheoryData<Engine, string> Plants
    {
        get
        {
            var data = new TheoryData<Engine, string>();
            foreach (var name in Bent.Keys)
            {
                data.Add(Engine.Sqlite, name);
                data.Add(Engine.Postgres, name);
            }

            return data;
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Check_of_an_office_at_work_finds_nothing(Engine engine)
    {
        await using var office = await AtWorkAsync(engine);

        var result = await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None);

        Assert.Empty(result.Violations);
        Assert.Equal(Check.Invariants.Count, result.Invariants);
    }

    [Theory, MemberData(nameof(Plants))]
    public async Task Check_after_a_rule_was_broken_names_it(Engine engine, string rule)
    {
        await using var office = await AtWorkAsync(engine);

        Assert.NotEqual(0, await office.Staff<Database>().UnrecordedAsync(office.Municipality, Bent[rule]));

        var result = await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None);
        Assert.Contains(rule, result.Violations.Select(violation => violation.Invariant));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Check_of_one_municipality_does_not_name_another(Engine engine)
    {
        await using var office = await AtWorkAsync(engine);
        await using var other = await AtWorkAsync(engine);
        await other.Staff<Database>().UnrecordedAsync(other.Municipality, Bent["カードの進捗と場所は矛盾しない"]);

        var check = new Check(office.Provider);

        Assert.Empty((await check.RunAsync(office.Municipality, CancellationToken.None)).Violations);
        Assert.Contains((await check.RunAsync(null, CancellationToken.None)).Violations, violation => violation.Municipality == other.Municipality);
    }

    /// <summary>Two cards on the shelf, two with notices, one of them booked.</summary>
    private static async Task<TestOffice> AtWorkAsync(Engine engine)
    {
        var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync();
        foreach (var card in await office.AddCardsAsync(2)) await office.StoreAsync(boxes[0], card);
        var counter = await office.AddCounterAsync();
        var notified = await office.AddNotifiedCardsAsync(2);
        await office.BookAsync(notified[0], counter, TestCounters.FirstWebDay, new TimeOnly(10, 0));
        return office;
    }

    /// <summary>An order for a card of the visit to the office in which it is booked, a day too late.</summary>
    private static async Task<int> PlantTransferAsync(TewatashiContext context, DateTimeOffset? endedAt)
    {
        var reservation = await context.Reservations.AsNoTracking().FirstAsync(row => row.State == ReservationState.Booked);
        var visit = await context.Visits.AsNoTracking().SingleAsync(row => row.Id == reservation.VisitId);
        context.Add(new TransferOrder
        {
            Municipality = visit.Municipality,
            Id = Ids.New(),
            CardId = reservation.CardId,
            VisitId = visit.Id,
            FromBuildingId = visit.BuildingId,
            ToBuildingId = visit.BuildingId,
            NeededOn = visit.Day.AddDays(1),
            State = TransferState.Ordered,
            OrderedAt = visit.CreatedAt,
            EndedAt = endedAt,
        });
        return await context.SaveChangesAsync();
    }

    private static IQueryable<Card> Stored(TewatashiContext context) => context.Cards.Where(row => row.PlaceKind == PlaceKind.Storage);
}
