using Microsoft.AspNetCore.Mvc;
using Tewatashi.Lists;
using Tewatashi.Reservations.Calls;
using Tewatashi.Staff.Lists;
using Tewatashi.Staff.SignIn;
using Tewatashi.Time;

namespace Tewatashi.Staff.Pages.Calls;

/// <summary>電話連絡一覧: whom to call, what to say, and how it went.</summary>
[Needs(Permission.BookForCaller)]
public sealed class CallsModel(SeeCalls see, SeeList list, AnswerCall answer) : StaffPage
{
    public sealed record Filter(string Text, string Url, bool IsCurrent);

    [BindProperty(SupportsGet = true)]
    public CallReason? Reason { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    [BindProperty]
    public Guid CallId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public CallAnswer? Answer { get; set; }

    public SeeCalls.View View { get; private set; } = null!; // loaded before the page is drawn

    public ListShown List { get; private set; } = null!; // loaded before the page is drawn

    public IReadOnlyList<Filter> Filters =>
    [
        new($"すべて({View.Counts.Values.Sum()})", "/calls", Reason is null),
        .. View.Counts.OrderBy(count => count.Key).Select(count => new Filter($"{count.Key.Name()}({count.Value})", $"/calls?reason={count.Key}", Reason == count.Key)),
    ];

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

    private async Task LoadAsync()
    {
        List = AskedList(OfficeLists.Calls, list.Today);
        // A mistaken field shows nobody: the list is asked as it stands first, and its lines are left away.
        View = await see.RunAsync(new(List.Ask, List.Page), Caller with { OperationId = null }, Cancelled);
        if (List.Problems.Count > 0) View = View with { Lines = [], Page = List.View };
        List = List with { View = View.Page };
    }
}
