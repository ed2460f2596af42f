using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Lifecycle;

/// <summary>The four machines together: what may stand beside what, and that no act of the office leads out of it.</summary>
public sealed class CombinationTests
{
    /// <summary>Where a card stands in all four machines. Null: no notice that counts, no live booking.</summary>
    private sealed record Standing(CardProgress Progress, PlaceKind Place, NoticeState? Notice, ReservationState? Booking)
    {
        public bool IsLegal => CardCombinations.AreLegal(Progress, Place, Notice, Booking);
    }

    /// <summary>What the office does in one transaction: the steps it takes together, and what it asks for first.</summary>
    private sealed record Act(
        string Name, CardStep? Progress = null, PlaceStep? Place = null, NoticeStep? Notice = null, ReservationStep? Booking = null, bool EndsNotice = false, Func<Standing, bool>? Needs = null);

    /// <summary>Every act that moves a card, each as its use case guards it. A new step of a machine needs a row here.</summary>
    private static readonly Act[] Acts =
    [
        new("受入", CardStep.Receive),
        new("検品", CardStep.Inspect),
        new("交付前設定", CardStep.Prepare),
        new("収納", Place: PlaceStep.Store, Needs: WasInspected),
        new("移動", Place: PlaceStep.Move, Needs: WasInspected),
        new("抜き出し", Place: PlaceStep.Pick, Needs: at => at is { Progress: CardProgress.Prepared, Booking: ReservationState.Booked or ReservationState.CheckedIn }),
        new("再収納", Place: PlaceStep.Reshelve),
        new("所在不明", Place: PlaceStep.Miss, Needs: WasInspected),
        new("見つかった", Place: PlaceStep.Find, Needs: at => !at.Progress.IsOver()),
        new("紛失確定", CardStep.ConfirmLost, EndsNotice: true, Needs: at => at is { Place: PlaceKind.Missing, Booking: null }),
        new("配送中の紛失", CardStep.ConfirmLost, PlaceStep.LoseInPost, Needs: at => at.Progress == CardProgress.Expected),
        new("未発送の確認", CardStep.ConfirmNeverSent),
        new("裁断", CardStep.Dispose, PlaceStep.Destroy, EndsNotice: true, Needs: at => at.Booking is null),
        new("J-LISへ返送", CardStep.ReturnToMaker, PlaceStep.ReturnToMaker, EndsNotice: true, Needs: at => at.Booking is null),
        new("再印刷", Notice: NoticeStep.Reprint),
        new("発送", Notice: NoticeStep.Send),
        new("返戻", Notice: NoticeStep.Return),
        new("新しい通知", Notice: NoticeStep.Withdraw),
        new("予約の確定", Booking: ReservationStep.Confirm, Needs: at => at.Progress == CardProgress.Prepared),
        new("仮押さえの期限切れ", Booking: ReservationStep.Lapse),
        new("予約の取消", Booking: ReservationStep.Cancel),
        new("要日時変更", Booking: ReservationStep.LosePlace),
        new("日時の変更", Booking: ReservationStep.Rebook),
        new("来庁受付", Booking: ReservationStep.CheckIn),
        new("来庁受付の取消", Booking: ReservationStep.UndoCheckIn),
        new("交付", CardStep.HandOver, PlaceStep.HandOver, Booking: ReservationStep.Complete, EndsNotice: true, Needs: at => at is { Place: PlaceKind.Tray or PlaceKind.TakenOut, Booking: ReservationState.CheckedIn }),
        new("交付見送り", Booking: ReservationStep.RefuseHandOver),
        new("交付取消", CardStep.CancelHandOver, PlaceStep.TakeBack, Needs: at => at.Booking is null),
        new("暗証番号設定", CardStep.SetPin, EndsNotice: true, Needs: at => at is { Booking: null, Place: PlaceKind.None or PlaceKind.Storage }),
        new("郵送", Place: PlaceStep.Post, Needs: at => at.Progress == CardProgress.PinSet),
        new("配達", CardStep.Deliver, PlaceStep.Deliver),
        new("配達の取消", CardStep.CancelDelivery, PlaceStep.CancelDelivery),
        new("郵送の返戻", CardStep.ToCounter, PlaceStep.TakeBackPosted),
        new("梱包", Place: PlaceStep.Pack, Needs: at => at.Progress == CardProgress.Prepared),
        new("梱包の取消", Place: PlaceStep.Unpack),
        new("移送便の受取", Place: PlaceStep.Arrive),
        new("移送便のトレイへの受取", Place: PlaceStep.ArriveInTray),
        new("移送便で届かない", Place: PlaceStep.FailToArrive),
        new("持出し", Place: PlaceStep.TakeOut, Needs: at => at.Progress == CardProgress.Prepared),
        new("持出しから戻す", Place: PlaceStep.BringBack),
        new("窓口への変更", CardStep.ToCounter, Needs: at => at.Place != PlaceKind.Posted),
        new("未来庁", Booking: ReservationStep.Miss),
    ];

