using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Transfers;

namespace Tewatashi.Reservations;

/// <summary>What decides whether a card can be booked. Tells nothing of who the applicant is.</summary>
internal sealed record BookableCard
{
    public required Guid Id { get; init; }
    public required SerialNumber SerialNumber { get; init; }
    public required CardProgress Progress { get; init; }
    public required Suspension? Suspension { get; init; }
    public required PlaceKind PlaceKind { get; init; }
    public required CardRoute Route { get; init; }
    public required DateOnly? LastDayOn { get; init; }
    public required bool AmendmentNeeded { get; init; }

    /// <summary>Where it is stored, or the office in whose day tray it lies; null where it lies in neither.</summary>
    public required string? LocationPath { get; init; }

    /// <summary>Of a card that is taken out: by when it is to be back; null for any other.</summary>
    public required DateTimeOffset? BackBy { get; init; }

    /// <summary>The state of its notice that is not withdrawn; null where there is none.</summary>
    public required NoticeState? Notice { get; init; }

    public required DateOnly? DeadlineOn { get; init; }

    /// <summary>The visit of its live reservation, a held one included; null where there is none.</summary>
    public required Guid? VisitId { get; init; }

    public required SeatState? Seat { get; init; }
    public required DateTimeOffset? HoldExpiresAt { get; init; }

    /// <summary>The card of the person who makes that booking.</summary>
    public required Guid? FirstCardId { get; init; }

    /// <summary>Waits for an earlier seat.</summary>
    public required bool Waits { get; init; }

    /// <summary>Of the municipality's set-up, read on the same way.</summary>
    public required byte[]? SetupMark { get; init; }

    // Few tables joined, so that PostgreSQL looks at every order of joining them and begins with the one card.
    private static readonly Func<TewatashiContext, Guid, IAsyncEnumerable<BookableCard>> OfId = KeptQuery.Of((TewatashiContext context, Guid id) =>
        from card in context.Cards.AsNoTracking()
        where card.Id == id
        from notice in context.Notices.Where(row => row.CardId == card.Id && row.State != NoticeState.Withdrawn).DefaultIfEmpty()
        from live in context.Reservations.Where(row => row.CardId == card.Id && (row.State == ReservationState.Held || row.State == ReservationState.Booked
            || row.State == ReservationState.CheckedIn || row.State == ReservationState.NeedsRebooking)).DefaultIfEmpty()
        from visit in context.Visits.Where(row => row.Id == live.VisitId).DefaultIfEmpty()
        from first in context.Reservations.Where(row => row.VisitId == live.VisitId && row.Ordinal == 1).DefaultIfEmpty()
        select new BookableCard
        {
            Id = card.Id,
            SerialNumber = card.SerialNumber,
            Progress = card.Progress,
            Suspension = card.Suspension,
            PlaceKind = card.PlaceKind,
            Route = card.Route,
            LastDayOn = card.LastDayOn,
            AmendmentNeeded = card.AmendmentNeeded,
            LocationPath = context.Locations
                .Where(row => row.Id == (card.LocationId ?? context.Counters.Where(tray => tray.Id == card.TrayCounterId).Select(tray => (Guid?)tray.BuildingId).FirstOrDefault()))
                .Select(row => row.Path).FirstOrDefault(),
            BackBy = card.PlaceKind == PlaceKind.TakenOut ? context.TakeOuts.Where(row => row.CardId == card.Id && row.EndedAt == null).Select(row => (DateTimeOffset?)row.BackBy).FirstOrDefault() : null,
            Notice = (NoticeState?)notice!.State,
            DeadlineOn = (DateOnly?)notice!.DeadlineOn,
            VisitId = (Guid?)live!.VisitId,
            Seat = (SeatState?)visit!.Seat,
            HoldExpiresAt = visit!.HoldExpiresAt,
            FirstCardId = first!.CardId,
            Waits = context.WaitingEntries.Any(row => row.CardId == card.Id && row.EndedAt == null),
            SetupMark = context.SetupMarks.Select(row => row.Value).FirstOrDefault(),
        });

    /// <summary>Those there are of a visit's few cards; one by one, so that none is ever looked for among all.</summary>
    public static async Task<List<BookableCard>> LoadAsync(TewatashiContext context, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var cards = new List<BookableCard>(ids.Count);
        foreach (var id in ids.Distinct())
        {
            if (await OfId(context, id).FirstOrDefaultAsync(cancellationToken) is { } card) cards.Add(card);
        }

        return cards;
    }

    /// <summary>Why the card itself cannot be booked on a channel; null where it can. The day is asked apart.</summary>
    /// <param name="ownVisitId">The visit that is being confirmed or changed: it does not stand in its own way.</param>
    public BookingRefusal? WhyNot(Channel channel, DateTimeOffset now, Guid? ownVisitId = null)
    {
        if (Progress is CardProgress.HandedOver or CardProgress.Disposed or CardProgress.Lost or CardProgress.ReturnedToMaker or CardProgress.NeverSent) return BookingRefusal.HandedOver;
        if (Suspension is not null) return BookingRefusal.Suspended;
        if (PlaceKind == PlaceKind.Missing) return BookingRefusal.Missing;
        if (Route != CardRoute.Counter) return BookingRefusal.SentByPost;
        if (Progress != CardProgress.Prepared) return BookingRefusal.NotPrepared;
        if (channel == Channel.Web && Notice != NoticeState.Sent) return BookingRefusal.NotNotified;
        return VisitId is null || VisitId == ownVisitId || Lapsed(now) ? null : BookingRefusal.AlreadyBooked;
    }

    /// <summary>Its live reservation is a hold whose time is over: whoever takes a seat next ends it.</summary>
    public bool Lapsed(DateTimeOffset now) => Seat == SeatState.Held && HoldExpiresAt <= now;

    /// <summary>The last day on which it may be collected, inclusive; null where nothing limits it.</summary>
    public DateOnly? LastCollectableOn(bool receivableAfterDeadline) =>
        receivableAfterDeadline || DeadlineOn is null ? LastDayOn
        : LastDayOn is { } own && own < DeadlineOn ? own
        : DeadlineOn;

    /// <summary>Those of the cards that must be brought over to this building.</summary>
    public static IReadOnlyCollection<TransferNeed> NeedsOf(IEnumerable<BookableCard> cards, string buildingPath) =>
        [.. cards.Where(card => card.LiesElsewhere(buildingPath)).Select(card => new TransferNeed(card.Id, card.LocationPath!.Split('-')[0]))]; // elsewhere is somewhere

    /// <summary>Whether it lies in another office than this building.</summary>
    public bool LiesElsewhere(string buildingPath) =>
        LocationPath is not null && LocationPath != buildingPath && !LocationPath.StartsWith(buildingPath + "-", StringComparison.Ordinal);
}
