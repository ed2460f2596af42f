using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Families;
using Tewatashi.Resident.Resources;
using Tewatashi.Resident.Views;
using Tewatashi.Text;
using Tewatashi.Web.Forms;

namespace Tewatashi.Resident.Pages.Reservation;

/// <summary>Somebody of the family joins the booked visit later, with their own notice. The time grows where it is, or another is offered.</summary>
public sealed class AddModel(ViewBooking bookings, ViewSession session, JoinVisit join, AddToVisit add) : BookingPage(bookings)
{
    [BindProperty]
    public Guid VisitId { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    /// <summary>Never sent back.</summary>
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? ProxyName { get; set; }

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];
    public bool AsksProxy { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await BeginAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await BeginAsync() is { } elsewhere) return elsewhere;
        if (Read() is { } request)
        {
            var joined = await join.RunAsync(request, Caller with { OperationId = null }, Cancelled);
            // Pressed twice: they are there, which is what was wanted.
            if (joined is JoinVisit.AlreadyThere && Booked!.Persons.Count > 1) return Redirect(To("reservation?done=added"));
            if (joined is JoinVisit.Joined) return await AddAsync();
            Tell(joined);
        }

        ModelState.SetModelValue(nameof(Password), null, "");
        return Page();
    }

    private async Task<IActionResult> AddAsync()
    {
        switch (await add.RunAsync(new AddToVisit.FromSession(VisitId, Resident.SecretHash), Caller, Cancelled))
        {
            case AddToVisit.Added:
                return Redirect(To("reservation?done=added"));
            case AddToVisit.NoRoom or AddToVisit.Refused { Why: SeatRefusal.OutsidePeriod or SeatRefusal.NoCounter }:
                return Redirect(To("add/place?room=none"));
            case AddToVisit.Refused { Why: SeatRefusal.WrongCount count }:
                ModelState.AddModelError("", ResidentTexts.JoinEnough.Fill(count.Most));
                break;
            case AddToVisit.Refused { Why: SeatRefusal.NotBookable }:
                ModelState.AddModelError(nameof(Number), ResidentTexts.JoinNotBookable);
                break;
            default:
                return Redirect(To("reservation"));
        }

        ModelState.SetModelValue(nameof(Password), null, "");
        return Page();
    }

    private void Tell(JoinVisit.Outcome outcome)
    {
        switch (outcome)
        {
            case JoinVisit.Refused: ModelState.AddModelError(nameof(Number), ResidentTexts.SignInRefused); break;
            case JoinVisit.AlreadyThere: ModelState.AddModelError(nameof(Number), ResidentTexts.JoinAlready); break;
            case JoinVisit.Enough enough: ModelState.AddModelError("", ResidentTexts.JoinEnough.Fill(enough.Most)); break;
            case JoinVisit.NotBookable { Why: BookingRefusal.ProxyNameMissing }: ModelState.AddModelError(nameof(ProxyName), ResidentTexts.PersonsProxyMissing); break;
            case JoinVisit.NotBookable { Why: BookingRefusal.RecipientKindClosed }: ModelState.AddModelError(nameof(Kind), ResidentTexts.PersonsKindClosed); break;
            case JoinVisit.NotBookable: ModelState.AddModelError(nameof(Number), ResidentTexts.JoinNotBookable); break;
            default: ModelState.AddModelError("", ResidentTexts.ReservationCannotChange); break;
        }
    }

    private async Task<IActionResult?> BeginAsync()
    {
        if (await LookAsync() is { } elsewhere) return elsewhere;
        if (Booked is not { CanChange: true }) return Redirect(To("reservation"));
        var shown = await session.RunAsync(Resident.SecretHash, Caller with { OperationId = null }, Cancelled);
        Kinds = KindWords.Choices(shown.OpenKinds);
        AsksProxy = shown.OpenKinds.Any(kind => kind.ComesAlone());
        return null;
    }

    private JoinVisit.Request? Read()
    {
        if (!RefuseIndividualNumber(nameof(Number), Number) && !ReceptionNumber.TryParse(Number, out _) && !SerialNumber.TryParse(Number, out _))
            ModelState.AddModelError(nameof(Number), string.IsNullOrWhiteSpace(Number) ? ResidentTexts.SignInNumberMissing : ResidentTexts.SignInNumberWrong);
        if (!RefuseIndividualNumber(nameof(Password), Password) && !ReceptionPassword.TryParse(Password, out _))
            ModelState.AddModelError(nameof(Password), string.IsNullOrWhiteSpace(Password) ? ResidentTexts.SignInPasswordMissing : ResidentTexts.SignInPasswordWrong);
        if (!Enum.TryParse<RecipientKind>(Kind, out var kind) || !Enum.IsDefined(kind)) ModelState.AddModelError(nameof(Kind), ResidentTexts.PersonsKindMissing);
        KanaName? name = null;
        if (kind != default && kind.ComesAlone() && !string.IsNullOrWhiteSpace(ProxyName) && !RefuseIndividualNumber(nameof(ProxyName), ProxyName)
            && !KanaName.TryParse(ProxyName, out name, out var problem))
        {
            ModelState.AddModelError(nameof(ProxyName), problem);
        }

        if (!ModelState.IsValid) return null;
        var typed = SignInResident.Read(Number, Password, 0)!; // well-formed, see above
        return new JoinVisit.Request(Resident.SecretHash, VisitId, typed.ReceptionNumber, typed.SerialNumber, typed.Password, kind, name);
    }
}