    private static readonly NoticeState?[] Notices = [null, NoticeState.Printed, NoticeState.Sent, NoticeState.Returned];
    private static readonly ReservationState?[] Bookings = [null, .. ReservationMachine.Live.Select(state => (ReservationState?)state)];

    private static IReadOnlyList<Standing> Every { get; } =
    [
        .. from progress in Enum.GetValues<CardProgress>()
           from place in Enum.GetValues<PlaceKind>()
           from notice in Notices
           from booking in Bookings
           select new Standing(progress, place, notice, booking),
    ];

    [Fact]
    public void Every_step_of_every_machine_belongs_to_an_act()
    {
        // 交付取消, and the later entry of somebody who came after all, begin from an ended booking, which no standing names.
        Assert.Empty(Enum.GetValues<CardStep>().Except(Acts.Select(act => act.Progress).OfType<CardStep>()));
        Assert.Empty(Enum.GetValues<PlaceStep>().Except(Acts.Select(act => act.Place).OfType<PlaceStep>()));
        Assert.Empty(Enum.GetValues<NoticeStep>().Except(Acts.Select(act => act.Notice).OfType<NoticeStep>()));
        Assert.Empty(Enum.GetValues<ReservationStep>().Except(Acts.Select(act => act.Booking).OfType<ReservationStep>().Concat([ReservationStep.CancelHandOver, ReservationStep.ComeAfterAll])));
    }

    [Fact]
    public void Every_act_from_every_legal_standing_leads_to_a_legal_one()
    {
        var wrong = from at in Every
                    where at.IsLegal
                    from act in Acts
                    let then = After(at, act)
                    where then is { IsLegal: false }
                    select $"{act.Name}: {at} → {then}";

        Assert.Equal([], wrong);
        Assert.All(Acts, act => Assert.Contains(Every, at => at.IsLegal && After(at, act) is not null));
    }

    [Fact]
    public void Every_progress_and_place_stands_in_the_table_and_each_can_be_reached()
    {
        var reached = new HashSet<Standing> { new(CardProgress.Expected, PlaceKind.None, null, null) };
        var open = new Queue<Standing>(reached);
        while (open.TryDequeue(out var at))
        {
            // A notice begins with its issue, a booking with a hold: both only of a prepared card that has none.
            Standing[] begun = at.Progress == CardProgress.Prepared
                ? [at with { Notice = at.Notice ?? NoticeState.Printed }, at with { Booking = at.Booking ?? ReservationState.Held }]
                : [];
            foreach (var next in Acts.Select(act => After(at, act)).OfType<Standing>().Concat(begun).Where(reached.Add)) open.Enqueue(next);
        }

        Assert.All(reached, at => Assert.True(at.IsLegal, at.ToString()));
        Assert.Equal(Enum.GetValues<CardProgress>(), reached.Select(at => at.Progress).Distinct().Order());
        Assert.Equal([], Every.Where(at => at.IsLegal && !reached.Contains(at)).Select(at => at.Place).Distinct().Except(Later));
    }

