using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Reservations.Calls;
using Tewatashi.Time;
using Tewatashi.Transfers;

namespace Tewatashi.Reservations;

/// <summary>
/// 再作成: a remade card takes the place of the old one of the same person. The old card is stopped for that reason and goes to the disposal, unless it
/// was sent back to J-LIS, lost or destroyed before; its live booking moves to the new card where that can be booked, else somebody is told to call. Done again later, it moves what could not move before. What
/// stopped the old card because of the person stops the new one too: 要窓口確認 above all, or the new card would show what the old one hid.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class LinkRemadeCard(Database database, KeyStore keys)
{
    /// <param name="OtherName">The clerk has seen that the names differ: the person changed theirs. The birthday must be the same all the same.</param>
    public sealed record Request(SerialNumber Old, SerialNumber New, bool OtherName = false);

    public abstract record Outcome;

    public sealed record Linked(Guid OldId, Guid NewId, BookingEnd Booking) : Outcome;

    /// <summary>What became of the old card's live booking.</summary>
    public enum BookingEnd
    {
        /// <summary>It had none.</summary>
        None,

        /// <summary>It is the new card's now, same time, same 予約番号.</summary>
        Moved,

        /// <summary>The new card cannot be booked yet: the booking waits at the old one and stands on the call list.</summary>
        ToBeRebooked,
    }

    /// <param name="Number">The one that is not known.</param>
    public sealed record UnknownCard(SerialNumber Number) : Outcome;

    public sealed record SameCard : Outcome;

    /// <summary>Other birthdays: these are two people.</summary>
    public sealed record OtherPerson : Outcome;

    /// <summary>Same birthday, other names: asked again.</summary>
    public sealed record OtherName : Outcome;

    /// <summary>The new card is in nobody's hands any more, or the old one was handed over: its owner has it.</summary>
    public sealed record Over(SerialNumber Number, CardProgress Progress) : Outcome;

    /// <summary>The resident is at the counter for the old card: that ends first.</summary>
    public sealed record CheckedIn : Outcome;

    /// <summary>One of the two stands in a link with a third card already.</summary>
    public sealed record LinkedElsewhere : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync<Outcome>(caller, OperationKind.LinkRemadeCard, work => LinkAsync(work, request, cancellationToken),
                    async (work, first) => new Linked(
                        first.SubjectId!.Value, await work.Context.Cards.Where(row => row.SerialNumber == request.New).Select(row => row.Id).SingleAsync(cancellationToken), // recorded with it
                        Enum.Parse<BookingEnd>(first.Detail!)), cancellationToken); // written below
            }
            catch (AlreadyThereException) when (attempt < 4)
            {
                // Somebody linked one of them, or booked the new card, this very moment: the next look finds it.
            }
        }
    }

    private async Task<Outcome> LinkAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (request.Old == request.New) return work.Refuse(new SameCard());
        var cards = await context.Cards.AsNoTracking().Where(row => row.SerialNumber == request.Old || row.SerialNumber == request.New).ToListAsync(cancellationToken);
        if (cards.Find(row => row.SerialNumber == request.Old) is not { } old) return work.Refuse(new UnknownCard(request.Old));
        if (cards.Find(row => row.SerialNumber == request.New) is not { } remade) return work.Refuse(new UnknownCard(request.New));
        if (cards.Find(row => row.Progress.IsOver() && (row.Id == remade.Id || row.Progress == CardProgress.HandedOver)) is { } over) return work.Refuse(new Over(over.SerialNumber, over.Progress));
        var links = await context.RemadeCards.AsNoTracking()
            .Where(row => row.EndedAt == null && (row.OldCardId == old.Id || row.NewCardId == remade.Id || (row.OldCardId == remade.Id && row.NewCardId == old.Id))).ToListAsync(cancellationToken);
        var isLinked = links.Exists(row => row.OldCardId == old.Id && row.NewCardId == remade.Id);
        if (links.Count > (isLinked ? 1 : 0)) return work.Refuse(new LinkedElsewhere());
        if (!isLinked && await WhyNotSameAsync(work, old.Id, remade.Id, request.OtherName, cancellationToken) is { } why) return work.Refuse(why);
        // Both cards in the order of their numbers: of two who link at the same moment one sees what the other did.
        foreach (var card in cards.OrderBy(row => row.SerialNumber.Value, StringComparer.Ordinal))
        {
            if (await context.Cards.Where(row => row.Id == card.Id && row.Version == card.Version).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 0) throw new PassingException();
        }

        if (await context.Reservations.AnyAsync(row => row.CardId == old.Id && row.State == ReservationState.CheckedIn, cancellationToken)) return work.Refuse(new CheckedIn());
        // Stopped for another reason before, it stays so: the reason that was given is not overwritten.
        if (!old.Progress.IsOver()) await context.Cards.Where(row => row.Id == old.Id && row.Suspension == null).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Suspension, Suspension.Remade)
            .SetProperty(row => row.SuspendedAt, work.Now), cancellationToken);
        if (old.Suspension is { } personal && personal.IsOfPerson())
            await context.Cards.Where(row => row.Id == remade.Id && row.Suspension == null).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Suspension, personal)
                .SetProperty(row => row.SuspendedAt, work.Now), cancellationToken);
        if (!isLinked)
        {
            context.RemadeCards.Add(new RemadeCard
            {
                Municipality = work.Municipality,
                Id = Ids.New(),
                OldCardId = old.Id,
                NewCardId = remade.Id,
                LinkedAt = work.Now,
                LinkedBy = work.Caller.Actor.Id,
            });
        }

        var booking = await MoveBookingAsync(work, old.Id, remade.Id, cancellationToken);
        work.Record(nameof(Linked), old.Id, booking.ToString(), [remade.Id]);
        return new Linked(old.Id, remade.Id, booking);
    }

    private async Task<Outcome?> WhyNotSameAsync(Work work, Guid oldId, Guid newId, bool otherName, CancellationToken cancellationToken)
    {
        var applicants = await work.Context.Applicants.AsNoTracking().Where(row => row.CardId == oldId || row.CardId == newId).ToListAsync(cancellationToken);
        if (applicants.Count < 2) return new OtherPerson();
        var items = new ApplicantItems(keys, work.Municipality);
        var (one, other) = (items.Open(applicants[0]), items.Open(applicants[1]));
        if (SamePersonCards.IsSame(one, other)) return null;
        return !SamePersonCards.HasSameBirthday(one, other) ? new OtherPerson() : otherName ? null : new OtherName();
    }

    private static async Task<BookingEnd> MoveBookingAsync(Work work, Guid oldId, Guid newId, CancellationToken cancellationToken)
    {
        var context = work.Context;
        if (await context.Reservations.AsNoTracking().SingleOrDefaultAsync(
                row => row.CardId == oldId && (row.State == ReservationState.Booked || row.State == ReservationState.NeedsRebooking), cancellationToken) is not { } reservation) return BookingEnd.None;
        var visit = await context.Visits.AsNoTracking().SingleAsync(row => row.Id == reservation.VisitId, cancellationToken);
        var dueAt = JapanTime.InstantOf(visit.Day, visit.StartsAt);
        var remade = (await BookableCard.LoadAsync(context, [newId], cancellationToken)).Single();
        var receivable = await context.Settings.Select(row => row.ReceivableAfterDeadline).SingleAsync(cancellationToken);
        if (remade.WhyNot(Channel.Phone, work.Now) is not null || remade.VisitId is not null || remade.LastCollectableOn(receivable) < visit.Day)
        {
            await work.AddCallAsync(new NewCall(CallReason.CardOnHold, oldId, visit.Id, dueAt), cancellationToken);
            return BookingEnd.ToBeRebooked;
        }

        // The visit too, or one who moves it at this moment would order the old card over.
        if (!await work.TakeVisitAsync(visit.Id, visit.Version, cancellationToken)
            || await context.Reservations.Where(row => row.Id == reservation.Id && row.State == reservation.State && row.Version == reservation.Version)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.CardId, newId)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 0) throw new PassingException();
        await work.WithdrawCallsAsync([oldId], cancellationToken, CallReason.CardOnHold, CallReason.NeedsRebooking, CallReason.Outage);
        if (reservation.State == ReservationState.NeedsRebooking) await work.AddCallAsync(new NewCall(CallReason.NeedsRebooking, newId, visit.Id, dueAt), cancellationToken);
        await work.CancelTransfersOfCardsAsync([oldId], cancellationToken);
        var building = await context.Locations.Where(row => row.Id == visit.BuildingId).Select(row => row.Path).SingleAsync(cancellationToken);
        if (reservation.State == ReservationState.Booked) await work.OrderAsync(visit.Id, visit.BuildingId, visit.Day, BookableCard.NeedsOf([remade], building), cancellationToken);
        return BookingEnd.Moved;
    }
}
