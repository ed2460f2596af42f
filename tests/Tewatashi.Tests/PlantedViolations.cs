using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Post;
using Tewatashi.Imports.Changes;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Storage;
using Tewatashi.Transfers;
using Tewatashi.Vaults;

namespace Tewatashi.Tests;

/// <summary>
/// For each rule of <see cref="Check"/>, how rows are bent behind the use cases so that it is broken. The office they are bent in has two
/// cards on the shelf and two with notices, one of them booked.
/// </summary>
internal static class PlantedViolations
{
    /// <summary>What no index or check of the database stops by itself.</summary>
    public static readonly IReadOnlyDictionary<string, Func<TewatashiContext, Task<int>>> Open = new Dictionary<string, Func<TewatashiContext, Task<int>>>
    {
        ["進捗・場所・通知・予約の組み合わせは、表にあるものだけである"] = context => context.Cards
            .Where(row => context.Reservations.Any(live => live.CardId == row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.HandedOver)),
        ["本人確認書類の表には、すべての場合がある"] = context => context.PaperRules.Where(row => row.PaperCase == PaperCase.SubProxy)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RepresentativePapers, (PaperSets?)null)),
        ["カードの場所は、移動の記録をたどった終わりに等しい"] = context => Stored(context)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PlaceKind, PlaceKind.None).SetProperty(row => row.LocationId, (Guid?)null)),
        ["カードの進捗と場所は矛盾しない"] = context => Stored(context).ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.Received)),
        ["カードの進捗は、その歩みの日時と矛盾しない"] = context => Stored(context).ExecuteUpdateAsync(set => set.SetProperty(row => row.PreparedAt, (DateTimeOffset?)null)),
        ["検品と交付前設定は操作ログにある"] = context => Stored(context).ExecuteUpdateAsync(set => set.SetProperty(row => row.InspectedAt, DateTimeOffset.UnixEpoch)),
        ["保管場所には定員までのカードがある"] = context => context.Locations.Where(row => row.Capacity != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Capacity, 0)),
        ["カードは箱または位置に置かれている"] = context => context.Locations.ExecuteUpdateAsync(set => set.SetProperty(row => row.Capacity, (int?)null)),
        ["使っている位置のある箱には、カードを直接入れない"] = async context =>
        {
            var box = await context.Locations.AsNoTracking().FirstAsync(row => row.Capacity != null);
            context.Add(new Location { Municipality = box.Municipality, Id = Ids.New(), ParentId = box.Id, Kind = LocationKind.Position, Path = box.Path + "-01", Name = "位置01", Capacity = 1 });
            return await context.SaveChangesAsync();
        },
        ["受入を完了した発送に未着のカードはなく、あれば不足として2人が確かめている"] = context => context.Cards.ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.Expected)),
        ["受入を完了した発送の箱は、2人が空と確かめている"] = async context =>
        {
            var shipment = await context.Shipments.AsNoTracking().FirstAsync(row => row.State == ShipmentState.Closed);
            context.Add(new ShipmentBox { Municipality = shipment.Municipality, Id = Ids.New(), ShipmentId = shipment.Id, Ordinal = 1, ArrivedAt = shipment.ReceivedAt });
            return await context.SaveChangesAsync();
        },
        ["届かなかったカードは、2人が不足をそのとおりに終えたものである"] = context => context.Cards.Where(row => row.Progress == CardProgress.Expected || row.Progress == CardProgress.Prepared)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, CardProgress.NeverSent)),
        ["開錠・施錠の記録は、保管庫のものである"] = async context =>
        {
            var box = await context.Locations.AsNoTracking().FirstAsync(row => row.Kind == LocationKind.Box);
            context.Add(new VaultOpening { Municipality = box.Municipality, Id = Ids.New(), LocationId = box.Id, UnlockedAt = DateTimeOffset.UnixEpoch, UnlockedBy = "nobody" });
            return await context.SaveChangesAsync();
        },
        ["不足としたカードは、検品されたら不足でなくなる"] = async context =>
        {
            var card = await Stored(context).FirstAsync();
            context.Add(new ShipmentFinding
            {
                Municipality = card.Municipality,
                Id = Ids.New(),
                ShipmentId = card.ShipmentId!.Value,
                Kind = ShipmentFindingKind.Missing,
                SerialNumber = card.SerialNumber,
                CardId = card.Id,
                Scans = 0,
                FoundAt = card.AddedAt,
                FoundBy = "nobody",
            });
            return await context.SaveChangesAsync();
        },
        ["再作成で替わったカードは、保留であるか終わっている"] = async context =>
        {
            var cards = await Stored(context).Take(2).ToListAsync();
            context.Add(new RemadeCard { Municipality = cards[0].Municipality, Id = Ids.New(), OldCardId = cards[0].Id, NewCardId = cards[1].Id, LinkedAt = cards[0].AddedAt, LinkedBy = "nobody" });
            return await context.SaveChangesAsync();
        },
        ["終わった異動リストには、これからの行がない"] = context => PlantChangeAsync(context, ChangeRowState.Open),
        ["異動リストで確かめたカードには、その記録がある"] = context => PlantChangeAsync(context, ChangeRowState.Suspended),
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
        ["通知の再通知の段階は、その束の段階に等しい"] = context => context.NoticeBatches.ExecuteUpdateAsync(set => set.SetProperty(row => row.Stage, 1)),
        ["再通知の前に、1つ前の段階の通知を送っている"] = context => context.Notices.ExecuteUpdateAsync(set => set.SetProperty(row => row.Stage, 1)),
        ["発行済の束のカードには、その束の通知がある"] = async context =>
        {
            var notice = await context.Notices.FirstAsync();
            context.Add(new NoticeBatchCard { Municipality = notice.Municipality, BatchId = notice.BatchId, CardId = await Stored(context).Select(row => row.Id).FirstAsync(), Ordinal = 98, State = BatchCardState.Issued });
            return await context.SaveChangesAsync();
        },
        ["1つの窓口の1週間の開庁時間は重ならない"] = async context =>
        {
            var hours = await context.OpeningHours.AsNoTracking().FirstAsync();
            context.Add(new OpeningHours
            {
                Municipality = hours.Municipality,
                Id = Ids.New(),
                CounterId = hours.CounterId,
                Weekday = hours.Weekday,
                OpensAt = hours.ClosesAt.AddHours(-1),
                ClosesAt = hours.ClosesAt.AddHours(1),
                Booths = 1,
                EffectiveOn = hours.EffectiveOn,
            });
            return await context.SaveChangesAsync();
        },
        ["1つの窓口の1日の臨時の開庁時間は重ならない"] = async context =>
        {
            var counter = await context.Counters.AsNoTracking().FirstAsync();
            context.AddRange(new[] { 9, 11 }.Select(hour => new SpecialHours
            {
                Municipality = counter.Municipality,
                Id = Ids.New(),
                CounterId = counter.Id,
                Day = new DateOnly(2026, 12, 5),
                OpensAt = new TimeOnly(hour, 0),
                ClosesAt = new TimeOnly(hour + 3, 0),
                Booths = 1,
                Replaces = false,
            }));
            return await context.SaveChangesAsync();
        },
        ["同じ休庁日は1つまで"] = async context =>
        {
            var counter = await context.Counters.AsNoTracking().FirstAsync();
            context.AddRange(Enumerable.Range(0, 2).Select(_ => new Closure { Municipality = counter.Municipality, Id = Ids.New(), Day = new DateOnly(2026, 12, 5), Reason = "点検のため" }));
            return await context.SaveChangesAsync();
        },
        ["枠の予約済み数は、有効な予約の数に等しい"] = context => context.Cells.Where(row => row.Taken == 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.Taken, 2)),
        ["有効な予約は、その時間の枠をすべて取っている"] = context => context.Visits.ExecuteUpdateAsync(set => set.SetProperty(row => row.Day, new DateOnly(2027, 1, 12))),
        ["予約の状態と枠の状態は矛盾しない"] = context => context.Reservations.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReservationState.Lapsed)),
        ["予約の時間は、来る人の時間の合計に等しい"] = context => context.Reservations.ExecuteUpdateAsync(set => set.SetProperty(row => row.Minutes, 40)),
        ["要日時変更の予約は、枠を持たず、いつからかが分かる"] = context => context.Reservations.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReservationState.NeedsRebooking)),
        ["交付したカードには、交付か配達の記録が1つある"] = context => Stored(context)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PlaceKind, PlaceKind.WithResident).SetProperty(row => row.LocationId, (Guid?)null)),
        ["完了した予約には交付の記録がある"] = context => context.Reservations.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReservationState.Completed)),
        ["来庁した予約には受付の時刻がある"] = context => context.Reservations.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReservationState.CheckedIn)),
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
        ["予約による移送の指示には、移送先の庁舎での有効な予約がある"] = context => PlantTransferAsync(context, endedAt: null),
        ["終わった移送の指示には終わりの時刻がある"] = context => PlantTransferAsync(context, endedAt: DateTimeOffset.UnixEpoch),
        ["交付の記録は、そのカードの完了した予約に付いている"] = context => AddHandOverAsync(context),
        ["交付は操作ログにある"] = context => AddHandOverAsync(context),
        ["取り消した交付の予約は、交付取消で終わっている"] = context => AddHandOverAsync(context, cancelled: true),
        ["交付取消は操作ログにある"] = context => AddHandOverAsync(context, cancelled: true),
    };

    /// <summary>What the database's own indexes and checks forbid: planted where these were taken away, as in a file that somebody repaired by hand.</summary>
    public static readonly IReadOnlyDictionary<string, Func<TewatashiContext, Task<int>>> Guarded = new Dictionary<string, Func<TewatashiContext, Task<int>>>
    {
        ["1枚のカードの有効な通知は1つまで"] = async context =>
        {
            var notice = await context.Notices.AsNoTracking().FirstAsync();
            context.Add(new Notice
            {
                Municipality = notice.Municipality,
                Id = Ids.New(),
                CardId = notice.CardId,
                BatchId = notice.BatchId,
                Ordinal = 97,
                Sequence = 2,
                ReceptionNumber = ReceptionNumber.New(),
                PasswordSalt = notice.PasswordSalt,
                PasswordHash = notice.PasswordHash,
                State = notice.State,
                IssuedAt = notice.IssuedAt,
                SentOn = notice.SentOn,
                DeadlineOn = notice.DeadlineOn,
            });
            return await context.SaveChangesAsync();
        },
        ["1枚のカードが通知を待つ束は1つまで"] = async context =>
        {
            var card = await Stored(context).Select(row => row.Id).FirstAsync();
            var first = await context.NoticeBatches.AsNoTracking().FirstAsync();
            var second = new NoticeBatch { Municipality = first.Municipality, Id = Ids.New(), Name = "別の束", Form = first.Form, NeedsMatching = false, DeadlineOn = first.DeadlineOn, CreatedAt = first.CreatedAt };
            context.Add(second);
            context.AddRange(new[] { first.Id, second.Id }.Select(batch => new NoticeBatchCard { Municipality = first.Municipality, BatchId = batch, CardId = card, Ordinal = 96, State = BatchCardState.Waiting }));
            return await context.SaveChangesAsync();
        },
        ["引受番号には、記録してよいとした決定の番号がある"] = async context =>
        {
            var card = await Stored(context).AsNoTracking().FirstAsync();
            if (context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal)) await context.Database.ExecuteSqlRawAsync("PRAGMA ignore_check_constraints = ON"); // a context has one
            context.Add(new Posting
            {
                Municipality = card.Municipality,
                Id = Ids.New(),
                CardId = card.Id,
                State = PostingState.Posted,
                TrackingNumber = TrackingNumber.Parse("12345678901"),
                PostedAt = card.PlacedAt,
                PostedBy = Ids.New(),
            });
            return await context.SaveChangesAsync();
        },
        ["代理の方だけへの交付と例外には、二人目の職員がいる"] = context => AddHandOverAsync(context, exceptions: HandOverExceptions.Proxy),
        ["廃止登録済のカードと、終わったカードには、有効な予約も通知もない"] = context => context.Cards
            .Where(row => context.Reservations.Any(live => live.CardId == row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Suspension, Suspension.Abolished)),
        ["枠は定員を超えない"] = async context =>
        {
            if (context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal)) await context.Database.ExecuteSqlRawAsync("PRAGMA ignore_check_constraints = ON"); // a context has one
            return await context.Cells.Where(row => row.Taken == 1).ExecuteUpdateAsync(set => set.SetProperty(row => row.Taken, row => row.Capacity + 1));
        },
        ["1枚のカードの有効な予約は1つまで"] = async context =>
        {
            var booked = await context.Reservations.AsNoTracking().FirstAsync(row => row.State == ReservationState.Booked);
            context.Add(new Reservation
            {
                Municipality = booked.Municipality,
                Id = Ids.New(),
                VisitId = booked.VisitId,
                CardId = booked.CardId ?? throw new InvalidOperationException("The booking is for a card."),
                Ordinal = 2,
                RecipientKind = RecipientKind.Applicant,
                Minutes = booked.Minutes,
                State = ReservationState.Booked,
            });
            return await context.SaveChangesAsync();
        },
        ["1つの操作番号は1度だけ記録される"] = async context =>
        {
            var (any, operation) = (await context.Audit.AsNoTracking().FirstAsync(), Ids.New());
            context.AddRange(Enumerable.Range(0, 2).Select(_ => new AuditEntry
            {
                Municipality = any.Municipality,
                Id = Ids.New(),
                At = any.At,
                ActorKind = any.ActorKind,
                ActorId = any.ActorId,
                Source = any.Source,
                Operation = OperationKind.BookReservation,
                Outcome = "Booked",
                OperationId = operation,
            }));
            return await context.SaveChangesAsync();
        },
    };

    /// <summary>A card that lies on the shelf.</summary>
    private static IQueryable<Card> Stored(TewatashiContext context) => context.Cards.Where(row => row.PlaceKind == PlaceKind.Storage);

    /// <summary>An order for a card of the visit to the office in which it is booked, a day too late.</summary>
    private static async Task<int> PlantTransferAsync(TewatashiContext context, DateTimeOffset? endedAt)
    {
        var reservation = await context.Reservations.AsNoTracking().FirstAsync(row => row.State == ReservationState.Booked);
        var visit = await context.Visits.AsNoTracking().SingleAsync(row => row.Id == reservation.VisitId);
        context.Add(new TransferOrder
        {
            Municipality = visit.Municipality,
            Id = Ids.New(),
            CardId = reservation.CardId ?? throw new InvalidOperationException("The booking is for a card."),
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

    /// <summary>A hand-over that nobody did, on a booking that is still to come.</summary>
    private static async Task<int> AddHandOverAsync(TewatashiContext context, bool cancelled = false, HandOverExceptions exceptions = HandOverExceptions.None)
    {
        var booked = await context.Reservations.AsNoTracking().FirstAsync(row => row.State == ReservationState.Booked);
        var visit = await context.Visits.AsNoTracking().SingleAsync(row => row.Id == booked.VisitId);
        if (exceptions != HandOverExceptions.None && context.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal)) await context.Database.ExecuteSqlRawAsync("PRAGMA ignore_check_constraints = ON"); // a context has one
        context.Add(new HandOverRecord
        {
            Municipality = booked.Municipality,
            Id = Ids.New(),
            CardId = booked.CardId ?? throw new InvalidOperationException("The booking is for a card."),
            ReservationId = booked.Id,
            CounterId = visit.CounterId,
            At = visit.CreatedAt.AddMinutes(1),
            StaffMemberId = Ids.New(),
            RecipientKind = booked.RecipientKind,
            FileNumber = "R8-0000",
            Exceptions = exceptions,
            CancelledAt = cancelled ? visit.CreatedAt.AddMinutes(2) : null,
            CancelledBy = cancelled ? Ids.New() : null,
            CancelledWith = cancelled ? Ids.New() : null,
            CancelReason = cancelled ? HandOverCancelReason.OwnWish : null,
        });
        return await context.SaveChangesAsync();
    }

    /// <summary>An ended change list with one row.</summary>
    private static async Task<int> PlantChangeAsync(TewatashiContext context, ChangeRowState state)
    {
        var card = await Stored(context).FirstAsync();
        var list = new ChangeList
        {
            Municipality = card.Municipality,
            Id = Ids.New(),
            FileName = "a.csv",
            State = ChangeListState.Ended,
            Rows = 1,
            WithoutMatch = 0,
            UploadedAt = card.AddedAt,
            UploadedBy = "nobody",
            EndedAt = card.AddedAt,
        };
        context.Add(list);
        context.Add(new ChangeRow
        {
            Municipality = card.Municipality,
            Id = Ids.New(),
            ListId = list.Id,
            Line = 2,
            Birthday = state == ChangeRowState.Open ? [1] : null,
            Kind = ChangeKind.MovedOut,
            ChangedOn = new DateOnly(2026, 11, 1),
            State = state,
            CardId = state == ChangeRowState.Open ? null : card.Id,
        });
        return await context.SaveChangesAsync();
    }
}