    /// <summary>Places to which no step leads yet.</summary>
    private static readonly PlaceKind[] Later = [.. Enum.GetValues<PlaceKind>().Except(PlaceMachine.Places.Transitions.Select(row => row.To)).Where(place => place != PlaceKind.None)];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Check_finds_exactly_the_standings_that_are_in_no_row(Engine engine)
    {
        await using var office = await TestOffice.OpenOnAsync(await UnguardedDatabase.InstallationAsync(engine));
        var counter = await office.AddCounterAsync();
        var boxes = await office.AddBoxesAsync(capacity: 999);
        var cards = await office.AddCardsAsync(Every.Count);
        await office.Staff<Database>().UnrecordedAsync(office.Municipality, async context =>
        {
            var box = await context.Locations.Where(row => row.Path == boxes[0].Value).Select(row => row.Id).SingleAsync();
            var batch = new NoticeBatch { Municipality = office.Municipality, Id = Ids.New(), Name = "試し", Form = NoticeForm.Label, NeedsMatching = false, DeadlineOn = office.Today, CreatedAt = office.Clock.GetUtcNow() };
            var visit = new Visit
            {
                Municipality = office.Municipality,
                Id = Ids.New(),
                ReservationNumber = ReservationNumber.New(),
                CounterId = counter.Id,
                BuildingId = counter.BuildingId,
                Day = office.Today,
                StartsAt = new TimeOnly(10, 0),
                Minutes = 15,
                GridMinutes = 15,
                Channel = Channel.Web,
                Seat = SeatState.Released,
                CreatedAt = office.Clock.GetUtcNow(),
            };
            context.AddRange(batch, visit);
            foreach (var (i, at) in Every.Index())
            {
                var card = cards[i];
                context.Attach(card);
                (card.Progress, card.PlaceKind) = (at.Progress, at.Place);
                card.LocationId = at.Place == PlaceKind.Storage ? box : null;
                card.TrayCounterId = at.Place == PlaceKind.Tray ? counter.Id : null;
                if (at.Notice is { } notice) context.Add(NewNotice(card, batch.Id, i, notice));
                if (at.Booking is { } booking)
                    context.Add(new Reservation { Municipality = office.Municipality, Id = Ids.New(), VisitId = visit.Id, CardId = card.Id, Ordinal = i + 1, RecipientKind = RecipientKind.Applicant, Minutes = 15, State = booking });
            }

            return await context.SaveChangesAsync();
        });

        await using var snapshot = await office.Provider.SnapshotAsync(DatabaseRole.Staff, CancellationToken.None);
        var found = await snapshot.RowsAsync(office.Municipality, CardCombinations.All[0].Violations, CancellationToken.None);

        Assert.Equal(
            Every.Index().Where(row => !row.Item.IsLegal).Select(row => cards[row.Index].Id).Order(),
            found.Select(row => Guid.Parse(row[2])).Order());
    }

    private static Notice NewNotice(Card card, Guid batch, int ordinal, NoticeState state) => new()
    {
        Municipality = card.Municipality,
        Id = Ids.New(),
        CardId = card.Id,
        BatchId = batch,
        Ordinal = ordinal,
        Sequence = 1,
        ReceptionNumber = ReceptionNumber.New(),
        PasswordSalt = [1],
        PasswordHash = [1],
        State = state,
        IssuedAt = card.AddedAt,
        SentOn = state == NoticeState.Printed ? null : new DateOnly(2026, 11, 24),
        DeadlineOn = new DateOnly(2027, 2, 24),
    };

    /// <summary>Null where the act is refused.</summary>
    private static Standing? After(Standing at, Act act)
    {
        if (act.Needs?.Invoke(at) == false) return null;
        var (progress, place, notice, booking) = (at.Progress, at.Place, act.EndsNotice ? null : at.Notice, at.Booking);
        if (act.Progress is { } cardStep)
        {
            if (CardMachine.Progress.Find(at.Progress, cardStep) is not { } row) return null;
            progress = row.To;
        }

        if (act.Place is { } placeStep)
        {
            if (PlaceMachine.Places.Find(at.Place, placeStep) is not { } row) return null;
            place = row.To;
        }

        if (act.Notice is { } noticeStep)
        {
            if (at.Notice is not { } state || NoticeMachine.Notices.Find(state, noticeStep) is not { } row) return null;
            notice = row.To == NoticeState.Withdrawn ? null : row.To;
        }

        if (act.Booking is { } bookingStep)
        {
            if (ReservationMachine.Reservations.Find(at.Booking ?? ReservationState.Lapsed, bookingStep) is not { } row) return null;
            booking = ReservationMachine.Live.Contains(row.To) ? row.To : null;
        }

        return new Standing(progress, place, notice, booking);
    }

    private static bool WasInspected(Standing at) => at.Progress.WasInspected() && !at.Progress.IsOver();
}
