using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tewatashi.Staff.Pages;

/// <summary>What went wrong, in words, and a reference; nothing of the inside.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "";
    public string Advice { get; private set; } = "";

    /// <summary>Finds the failure in the program's log; null where nothing failed.</summary>
    public string? Reference { get; private set; }

    public void OnGet(int? status) => Say(status);

    public void OnPost(int? status) => Say(status);

    private void Say(int? status)
    {
        (Heading, Advice) = status switch
        {
            403 => ("この画面を開く権限がありません", "必要なときは、管理者に権限を頼んでください。"),
            404 => ("ページが見つかりません", "アドレスが変わったか、対象がもうありません。"),
            400 => ("画面の有効期限が切れました", "前の画面に戻って読み込み直し、もう一度操作してください。入力は登録されていません。"),
            413 => ("送られたデータが大きすぎます", "ファイルの大きさを確かめてください。"),
            _ => ("処理できませんでした", "しばらくしてからもう一度操作してください。続くときは、下の番号を受託事業者へ知らせてください。"),
        };
        if (status is null) Reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
    }
}
