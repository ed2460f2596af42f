using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tewatashi.Browser.Gallery;

/// <summary>Shows every helper empty, or, with <c>?state=invalid</c>, with a mistake in every field.</summary>
[IgnoreAntiforgeryToken]
public abstract class GalleryPage : PageModel
{
    [BindProperty]
    public GalleryForm Form { get; set; } = new();

    public bool IsInvalid { get; private set; }

    public void OnGet(string? state)
    {
        if (state == "filled")
            Form = new() { ReceptionNumber = "1234-5678-9012", Email = "mihon@example.jp", Persons = 2, Counter = "2", Recipient = "parent", Answer = "yes", Kinds = ["pick", "pin"], IsAgreed = true };
        if (state != "invalid")
            return;
        IsInvalid = true;
        foreach (var (field, message) in new[]
        {
            ("ReceptionNumber", "受付番号は12けたの数字で入力してください。"), ("Password", "受付パスワードを入力してください。"), ("Email", "メールアドレスは「example@example.jp」の形で入力してください。"),
            ("Telephone", "電話番号を入力してください。"), ("Persons", "人数は1から4の数字で入力してください。"), ("Text", "お知らせは400文字までで入力してください。"),
            ("Counter", "受け取り場所を選んでください。"), ("Recipient", "どなたが受け取りに来るかを選んでください。"), ("Answer", "「はい」か「いいえ」を選んでください。"),
            ("Kinds", "手続きを一つ以上選んでください。"), ("IsAgreed", "内容を読んで、チェックを入れてください。"), ("Visit.Day", "日は1から31の数字で入力してください。"),
            ("OpenSince", "日付を入力してください。"), ("Birthday", "誕生日の月と日を入力してください。"), ("Scan", "このラベルは読み取れません。"),
        })
            ModelState.AddModelError("Form." + field, message);
        ModelState.AddModelError("", "この時間は、ほかの方が先に予約しました。");
    }
}
