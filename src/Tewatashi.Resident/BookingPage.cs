using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Resident;

/// <summary>
/// A page on the way to a booking or about one. Every such page first looks how the card signed in with stands: whoever skips
/// a step, comes back later or has two tabs open is led to where they belong.
/// </summary>
[Authorize]
public abstract class BookingPage(ViewBooking bookings) : ResidentPage
{
    /// <summary>Steps from who comes to the check of the answers.</summary>
    public const int Steps = 5;

    /// <summary>How the card stands, once <see cref="LookAsync"/> has run.</summary>
    public ViewBooking.Shown Booking { get; private set; } = null!; // set by LookAsync, before anything is shown

    /// <summary>The own hold; null where no time is held.</summary>
    public VisitView? Hold => Booking.Visit is { Visit.Seat: SeatState.Held } visit && IsOwn(visit) ? visit : null;

    /// <summary>The visit that is booked; null where there is none.</summary>
    public VisitView? Booked => Booking.Visit is { Visit.Seat: SeatState.Taken } visit ? visit : null;

    /// <summary>The visit whose place the office closed (要日時変更); null where there is none.</summary>
    public VisitView? Lost => Booking.Visit is { Visit.LostAt: not null, CanChange: true } visit ? visit : null;

    /// <summary>What there is to change or to cancel: the visit that is booked, or the one that lost its place.</summary>
    public VisitView? Standing => Booked ?? Lost;

    /// <summary>For the way to a new booking: null, or where this resident belongs instead.</summary>
    protected async Task<IActionResult?> EnterAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        if (Standing is not null) return Redirect(To("reservation"));
        return Booking.WhyNot is null || (Booking.WhyNot == BookingRefusal.AlreadyBooked && Hold is not null) ? null : Redirect(To("unavailable"));
    }

    /// <summary>For pages about a booking: null, or where this resident belongs instead. Under any suspension nothing of a booking is shown.</summary>
    protected async Task<IActionResult?> LookAsync()
    {
        if (await bookings.RunAsync(new ViewBooking.Request(Resident.CardId), Caller with { OperationId = null }, Cancelled) is not { } shown) return Redirect(To("sign-in"));
        Booking = shown;
        HttpContext.KeepSetupMark(shown.SetupMark);
        return IsShut(shown) ? Redirect(To("unavailable")) : null;
    }

    /// <summary>Suspended, missing, or in a visit of which nothing may be shown: all one to the resident.</summary>
    protected static bool IsShut(ViewBooking.Shown shown) => shown.WhyNot is BookingRefusal.Suspended or BookingRefusal.Missing;

    /// <summary>Where to go on when a card turned out not to be ready: one of the family's is left out, the own one is told plainly.</summary>
    protected string NotReady(SeatRefusal.NotBookable why) => To(Resident.ByLink ? "reservation" : why.CardId == Resident.CardId ? "unavailable" : "reserve/persons?notready=true");

    /// <summary>「時間を延ばす」, with what was typed kept.</summary>
    protected async Task ExtendAsync(ExtendHold extend, Guid visitId)
    {
        Told = await extend.RunAsync(new ExtendHold.Request(visitId), Caller, Cancelled) switch
        {
            ExtendHold.Extended extended => ResidentTexts.HoldExtended.Fill(OfficeWords.Time(JapanTime.TimeOf(extended.ExpiresAt))),
            ExtendHold.NoMore => ResidentTexts.HoldNoMore,
            ExtendHold.Gone => ResidentTexts.HoldGone,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What was just done, to be read out; null where nothing was.</summary>
    public string? Told { get; private set; }

    /// <summary>Whether whoever is signed in may take this person out of the visit: the one who booked anybody, the others themselves.</summary>
    public bool IsMine(VisitPersonView person) => person.CardId == Resident.CardId || (Booked is { } booked && IsOwn(booked));

    private bool IsOwn(VisitView visit) => Resident.ByLink || visit.Persons.FirstOrDefault(person => person.CardId is not null)?.CardId == Resident.CardId;
}
