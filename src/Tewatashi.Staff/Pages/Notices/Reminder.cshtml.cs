using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Municipalities.Reminders;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Reminders;
using Tewatashi.Staff.SignIn;
using Tewatashi.Text;
using Tewatashi.Time;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>One stage of 再通知: who is due and why, and the batch made of them.</summary>
[Needs(Permission.SendNotices)]
public sealed class ReminderModel(ListDueReminders list, CreateReminderBatch create, ProposeNotices propose, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public int Stage { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public string? AtMost { get; set; }

    [BindProperty]
    public bool Large { get; set; }

    [BindProperty]
    public DateParts DeadlineOn { get; set; } = new();

    public ListDueReminders.View List { get; private set; } = null!; // loaded before the page is shown
    public ProposeNotices.View Proposal { get; private set; } = null!; // as the list

    public int Pages => (List.Total + ListDueReminders.PageSize - 1) / ListDueReminders.PageSize;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Typed.Number(AtMost) is not (>= 1 and <= CreateNoticeBatch.MostCards and var atMost))
        {
            ModelState.AddModelError(nameof(AtMost), string.Create(CultureInfo.InvariantCulture, $"枚数は1から{CreateNoticeBatch.MostCards}の数字で入力してください。"));
            atMost = 0;
        }

        if (!DeadlineOn.TryDate(out var deadline)) ModelState.AddModelError(nameof(DeadlineOn), "交付期限を、年・月・日の数字で入力してください。");
        if (ModelState.IsValid)
        {
            switch (await create.RunAsync(new(Stage, Large, deadline, atMost), Caller, Cancelled))
            {
                case CreateReminderBatch.Created created:
                    return Redirect($"/notices/{created.BatchId}?done=reminder");
                case CreateReminderBatch.NoSuchStage:
                    return NotFound();
                case CreateReminderBatch.DeadlinePassed:
                    ModelState.AddModelError(nameof(DeadlineOn), "交付期限は今日か、今日より後の日にしてください。");
                    break;
                case CreateReminderBatch.NothingDue:
                    ModelState.AddModelError(nameof(AtMost), "送る時期のカードはもうありません。ほかの職員が先に束を作ったかもしれません。");
                    break;
            }
        }

        return await ShowAsync();
    }

    public string WhyOf(ListDueReminders.Line line) => List.Rule.CountedFrom switch
    {
        ReminderFrom.Deadline => $"交付期限を{JapanTime.Today(clock).DayNumber - line.DeadlineOn.DayNumber}日過ぎた",
        ReminderFrom.LastNotice => $"前の通知の発送から{JapanTime.Today(clock).DayNumber - line.SentOn.DayNumber}日たった",
    };

    private async Task<IActionResult> ShowAsync()
    {
        PageNumber = Math.Max(PageNumber, 1);
        if (await list.RunAsync(new(Stage, PageNumber), Caller, Cancelled) is not { } view) return NotFound();
        List = view;
        Proposal = await propose.RunAsync(Municipality, first: false, Cancelled);
        if (DeadlineOn.IsEmpty) DeadlineOn = DateParts.Of(JapanTime.Today(clock).AddDays(view.Rule.DeadlineDays));
        if (AtMost is null && Proposal.Of(view.Total) is > 0 and var proposed) AtMost = proposed.ToString(CultureInfo.InvariantCulture);
        return Page();
    }
}
