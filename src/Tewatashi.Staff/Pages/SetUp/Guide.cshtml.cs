using Microsoft.AspNetCore.Mvc;
using Tewatashi.Counters;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Closures;
using Tewatashi.Reservations;
using Tewatashi.Staff.SignIn;
using Tewatashi.Storage;
using Tewatashi.Text;
using Tewatashi.Time;

namespace Tewatashi.Staff.Pages.SetUp;

/// <summary>初期設定ガイド: from an empty municipality to its first bookable day, with a short form for each step that is next.</summary>
[Needs(Permission.ManageSettings)]
public sealed class GuideModel(
    ReadSetUp read, FinishSetUp finish, AddLocations addLocations, ReadCounters counters, SaveCounter saveCounter, SaveOpeningHours saveHours,
    ChangeSettings changeSettings, TimeProvider clock) : StaffPage
{
    private const int GridMinutes = 15;

    [BindProperty]
    public GuideForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public IReadOnlyList<GuideStep> Steps { get; private set; } = [];
    public bool CanFinish { get; private set; }
    public bool IsFinished { get; private set; }

    /// <summary>In words; null while there is none.</summary>
    public string? FirstBookableOn { get; private set; }

    /// <summary>The counter that still has no hours; null where every one has.</summary>
    public Counter? WithoutHours { get; private set; }

    public Rules Rules { get; private set; } = new();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostStorageAsync()
    {
        var (shelves, boxes, capacity) = (Number(nameof(Form.Shelves), Form.Shelves, "棚の数"), Number(nameof(Form.Boxes), Form.Boxes, "箱の数"), Number(nameof(Form.Capacity), Form.Capacity, "箱に入る枚数"));
        if (ModelState.IsValid)
        {
            var outcome = await addLocations.RunAsync(
                new(LocationPath.Parse("H-V1"), Form.BuildingName ?? "", "保管庫1", new(1, shelves), new(1, boxes), capacity), Caller, Cancelled);
            if (outcome is AddLocations.Refused refused) Say(nameof(Form.BuildingName), refused.Reason);
            if (outcome is AddLocations.AlreadyThere) Say(nameof(Form.BuildingName), "同じ保管場所がもうあります。画面を読み込み直してください。");
        }

        return await NextAsync();
    }

    public async Task<IActionResult> OnPostCounterAsync()
    {
        if (!CounterCode.TryParse(Form.CounterCode, out var code)) Say(nameof(Form.CounterCode), "窓口の記号を、半角の英数字で入力してください。例 01");
        if (ModelState.IsValid)
        {
            Guid? building = (await counters.RunAsync(Municipality, Cancelled)).Buildings is [var first, ..] ? first.Id : null;
            switch (await saveCounter.RunAsync(new(null, null, code, Form.CounterName ?? "", building, GridMinutes, ""), Caller, Cancelled))
            {
                case SaveCounter.CodeTaken:
                    Say(nameof(Form.CounterCode), "この記号の窓口がもうあります。");
                    break;
                case SaveCounter.Wrong { Field: nameof(SaveCounter.Request.BuildingId) }:
                    Say(nameof(Form.CounterName), "先に庁舎を作ってください。");
                    break;
                case SaveCounter.Wrong:
                    Say(nameof(Form.CounterName), $"窓口の名前を{SaveCounter.NameLength}文字以内で入力してください。");
                    break;
            }
        }

        return await NextAsync();
    }

    public async Task<IActionResult> OnPostHoursAsync()
    {
        var booths = Number(nameof(Form.Booths), Form.Booths, "同時に対応できる数");
        if (Typed.Time(Form.OpensAt) is not { } opensAt) Say(nameof(Form.OpensAt), "始まりを 9:00 のように入力してください。");
        else if (Typed.Time(Form.ClosesAt) is not { } closesAt) Say(nameof(Form.ClosesAt), "終わりを 17:00 のように入力してください。");
        else if (ModelState.IsValid)
        {
            var week = Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(day => new WeeklyStretch(day, opensAt, closesAt, booths)).ToList();
            switch (await saveHours.RunAsync(new(Form.CounterId, JapanTime.Today(clock), week), Caller, Cancelled))
            {
                case SaveOpeningHours.Wrong wrong:
                    Say(wrong.Fault == HoursFault.Booths ? nameof(Form.Booths) : nameof(Form.ClosesAt), $"{wrong.Fault.Name()}。");
                    break;
                case SaveOpeningHours.NoCounter:
                    Say(nameof(Form.OpensAt), "窓口がありません。画面を読み込み直してください。");
                    break;
                case SaveOpeningHours.Loses:
                    Say(nameof(Form.OpensAt), "もう予約が入っています。交付窓口の画面で変更してください。");
                    break;
            }
        }

        return await NextAsync();
    }

    public Task<IActionResult> OnPostRulesAsync()
    {
        if (string.IsNullOrWhiteSpace(Form.ResidentUrl)) Say(nameof(Form.ResidentUrl), "予約ページのアドレスを入力してください。");
        return SettingsAsync(rules => rules with { ResidentUrl = Form.ResidentUrl ?? "" });
    }

    public Task<IActionResult> OnPostContactAsync()
    {
        if (string.IsNullOrWhiteSpace(Form.Telephone + Form.Fax + Form.ContactMail)) Say(nameof(Form.Telephone), "電話番号、FAX番号、メールアドレスのどれかを入力してください。");
        return SettingsAsync(rules => rules with
        {
            Telephone = Form.Telephone ?? "",
            TelephoneHours = Form.TelephoneHours ?? "",
            Fax = Form.Fax ?? "",
            ContactMail = Form.ContactMail ?? "",
        });
    }

    public async Task<IActionResult> OnPostFinishAsync()
    {
        if (await finish.RunAsync(Caller, Cancelled) is FinishSetUp.NotYet notYet)
            ModelState.AddModelError("", $"まだ終えられません。残り: {string.Join("、", notYet.Missing.Select(matter => matter.Name()))}");
        return await NextAsync("/guide?done=true");
    }

    private async Task<IActionResult> SettingsAsync(Func<Rules, Rules> with)
    {
        if (ModelState.IsValid)
        {
            var now = await changeSettings.CurrentAsync(Municipality, Cancelled);
            switch (await changeSettings.RunAsync(new(now.Version, with(Rules.Of(now))), Caller, Cancelled))
            {
                case ChangeSettings.Refused refused:
                    foreach (var problem in refused.Problems) Say(problem.Field, problem.Message);
                    break;
                case ChangeSettings.ChangedMeanwhile:
                    ModelState.AddModelError("", "ほかの職員が同時に設定を変更しました。もう一度押してください。");
                    break;
            }
        }

        return await NextAsync();
    }

    private async Task<IActionResult> NextAsync(string address = "/guide")
    {
        if (ModelState.IsValid) return Redirect(address);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        var progress = await read.RunAsync(Municipality, Cancelled);
        Steps = GuideStep.All(progress);
        (CanFinish, IsFinished) = (progress.CanFinish, progress.FinishedAt is not null);
        FirstBookableOn = progress.FirstBookableOn is { } day ? JapaneseDate.Full(day) : null;
        var shown = await counters.RunAsync(Municipality, Cancelled);
        WithoutHours = shown.Counters.FirstOrDefault(counter => counter.Active && shown.Hours.All(hours => hours.CounterId != counter.Id));
        Rules = Rules.Of(await changeSettings.CurrentAsync(Municipality, Cancelled));
    }

    private int Number(string field, string? typed, string name)
    {
        if (Typed.Number(typed) is { } number and > 0) return number;
        Say(field, $"{name}を1以上の数字で入力してください。");
        return 0;
    }

    private void Say(string field, string message) => ModelState.AddModelError($"{nameof(Form)}.{field}", message);
}
