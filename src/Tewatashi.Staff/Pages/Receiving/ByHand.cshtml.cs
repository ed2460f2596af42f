using Microsoft.AspNetCore.Mvc;
using Tewatashi.Cards;
using Tewatashi.Imports;
using Tewatashi.Staff.SignIn;

namespace Tewatashi.Staff.Pages.Receiving;

/// <summary>特急発行: a card that came without a file, typed in.</summary>
[Needs(Permission.ReceiveCards)]
public sealed class ByHandModel(ReceiveByHand receive) : StaffPage
{
    [BindProperty]
    public string? Serial { get; set; }

    [BindProperty]
    public string? Application { get; set; }

    [BindProperty]
    public string? Kana { get; set; }

    [BindProperty]
    public string? Birthday { get; set; }

    [BindProperty]
    public string? Dispatch { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!SerialNumber.TryParse(Serial, out var serial)) ModelState.AddModelError(nameof(Serial), "製造管理番号は、英数字3けたと数字6けたで入力してください。");
        if (!ApplicationId.TryParse(Application, out var application)) ModelState.AddModelError(nameof(Application), "申請書IDは、数字23けたで入力してください。");
        KanaName? kana = null;
        if (!string.IsNullOrWhiteSpace(Kana) && !KanaName.TryParse(Kana, out kana, out var problem)) ModelState.AddModelError(nameof(Kana), problem);
        if (!Tewatashi.Cards.Birthday.TryParse(Birthday, out var birthday)) ModelState.AddModelError(nameof(Birthday), "誕生日は、1976-07-14 や 07-14 のように入力してください。分からない月や日は00です。");
        DispatchNumber? dispatch = null;
        if (!string.IsNullOrWhiteSpace(Dispatch) && !DispatchNumber.TryParse(Dispatch, out dispatch)) ModelState.AddModelError(nameof(Dispatch), "発送番号は、20文字までで入力してください。個人番号は入力できません。");
        if (serial is null || application is null || birthday is null || !ModelState.IsValid) return Page();
        switch (await receive.RunAsync(new(serial, new(application, kana, birthday), dispatch), Caller, Cancelled))
        {
            case ReceiveByHand.TakenIn received:
                return Redirect($"/shipments/{received.ShipmentId}?done=by-hand");
            default:
                ModelState.AddModelError(nameof(Serial), "この製造管理番号のカードは、すでに登録されています。番号を確かめてください。一覧で届いたカードは、発送の検品で受け入れます。");
                return Page();
        }
    }
}
