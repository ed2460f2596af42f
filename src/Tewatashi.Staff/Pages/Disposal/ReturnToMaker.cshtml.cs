using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Disposal;
using Tewatashi.Reservations;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Time;
using Tewatashi.Web.Forms;

namespace Tewatashi.Staff.Pages.Disposal;

/// <summary>J-LISへ返送 of a defective card, by two.</summary>
[Needs(Permission.DisposeCards)]
public sealed class ReturnToMakerModel(ViewCard view, ReturnToMaker giveBack) : SignedByTwoPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public MakerReturnReason? Reason { get; set; }

    public CardView View { get; private set; } = null!; // read before the page is shown

    public static IEnumerable<Choice> Reasons => Enum.GetValues<MakerReturnReason>().Select(reason => new Choice(reason.ToString(), reason.Name()));

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        ModelState.Clear();
        SerialNumber? label = null;
        if (ScanCode.Read(Label) is ScanCode.Card scanned) label = SerialNumber.Parse(scanned.Serial);
        else ModelState.AddModelError(nameof(Label), "返送するカードのケースの管理ラベルを読み取ってください。");
        if (Reason is null) ModelState.AddModelError(nameof(Reason), "返送の理由を選んでください。");
        var second = ReadSecond();
        if (label is null || Reason is not { } reason || second is null) return await ShowAsync();
        switch (await giveBack.RunAsync(new(Id, label, reason, second), Caller, Cancelled))
        {
            case ReturnToMaker.Returned: return Redirect($"/cards/{Id}?done=returned");
            case ReturnToMaker.NotFound: return NotFound();
            case ReturnToMaker.WrongCard: ModelState.AddModelError(nameof(Label), "このカードのラベルではありません。返送しないでください。記録しました。"); break;
            case ReturnToMaker.NotDefective: ModelState.AddModelError("", "先に保留(券面・IC不良)にしてください。保留でないカードや、終わったカードは返送できません。"); break;
            case ReturnToMaker.NotHere here: ModelState.AddModelError("", $"台帳の場所は「{here.Kind.Name()}」です。場所を正してから返送してください。"); break;
            case ReturnToMaker.StillBooked booked:
                ModelState.AddModelError("", $"{JapaneseDate.Brief(booked.Booking.Day)} {booked.Booking.Counter}の予約があります。来る方に電話で伝え、予約を取り消してから返送してください。");
                break;
            case ReturnToMaker.SamePerson: SaySamePerson(); break;
            case ReturnToMaker.SecondRefused: SaySecondRefused(); break;
            case var outcome: throw new InvalidOperationException($"{outcome.GetType().Name} has no words.");
        }

        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await view.RunAsync(new(Id, WithNames: false), Caller with { OperationId = null }, Cancelled) is not ViewCard.Shown shown) return NotFound();
        View = shown.View;
        return Page();
    }
}
