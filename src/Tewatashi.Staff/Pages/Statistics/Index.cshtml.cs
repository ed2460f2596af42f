using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tewatashi.Staff.SignIn;
using Tewatashi.Statistics;
using Tewatashi.Time;
using DateParts = Tewatashi.Web.Forms.DateParts;

namespace Tewatashi.Staff.Pages.Statistics;

/// <summary>統計: the nation's four counters, the counters' weeks, and how long cards lie.</summary>
[Needs(Permission.ViewStatistics)]
public sealed class IndexModel(SeeStatistics see, RecordApplications record, TimeProvider clock) : StaffPage
{
    [BindProperty]
    public DateParts From { get; set; } = new();

    [BindProperty]
    public DateParts To { get; set; } = new();

    [BindProperty]
    public DateParts Day { get; set; } = new();

    [BindProperty]
    public string? Count { get; set; }

    public string? Done { get; private set; }

    public SeeStatistics.View View { get; private set; } = null!; // loaded before the page is shown

    public string Query => FormattableString.Invariant($"from={View.Period.From:yyyy-MM-dd}&to={View.Period.To:yyyy-MM-dd}");

    public BarChart HandedOver => new("交付済の枚数", [.. View.Days.Select(day => (FormattableString.Invariant($"{day.Day.Month}/{day.Day.Day}"), day.Nation.HandedOver))]);

    /// <summary>For each counter one chart of a kind, so that nothing has to be told apart by colour.</summary>
    public IReadOnlyList<(string Counter, BarChart Taken, BarChart NoShows, BarChart Waits)> Counters =>
    [
        .. View.Weeks.GroupBy(week => week.Counter).Select(weeks => (
            weeks.Key,
            Chart($"{weeks.Key}: 週ごとの使った枠(%)", weeks, week => week.TakenPercent ?? 0),
            Chart($"{weeks.Key}: 週ごとの未来庁(人)", weeks, week => week.NoShow),
            Chart($"{weeks.Key}: 週ごとの待ち時間の中央値(分)", weeks, week => week.Waited?.Median ?? 0))),
    ];

    public BarChart Stock => new("到着からの日数ごとの枚数", [.. View.Stock.Select(age => (age.To is { } to ? $"{age.From}-{to}日" : $"{age.From}日-", age.Cards))]);

    public async Task OnGetAsync(DateOnly? from, DateOnly? to, string? done)
    {
        Done = done;
        await ShowAsync(Asked(from, to));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!From.TryDate(out var from)) ModelState.AddModelError(nameof(From), "いつからを、年・月・日の数字で入力してください。");
        if (!To.TryDate(out var to)) ModelState.AddModelError(nameof(To), "いつまでを、年・月・日の数字で入力してください。");
        else if (ModelState.IsValid && !Period.IsSound(from, to)) ModelState.AddModelError(nameof(To), $"いつまでは、いつからと同じ日か後の日で、{Period.Most}日以内にしてください。");
        if (ModelState.IsValid) return Redirect(FormattableString.Invariant($"/statistics?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}"));
        await ShowAsync(Asked(null, null), keep: true);
        return Page();
    }

    public async Task<IActionResult> OnPostApplicationsAsync()
    {
        if (!Day.TryDate(out var day)) ModelState.AddModelError(nameof(Day), "日を、年・月・日の数字で入力してください。");
        var typed = (Count ?? "").Normalize(System.Text.NormalizationForm.FormKC).Trim();
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) count = -1; // refused below, as any number that is too large
        if (ModelState.IsValid)
        {
            var outcome = await record.RunAsync(new(day, count), Caller, Cancelled);
            if (outcome is RecordApplications.Recorded) return Redirect("/statistics?done=recorded");
            if (outcome is RecordApplications.NotYet) ModelState.AddModelError(nameof(Day), "今日までの日を入力してください。");
            else ModelState.AddModelError(nameof(Count), $"件数を0から{RecordApplications.Most}までの数字で入力してください。");
        }

        await ShowAsync(Asked(null, null));
        return Page();
    }

    public string Of(int? count) => count is { } number ? number.ToString("N0", CultureInfo.InvariantCulture) : "未入力";

    public string WordOf(StockAge age) => age.To is { } to ? $"{age.From}日から{to}日" : $"{age.From}日以上";

    private static BarChart Chart(string title, IEnumerable<WeekFigures> weeks, Func<WeekFigures, int> figure) =>
        new(title, [.. weeks.Select(week => (FormattableString.Invariant($"{week.Monday.Month}/{week.Monday.Day}"), figure(week)))]);

    private Period Asked(DateOnly? from, DateOnly? to) =>
        from is { } first && to is { } last && Period.IsSound(first, last) ? new Period(first, last) : Period.Before(JapanTime.Today(clock));

    private async Task ShowAsync(Period period, bool keep = false)
    {
        View = await see.RunAsync(Municipality, period, Cancelled);
        if (!keep) (From, To) = (DateParts.Of(period.From), DateParts.Of(period.To));
    }
}
