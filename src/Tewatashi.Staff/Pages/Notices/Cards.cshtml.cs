using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Notices;
using Tewatashi.Staff.SignIn;
using Tewatashi.Web.Forms;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>The cards of a batch in printing order, to find a paper or a postcard in the pile. No names.</summary>
[Needs(Permission.SendNotices)]
public sealed class CardsModel(SeeNoticeBatch see, ListBatchCards list) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public BatchCardFilter Filter { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public string BatchName { get; private set; } = "";
    public IReadOnlyList<ListBatchCards.Line> Lines { get; private set; } = [];
    public int Total { get; private set; }
    public int Pages => (Total + ListBatchCards.PageSize - 1) / ListBatchCards.PageSize;
    public Func<int, string> PageUrl => page => string.Create(CultureInfo.InvariantCulture, $"?filter={Filter}&p={page}");

    public IReadOnlyList<Choice> Filters { get; } =
    [
        new(nameof(BatchCardFilter.All), "全部"),
        new(nameof(BatchCardFilter.LeftOut), "印刷の前に外れたカード"),
        new(nameof(BatchCardFilter.Unconfirmed), "印刷を確認していない"),
        new(nameof(BatchCardFilter.Unmatched), "照合していない"),
        new(nameof(BatchCardFilter.Held), "保留で送れない"),
        new(nameof(BatchCardFilter.Returned), "返戻"),
    ];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Enum.IsDefined(Filter) || await see.RunAsync(Municipality, Id, Cancelled) is not { } batch) return NotFound();
        PageNumber = Math.Max(PageNumber, 1);
        var view = await list.RunAsync(new(Id, Filter, PageNumber), Caller, Cancelled);
        (BatchName, Lines, Total) = (batch.Name, view.Lines, view.Total);
        return Page();
    }

    public static string StateOf(ListBatchCards.Line line) => line switch
    {
        { Card: BatchCardState.Suspended } => "外れた(保留)",
        { Card: BatchCardState.NotReady } => "外れた(交付前設定済でない、または郵送)",
        { Card: BatchCardState.AlreadyNotified } => "外れた(ほかの通知がある)",
        { Card: BatchCardState.GivenUp } => "取りやめ",
        { Notice: NoticeState.Sent } => "発送済",
        { Notice: NoticeState.Returned } => "返戻",
        { Notice: NoticeState.Withdrawn } => "使えない(新しい通知か交付)",
        { Notice: NoticeState.Printed, Held: true } => "保留で送れない",
        { Notice: NoticeState.Printed, Confirmed: false } => "印刷の確認待ち",
        { Notice: NoticeState.Printed, Matched: true } => "照合済",
        { Notice: NoticeState.Printed } => "確認済",
        _ => "印刷前",
    };

    public static Tone ToneOf(ListBatchCards.Line line) => line switch
    {
        { Card: BatchCardState.Suspended or BatchCardState.NotReady or BatchCardState.AlreadyNotified } or { Notice: NoticeState.Returned } => Tone.Warning,
        { Notice: NoticeState.Printed, Held: true } => Tone.Error,
        { Notice: NoticeState.Sent } or { Matched: true } => Tone.Success,
        _ => Tone.Neutral,
    };
}
