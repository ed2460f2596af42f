using Microsoft.AspNetCore.Mvc;
using Tewatashi.Reservations.Calls;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;

namespace Tewatashi.Staff.Pages.Calls;

/// <summary>電話連絡一覧: whom to call, what to say, and how it went.</summary>
[Needs(Permission.BookForCaller)]
public sealed class CallsModel(SeeCalls see, AnswerCall answer) : StaffPage
{
    public sealed record Filter(string Text, string Url, bool IsCurrent);

    [BindProperty(SupportsGet = true)]
    public CallReason? Reason { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    [BindProperty]
    public Guid CallId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public CallAnswer? Answer { get; set; }

    public SeeCalls.View View { get; private set; } = null!; // loaded before the page is drawn

    public int Pages => Math.Max(1, (View.Total + SeeCalls.LinesPerPage - 1) / SeeCalls.LinesPerPage);

    public IReadOnlyList<Filter> Filters =>
    [
        new($"すべて({View.Counts.Values.Sum()})", "/calls", Reason is null),
        .. View.Counts.OrderBy(count => count.Key).Select(count => new Filter($"{count.Key.Name()}({count.Value})", $"/calls?reason={count.Key}", Reason == count.Key)),
    ];

    public string UrlOf(int page) => Reason is null ? $"/calls?p={page}" : $"/calls?reason={Reason}&p={page}";

    public string StateOf(Call call) => call.State.Name()
        + (call.NotReached > 0 ? $"({call.NotReached}回)" : "")
        + (call.AnsweredAt is { } at ? $" {OfficeWords.Instant(at)}" : "");

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Answer is { } how)
        {
            if (await answer.RunAsync(new(CallId, Version, how), Caller, Cancelled) is AnswerCall.Answered)
                return Redirect(Reason is null ? "/calls?done=true" : $"/calls?reason={Reason}&done=true");
            ModelState.AddModelError("", "ほかの人が先に記録したか、連絡が要らなくなりました。今の一覧を確かめてください。");
        }

        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync() => View = await see.RunAsync(new(Reason, PageNumber), Caller with { OperationId = null }, Cancelled);
}
