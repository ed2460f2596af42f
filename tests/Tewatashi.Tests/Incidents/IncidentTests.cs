using Tewatashi.Incidents;
using Tewatashi.Lists;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Incidents;

/// <summary>The register of incidents and its legal clocks (CMP-12).</summary>
public sealed class IncidentTests
{
    [Theory]
    [InlineData(false, 30)]
    [InlineData(true, 60)]
    public void Clock_counts_the_day_of_knowing_as_the_first(bool wrongful, int days)
    {
        var known = new DateOnly(2026, 11, 24);

        Assert.Equal(new IncidentClock(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 28), known.AddDays(days - 1)), IncidentClock.Of(known, wrongful));
        Assert.Equal(new DateOnly(2026, 12, 23), IncidentClock.Of(known, wrongful: false).FinalBy);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reports_become_late_by_themselves_and_are_late_no_more_once_made(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var incident = await RecordAsync(office, office.Today);
        var first = office.Today;

        office.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(0, await LateAsync(office));
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await LateAsync(office));
        Assert.Contains("報告の期限を過ぎた事故が1件あります", (await (await office.StaffSiteAsync(StaffRoles.Auditor)).GetAsync("/")).Text, StringComparison.Ordinal);

        Assert.IsType<RecordIncidentStep.Recorded>(await StepAsync(office, incident, IncidentStepKind.FirstReport, office.Today));
        Assert.Equal(0, await LateAsync(office));
        office.Clock.Advance(TimeSpan.FromDays(24));
        Assert.Equal(0, await LateAsync(office));
        office.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await LateAsync(office));
        Assert.IsType<RecordIncidentStep.Recorded>(await StepAsync(office, incident, IncidentStepKind.FinalReport, office.Today));
        Assert.Equal(0, await LateAsync(office));
        Assert.Equal(new RecordIncidentStep.WrongDay(first, office.Today), await StepAsync(office, incident, IncidentStepKind.Closed, office.Today.AddDays(1)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Step_written_down_again_counts_and_the_former_stays(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var incident = await RecordAsync(office, office.Today);
        var day = office.Today;
        await StepAsync(office, incident, IncidentStepKind.PoliceTold, day);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await StepAsync(office, incident, IncidentStepKind.PoliceTold, office.Today);

        var one = await office.Staff<ViewIncident>().RunAsync(incident, office.ByStaff(), CancellationToken.None);

        Assert.Equal([(day, false), (office.Today, true)], one!.Steps.Select(step => (step.DoneOn, step.Counts)));
        Assert.Equal(office.Today, one.Line.Done[IncidentStepKind.PoliceTold]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Incidents_written_down_at_once_get_numbers_of_their_own(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => RecordAsync(office, office.Today))));

        Assert.Equal(["2026-002", "2026-001"], (await office.Staff<SeeList>().RunAsync(new(ListAsk.Of(new IncidentList(), office.Today), 1), office.ByStaff(), CancellationToken.None)).Lines.Select(line => line.Cells[0].Value));
        Assert.IsType<RecordIncident.WrongDay>(await office.Staff<RecordIncident>().RunAsync(new(IncidentKind.Other, office.Today.AddDays(1), false, null), office.ByStaff(), CancellationToken.None));
        Assert.IsType<RecordIncident.UnknownCard>(await office.Staff<RecordIncident>().RunAsync(new(IncidentKind.Other, office.Today, false, Tewatashi.Cards.SerialNumber.Parse("ZZZ999999")), office.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_write_an_incident_down_and_auditors_only_read_it(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var empty = await site.SubmitAsync(await site.GetAsync("/incidents"), formAction: "/incidents");
        var report = await site.SubmitAsync(empty, new() { ["Kind"] = nameof(IncidentKind.HandedToAnother) }, formAction: "/incidents");
        var done = await site.SubmitAsync(report, new() { ["Step"] = nameof(IncidentStepKind.FirstReport) }, formAction: "/incidents");

        Assert.Contains("種類を選んでください", empty.Text, StringComparison.Ordinal);
        Assert.Contains("個人情報保護委員会へ速報: 2026/11/28(土)まで あと4日です", report.Text, StringComparison.Ordinal);
        Assert.Contains("個人情報保護委員会へ確報: 2026/12/23(水)まで", done.Text, StringComparison.Ordinal);
        var auditor = await office.StaffSiteAsync(StaffRoles.Auditor);
        var read = await auditor.GetAsync(report.Address.AbsolutePath);
        Assert.Contains("事故の報告", read.Heading, StringComparison.Ordinal);
        Assert.Empty(read.Document.QuerySelectorAll("main form"));
        Assert.DoesNotContain("事故を記録する", (await auditor.GetAsync("/incidents")).Text, StringComparison.Ordinal);
    }

    private static async Task<Guid> RecordAsync(TestOffice office, DateOnly knownOn) =>
        Assert.IsType<RecordIncident.Recorded>(await office.Staff<RecordIncident>().RunAsync(new(IncidentKind.PaperLost, knownOn, false, null), office.ByStaff(), CancellationToken.None)).IncidentId;

    private static Task<RecordIncidentStep.Outcome> StepAsync(TestOffice office, Guid incident, IncidentStepKind kind, DateOnly on) =>
        office.Staff<RecordIncidentStep>().RunAsync(new(incident, kind, on), office.ByStaff(), CancellationToken.None);

    private static Task<int> LateAsync(TestOffice office) => office.Staff<ViewIncident>().LateAsync(office.Municipality, CancellationToken.None);
}
