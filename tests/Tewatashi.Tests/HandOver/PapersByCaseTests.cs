using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver;

/// <summary>The municipality's table of papers: one table for the gate and for what residents are told; lines of the checklist in the municipality's words.</summary>
public sealed class PapersByCaseTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Municipality_begins_with_the_standard_table_of_every_case(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        var rows = await office.Staff<ChangePaperRules>().CurrentAsync(office.Municipality, CancellationToken.None);

        Assert.Equal(Enum.GetValues<PaperCase>(), rows.Select(row => row.PaperCase));
        Assert.All(rows, row => Assert.Equal(PaperRules.Standard[row.PaperCase], new(row.ApplicantPapers, row.RepresentativePapers)));
        Assert.Equal("A1/B2", rows[0].ApplicantPapers.Value);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changed_table_counts_at_once_at_the_gate_and_for_residents_and_is_recorded(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var form = await day.GoodFormAsync();
        var onePaper = form with { Answers = new Dictionary<string, int>(form.Answers) { [Checklist.PapersA] = 1 } };

        await ChangeAsync(office, PaperCase.ApplicantWithNotice, "A2/B3");
        var refused = await day.HandOverAsync(onePaper);
        var told = (await (await office.ResidentSiteAsync()).GetAsync(office.At("bring?Kind=Applicant&Reason=FirstIssue"))).Text;
        await ChangeAsync(office, PaperCase.ApplicantWithNotice, "A1");

        Assert.Contains("Aを2点、またはBを3点", Assert.IsType<HandOverCard.Incomplete>(refused).Missing[Checklist.PapersA], StringComparison.Ordinal);
        Assert.Contains("顔写真つきのもの2点、または健康保険の資格確認書、年金手帳など3点", told, StringComparison.Ordinal);
        Assert.IsType<HandOverCard.HandedOver>(await day.HandOverAsync(onePaper));
        Assert.Equal(["ApplicantWithNotice A1/B2→A2/B3", "ApplicantWithNotice A2/B3→A1"],
            await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.ChangePapers).OrderBy(row => row.Id).Select(row => row.Detail!).ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Table_changed_by_two_at_once_is_changed_by_one(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var seen = await office.Staff<ChangePaperRules>().CurrentAsync(office.Municipality, CancellationToken.None);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(count => office.Staff<ChangePaperRules>().RunAsync(
            new([.. seen.Select(row => new ChangePaperRules.Case(row.PaperCase, row.Version, row.PaperCase == PaperCase.SubProxy ? PaperSets.Parse($"A{count}+B1") : row.ApplicantPapers, row.RepresentativePapers))]),
            office.ByStaff(), CancellationToken.None)));

        Assert.Single(outcomes, outcome => outcome is ChangePaperRules.Changed { Cases: 1 });
        Assert.Equal(3, outcomes.Count(outcome => outcome is ChangePaperRules.ChangedMeanwhile));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Table_is_typed_on_its_page_and_what_is_no_combination_is_told(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var refused = await site.SubmitAsync(await site.GetAsync("/settings/papers"), new() { ["Rows[0].Applicant"] = "免許証", ["Rows[2].Representative"] = "" });
        var saved = await site.SubmitAsync(refused, new() { ["Rows[0].Applicant"] = "ａ１／ｂ３", ["Rows[2].Representative"] = "A1" });

        Assert.Contains("A2/A1+B1 のように", refused.Text, StringComparison.Ordinal);
        Assert.Contains("保存しました", saved.Text, StringComparison.Ordinal);
        var rows = await office.SeeAsync(context => context.PaperRules.ToDictionaryAsync(row => row.PaperCase));
        Assert.Equal(("A1/B3", "A1"), (rows[PaperCase.ApplicantWithNotice].ApplicantPapers.Value, rows[PaperCase.AccompaniedWithNotice].RepresentativePapers?.Value));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.StaffSiteAsync(StaffRoles.Counter)).GetAsync("/settings/papers")).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Own_line_is_asked_at_the_gate_and_its_answer_kept_as_a_code(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var site = await office.StaffSiteAsync(StaffRoles.Admin);
        var form = await day.GoodFormAsync();

        await site.SubmitAsync(await site.GetAsync("/settings/checklist/new"), new() { ["Text"] = "説明の紙を渡した", ["Required"] = "true", ["Asked"] = "true" });
        var refused = await day.HandOverAsync(form);
        var answered = form with { Answers = new Dictionary<string, int>(form.Answers) { ["Own1"] = 1 } };

        Assert.Equal(["Own1"], Assert.IsType<HandOverCard.Incomplete>(refused).Missing.Keys);
        Assert.IsType<HandOverCard.HandedOver>(await day.HandOverAsync(answered));
        Assert.Equal(1, await office.SeeAsync(context => context.HandOverAnswers.Where(row => row.Question == "Own1").Select(row => row.Answer).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Line_worded_anew_keeps_its_code_and_its_former_wording(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var change = office.Staff<ChangeChecklist>();

        var first = await change.RunAsync(new(Checklist.TerminalDone, 0, "端末の手続きが済んだ", ChangeChecklist.OwnLine.None), office.ByStaff(), CancellationToken.None);
        var second = await change.RunAsync(new(Checklist.TerminalDone, 1, "統合端末が済んだ", ChangeChecklist.OwnLine.None with { Asked = false }), office.ByStaff(), CancellationToken.None);
        var late = await change.RunAsync(new(Checklist.TerminalDone, 1, "済んだ", ChangeChecklist.OwnLine.None), office.ByStaff(), CancellationToken.None);

        Assert.Equal([new ChangeChecklist.Changed(Checklist.TerminalDone), new ChangeChecklist.Changed(Checklist.TerminalDone), new ChangeChecklist.ChangedMeanwhile()], [first, second, late]);
        var question = (await office.SeeAsync(context => Checklist.LoadAsync(context, CancellationToken.None))).For(RecipientKind.Applicant, false).Single(line => line.Code == Checklist.TerminalDone);
        Assert.Equal(("統合端末が済んだ", true), (question.Text, question.Required));
        Assert.Equal(2, await office.SeeAsync(context => context.ChecklistLines.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Own_line_no_longer_asked_is_gone_from_the_gate(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var change = office.Staff<ChangeChecklist>();
        await change.RunAsync(new(null, 0, "説明した", new(AskedOf.ProxyAlone, Required: true, Asked: true)), office.ByStaff(), CancellationToken.None);
        var asked = await office.SeeAsync(context => Checklist.LoadAsync(context, CancellationToken.None));

        await change.RunAsync(new("Own1", 1, "説明した", new(AskedOf.ProxyAlone, Required: true, Asked: false)), office.ByStaff(), CancellationToken.None);

        Assert.Contains(asked.For(RecipientKind.SubProxy, false), line => line.Code == "Own1");
        Assert.DoesNotContain(asked.For(RecipientKind.Applicant, false), line => line.Code == "Own1");
        Assert.DoesNotContain((await office.SeeAsync(context => Checklist.LoadAsync(context, CancellationToken.None))).For(RecipientKind.SubProxy, false), line => line.Code == "Own1");
    }

    [Theory]
    [InlineData("運転免許証を見た")]
    [InlineData("123456789018")]
    [InlineData("")]
    [InlineData("1行目\n2行目")]
    public async Task Line_that_would_record_a_certificate_or_a_number_is_refused(string text)
    {
        await using var office = await TestOffice.OpenAsync(Engine.Sqlite);

        Assert.IsType<ChangeChecklist.Refused>(await office.Staff<ChangeChecklist>().RunAsync(new(null, 0, text, ChangeChecklist.OwnLine.None), office.ByStaff(), CancellationToken.None));
        Assert.False(await office.SeeAsync(context => context.ChecklistLines.AnyAsync()));
    }

    [Fact]
    public void Resident_reads_the_combinations_that_the_gate_asks_for()
    {
        var things = new WhatToBring(PaperRules.Standard).For(RecipientKind.ApplicantWithLegalRepresentative);

        Assert.Contains("交付通知書をお持ちでない方は、ご本人の本人確認書類(運転免許証、パスポートなど顔写真つきのもの2点、または顔写真つきのもの1点と、健康保険の資格確認書などほかの書類1点)", things);
        Assert.Contains("法定代理人の方の本人確認書類(運転免許証、パスポートなど顔写真つきのもの2点、または顔写真つきのもの1点と、健康保険の資格確認書などほかの書類1点)", things);
    }

    private static async Task ChangeAsync(TestOffice office, PaperCase of, string papers)
    {
        var change = office.Staff<ChangePaperRules>();
        var rows = await change.CurrentAsync(office.Municipality, CancellationToken.None);
        Assert.IsType<ChangePaperRules.Changed>(await change.RunAsync(
            new([.. rows.Select(row => new ChangePaperRules.Case(row.PaperCase, row.Version, row.PaperCase == of ? PaperSets.Parse(papers) : row.ApplicantPapers, row.RepresentativePapers))]),
            office.ByStaff(), CancellationToken.None));
    }
}
