using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Audit;
using Tewatashi.Lifecycle;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Tewatashi.Tests.Lifecycle;

/// <summary>Every state by every step of the four machines: what is not expected here is refused.</summary>
public sealed class MachineTests
{
    [Fact]
    public void Progress_takes_these_steps_and_no_other() => Expect(CardMachine.Progress,
        "Expected Receive Received", "Received Inspect Inspected", "Inspected Prepare Prepared", "Prepared HandOver HandedOver",
        "HandedOver CancelHandOver Prepared", "Prepared SetPin PinSet", "PinSet Deliver HandedOver", "HandedOver CancelDelivery PinSet", "PinSet ToCounter Prepared",
        "Inspected Dispose Disposed", "Prepared Dispose Disposed", "PinSet Dispose Disposed", "Inspected ConfirmLost Lost", "Prepared ConfirmLost Lost", "PinSet ConfirmLost Lost", "Expected ConfirmLost Lost", "Expected ConfirmNeverSent NeverSent",
        "Inspected ReturnToMaker ReturnedToMaker", "Prepared ReturnToMaker ReturnedToMaker", "PinSet ReturnToMaker ReturnedToMaker");

    [Fact]
    public void Place_takes_these_steps_and_no_other() => Expect(PlaceMachine.Places,
        "None Store Storage", "Storage Move Storage", "Storage Pick Tray", "Tray Reshelve Storage", "Tray HandOver WithResident",
        "WithResident TakeBack Tray", "None Post Posted", "Storage Post Posted", "Posted Deliver WithResident", "WithResident CancelDelivery Posted", "Posted TakeBackPosted Storage",
        "None Miss Missing", "None LoseInPost Missing", "Storage Miss Missing", "Tray Miss Missing", "Missing Find Storage",
        "None Destroy Destroyed", "Storage Destroy Destroyed", "Tray Destroy Destroyed", "None ReturnToMaker WithMaker", "Storage ReturnToMaker WithMaker", "Tray ReturnToMaker WithMaker",
        "Storage Pack Transit", "Tray Pack Transit", "Transit Unpack Storage", "Transit Arrive Storage", "Transit FailToArrive Missing",
        "Transit ArriveInTray Tray", "Storage TakeOut TakenOut", "Tray TakeOut TakenOut", "TakenOut BringBack Storage", "TakenOut HandOver WithResident", "TakenOut Miss Missing");

    [Fact]
    public void Notice_takes_these_steps_and_no_other() => Expect(NoticeMachine.Notices,
        "Printed Reprint Printed", "Printed Send Sent", "Sent Return Returned", "Printed Withdraw Withdrawn", "Sent Withdraw Withdrawn", "Returned Withdraw Withdrawn");

    [Fact]
    public void Reservation_takes_these_steps_and_no_other() => Expect(ReservationMachine.Reservations,
        "Held Confirm Booked", "Held Lapse Lapsed", "Lapsed Confirm Booked", "Booked Cancel Cancelled", "NeedsRebooking Cancel Cancelled", "Booked CheckIn CheckedIn",
        "Booked LosePlace NeedsRebooking", "NeedsRebooking Rebook Booked",
        "CheckedIn UndoCheckIn Booked", "CheckedIn Complete Completed", "CheckedIn RefuseHandOver NotHandedOver", "Booked Miss NoShow", "Completed CancelHandOver NotHandedOver", "NoShow ComeAfterAll CheckedIn");

    [Fact]
    public void Every_step_of_staff_is_granted_to_some_role()
    {
        var needed = Permissions(CardMachine.Progress).Concat(Permissions(PlaceMachine.Places)).Concat(Permissions(NoticeMachine.Notices)).Concat(Permissions(ReservationMachine.Reservations));

        Assert.All(needed.Distinct(), permission => Assert.Contains(StaffRoleNames.All, row => row.Role != StaffRoles.Admin && row.Role.May(permission)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_progress_by_every_step_obeys_the_table_in_the_database(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        foreach (var progress in Enum.GetValues<CardProgress>())
        {
            foreach (var step in Enum.GetValues<CardStep>())
            {
                var card = (await office.AddCardsAsync(1, progress))[0];
                var stepped = await office.Staff<Database>().WriteAsync(office.ByStaff(), OperationKind.ChangeCard, async work =>
                {
                    var done = await work.StepAsync(await work.Context.Cards.SingleAsync(row => row.Id == card.Id), step, CancellationToken.None);
                    work.Record("Tried", card.Id);
                    return done;
                });

                var after = await office.SeeAsync(context => context.Cards.AsNoTracking().SingleAsync(row => row.Id == card.Id));
                Assert.Equal(CardMachine.Progress.Find(progress, step) is not null, stepped);
                Assert.Equal(CardMachine.Progress.Find(progress, step)?.To ?? progress, after.Progress);
                Assert.Equal(card.Version + (stepped ? 1 : 0), after.Version);
            }
        }
    }

    private static void Expect<TState, TStep>(Machine<TState, TStep> machine, params string[] allowed)
        where TState : struct, Enum
        where TStep : struct, Enum
    {
        var found =
            from state in Enum.GetValues<TState>()
            from step in Enum.GetValues<TStep>()
            let row = machine.Find(state, step)
            where row is not null
            select $"{state} {step} {row.To}";

        Assert.Equal(allowed.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(allowed.Length, machine.Transitions.Count);
    }

    private static IEnumerable<Permission> Permissions<TState, TStep>(Machine<TState, TStep> machine)
        where TState : struct, Enum
        where TStep : struct, Enum => machine.Transitions.Select(row => row.WhoMay).OfType<Permission>();
}
