using Microsoft.AspNetCore.Mvc;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Web.Forms;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Audit;

/// <summary>操作ログ: who did what, when, from where, to which record. What is searched for is posted; the address holds ids alone.</summary>
[Needs(Permission.ViewAudit)]
public sealed class SearchModel(SearchAudit search, ChangeStaff staff, FindCardId cards, TimeProvider clock) : StaffPage
{
    [BindProperty]
    public DateParts From { get; set; } = new();

    [BindProperty]
    public DateParts Until { get; set; } = new();

    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public OperationKind? Kind { get; set; }

    [BindProperty]
    public string? SerialNumber { get; set; }

    /// <summary>Null until something was searched.</summary>
    public SearchAudit.Found? Found { get; private set; }

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];
    public IReadOnlyList<Choice> People { get; private set; } = [];
    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<OperationKind>().Select(kind => new Choice(kind.ToString(), kind.Name()))];
    public int PageNumber { get; private set; } = 1;

    /// <summary>The address of a page of the same search.</summary>
    public Func<int, string> PageUrl { get; private set; } = _ => "";

    /// <summary>The heading by which the log is turned round; nothing else in it is sorted by: only the moment has an index.</summary>
    public SortLink ByTime { get; private set; } = new("日時", "", Descending: true);

    /// <summary>Where the whole search is written to a file.</summary>
    public string ExportUrl { get; private set; } = "";

    public async Task OnGetAsync(DateOnly? from, DateOnly? until, Guid? person, OperationKind? kind, Guid? card, int? p, string? order, bool? descending)
    {
        var members = await LoadAsync();
        var today = JapanTime.Today(clock);
        var (first, last) = (from ?? today.AddDays(-6), until ?? today);
        (From, Until, Person, Kind) = (DateParts.Of(first), DateParts.Of(last), person, kind);
        if (from is null || until is null) return;

        PageNumber = Math.Max(1, p ?? 1);
        var oldestFirst = order == "At" && descending != true;
        var address = Address(first, last, person, kind, card);
        var shown = new ListAddress("/audit", address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..], "At", !oldestFirst);
        (PageUrl, ByTime, ExportUrl) = (shown.Page, shown.Sort("At", "日時"), $"/export/log?{shown.Query}");
        Found = await search.RunAsync(
            new(JapanTime.StartOf(first), JapanTime.StartOf(last.AddDays(1)), person?.ToString(), kind, card, PageNumber, oldestFirst), Caller, Cancelled);
        var named = await cards.SerialNumbersAsync(Municipality, [.. Found.Entries.Select(entry => entry.SubjectId).Append(card).OfType<Guid>().Distinct()], Cancelled);
        if (card is { } asked && named.TryGetValue(asked, out var serialNumber)) SerialNumber = serialNumber.Display;
        Lines = [.. Found.Entries.Select(entry => AuditLine.Of(entry, members, named))];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!From.TryDate(out var first)) ModelState.AddModelError(nameof(From), "いつからを、年・月・日の数字で入力してください。");
        if (!Until.TryDate(out var last)) ModelState.AddModelError(nameof(Until), "いつまでを、年・月・日の数字で入力してください。");
        else if (ModelState.IsValid && last < first) ModelState.AddModelError(nameof(Until), "いつまでは、いつからと同じ日か後の日にしてください。");
        Guid? card = null;
        if (!string.IsNullOrWhiteSpace(SerialNumber) && ModelState.IsValid)
        {
            if (!Tewatashi.Cards.SerialNumber.TryParse(SerialNumber, out var serialNumber)) ModelState.AddModelError(nameof(SerialNumber), "製造管理番号は、英数字3文字と数字6けたで入力してください。");
            else if ((card = await cards.RunAsync(Municipality, serialNumber, Cancelled)) is null) ModelState.AddModelError(nameof(SerialNumber), "この製造管理番号のカードはありません。番号を確かめてください。");
        }

        if (ModelState.IsValid) return Redirect(Address(first, last, Person, Kind, card));
        await LoadAsync();
        return Page();
    }

    private async Task<IReadOnlyDictionary<string, StaffMember>> LoadAsync()
    {
        var members = await staff.ListAsync(Caller, Cancelled);
        People = [.. members.Select(member => new Choice(member.Id.ToString(), $"{member.DisplayName} ({member.UserId.Display})"))];
        return members.ToDictionary(member => member.Id.ToString());
    }

    private static string Address(DateOnly first, DateOnly last, Guid? person, OperationKind? kind, Guid? card) =>
        FormattableString.Invariant($"/audit?from={first:yyyy-MM-dd}&until={last:yyyy-MM-dd}")
        + (person is null ? "" : $"&person={person}") + (kind is null ? "" : $"&kind={kind}") + (card is null ? "" : $"&card={card}");
}
