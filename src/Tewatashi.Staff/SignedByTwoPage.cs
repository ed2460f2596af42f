using Microsoft.AspNetCore.Mvc;

namespace Tewatashi.Staff;

/// <summary>A page on which another member of staff signs, on the same screen (ADR 15). The partial <c>_Second</c> asks for it.</summary>
public abstract class SignedByTwoPage : StaffPage
{
    [BindProperty]
    public string? SecondUserId { get; set; }

    /// <summary>Never written into the page again.</summary>
    [BindProperty]
    public string? SecondPassword { get; set; }

    /// <summary>What the office calls the one who signs.</summary>
    public virtual string SecondName => "二人目";

    /// <summary>Null where nobody signed: the page says so then.</summary>
    protected SecondSignature? ReadSecond()
    {
        if (!string.IsNullOrWhiteSpace(SecondUserId) && !string.IsNullOrEmpty(SecondPassword)) return new(SecondUserId, SecondPassword);
        ModelState.AddModelError(nameof(SecondUserId), $"{SecondName}の職員のユーザーIDとパスワードを入力してください。");
        return null;
    }

    protected void SaySamePerson() => ModelState.AddModelError(nameof(SecondUserId), $"サインインしている人と同じです。{SecondName}は別の職員が入力してください。記録しました。");

    protected void SaySecondRefused() =>
        ModelState.AddModelError(nameof(SecondUserId), $"{SecondName}を確認できません。ユーザーIDかパスワードが違うか、権限がありません。続けて間違えると、しばらく使えなくなります。記録しました。");
}
