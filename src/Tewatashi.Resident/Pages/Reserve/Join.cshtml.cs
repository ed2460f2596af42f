using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;

namespace Tewatashi.Resident.Pages.Reserve;

/// <summary>A further person joins with their own 受付番号 and 受付パスワード (RES-15).</summary>
public sealed class JoinModel(ViewBooking bookings, ViewSession session, JoinPerson join) : BookingPage(bookings)
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>How many shall come in all.</summary>
    [BindProperty(SupportsGet = true)]
    public int Of { get; set; }

    /// <summary>Which person is asked for.</summary>
    public int Ordinal { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await BeginAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await BeginAsync() is { } elsewhere) return elsewhere;
        Check();
        if (ModelState.IsValid)
        {
            var typed = SignInResident.Read(Number, Password, 0)!; // well-formed, see above
            var outcome = await join.RunAsync(new JoinPerson.Request(Resident.SecretHash, typed.ReceptionNumber, typed.SerialNumber, typed.Password), Caller, Cancelled);
            switch (outcome)
            {
                case JoinPerson.Joined:
                    return Redirect(Ordinal < Of ? To($"reserve/join?of={Of.ToString(CultureInfo.InvariantCulture)}") : To("reserve/persons"));
                case JoinPerson.Refused:
                    ModelState.AddModelError(nameof(Number), ResidentTexts.SignInRefused);
                    break;
                case JoinPerson.AlreadyJoined:
                    ModelState.AddModelError(nameof(Number), ResidentTexts.JoinAlready);
                    break;
                case JoinPerson.Enough enough:
                    ModelState.AddModelError("", ResidentTexts.JoinEnough.Fill(enough.Most));
                    break;
                case JoinPerson.NotBookable:
                    ModelState.AddModelError(nameof(Number), ResidentTexts.JoinNotBookable);
                    break;
            }
        }

        ModelState.SetModelValue(nameof(Password), null, "");
        return Page();
    }

    private async Task<IActionResult?> BeginAsync()
    {
        if (await EnterAsync() is { } elsewhere) return elsewhere;
        var shown = await session.RunAsync(Resident.SecretHash, Caller with { OperationId = null }, Cancelled);
        Ordinal = shown.Persons.Count + 1;
        return shown.Persons.Count == 0 || Ordinal > shown.MostPersons ? Redirect(To("reserve/persons")) : null;
    }

    private void Check()
    {
        if (!RefuseIndividualNumber(nameof(Number), Number) && !ReceptionNumber.TryParse(Number, out _) && !SerialNumber.TryParse(Number, out _))
            ModelState.AddModelError(nameof(Number), string.IsNullOrWhiteSpace(Number) ? ResidentTexts.SignInNumberMissing : ResidentTexts.SignInNumberWrong);
        if (!RefuseIndividualNumber(nameof(Password), Password) && !ReceptionPassword.TryParse(Password, out _))
            ModelState.AddModelError(nameof(Password), string.IsNullOrWhiteSpace(Password) ? ResidentTexts.SignInPasswordMissing : ResidentTexts.SignInPasswordWrong);
    }
}
