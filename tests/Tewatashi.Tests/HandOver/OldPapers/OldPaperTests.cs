using Tewatashi.HandOver;
using Tewatashi.HandOver.OldPapers;
using Tewatashi.Lists;
using Tewatashi.Municipalities;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver.OldPapers;

/// <summary>旧カード等: kinds and counts at the gate, kept until two people destroy them.</summary>
public sealed class OldPaperTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Papers_taken_back_at_the_gate_are_listed_until_two_people_destroy_them(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var (second, signature) = await office.AddSecondAsync(StaffRoles.Custody);
        var form = await day.GoodFormAsync() with
        {
            TakenBack =
            [
                new(OldPaperKind.NotificationCard, OldPaperHandling.Kept, 1), new(OldPaperKind.FormerCard, OldPaperHandling.Kept, 2),
                new(OldPaperKind.RegisterCard, OldPaperHandling.Punched, 1), new(OldPaperKind.RegisterCard, OldPaperHandling.Kept, 0),
            ],
        };
        Assert.IsType<HandOverCard.HandedOver>(await day.HandOverAsync(form));

        var before = await KeptAsync(office);
        Assert.Equal([(OldPaperKind.NotificationCard, 1), (OldPaperKind.FormerCard, 2)], before.Select(line => (line.Paper.Kind, line.Paper.Count)).Order());
        Assert.Equal([["住民基本台帳カード", 1, "穴をあけて返した", null, null]], await RowsAsync(office, ("State", "Punched")));
        Assert.Equal(2, (await RowsAsync(office, ("State", "Kept"))).Count);
        Guid[] kept = [.. before.Select(line => line.Paper.Id)];
        Assert.IsType<DestroyOldPapers.SamePerson>(await office.Staff<DestroyOldPapers>().RunAsync(new(kept, signature), office.By(second.Id), CancellationToken.None));
        Assert.IsType<DestroyOldPapers.WitnessRefused>(await DestroyAsync(office, kept, signature with { Password = "ちがう合言葉ですよ" }));
        Assert.Equal(2, (await KeptAsync(office)).Count);
        Assert.Equal(new DestroyOldPapers.Destroyed(3), await DestroyAsync(office, kept, signature));
        Assert.IsType<DestroyOldPapers.Nothing>(await DestroyAsync(office, kept, signature));

        Assert.Empty(await KeptAsync(office));
        Assert.Equal([["通知カード", 1, "裁断済", second.DisplayName, null], ["以前の個人番号カード", 2, "裁断済", second.DisplayName, null]], (await RowsAsync(office, ("State", "Destroyed"))).OrderBy(row => row.ElementAt(1)));
        Assert.Equal(3, (await RowsAsync(office)).Count);
        Assert.Single(await RowsAsync(office, ("Kind", "FormerCard"), ("From", $"{office.Today:yyyy-MM-dd}")));
        Assert.Empty(await RowsAsync(office, ("Until", $"{office.Today.AddDays(-1):yyyy-MM-dd}")));
        Assert.Empty(await RowsAsync(office, ("Taker", second.Id.ToString())));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Papers_of_a_hand_over_taken_back_are_marked(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync();
        await day.HandOverAsync(await day.GoodFormAsync() with { TakenBack = [new(OldPaperKind.NotificationCard, OldPaperHandling.Kept, 1)] });
        await office.Staff<CancelHandOver>().RunAsync(new((await day.ReservationAsync()).Id, day.Cards[0].Card.SerialNumber, HandOverCancelReason.OwnWish, signature), office.ByStaff(), CancellationToken.None);

        Assert.True(Assert.Single(await KeptAsync(office)).HandOverCancelled);
        Assert.Equal([["通知カード", 1, "裁断待ち", null, "交付取消"]], await RowsAsync(office));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_take_counts_at_the_gate_and_the_witness_at_the_destruction(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync(StaffRoles.Custody);
        var counter = await office.StaffSiteAsync(StaffRoles.Counter);
        var address = $"/hand-over/{(await day.ReservationAsync()).Id}";
        var labelled = await counter.SubmitAsync(await counter.GetAsync(address), new() { ["Scan"] = day.Cards[0].Card.SerialNumber.Value }, formAction: "Label");
        var typed = day.BirthdayOf().MonthDay.Replace("-", "", StringComparison.Ordinal);
        var form = new Dictionary<string, string> { ["OnCard"] = typed, ["OnPaper"] = typed, ["FileNumber"] = "8-1", ["Taken[NotificationCard-Kept]"] = "１" };
        foreach (var question in Checklist.Standard.For(RecipientKind.Applicant, amendmentNeeded: false))
            form[question.Answer == ChecklistAnswer.Count ? $"Counts[{question.Code}]" : $"Ticks[{question.Code}]"] = question.Answer == ChecklistAnswer.Count ? question.Code == Checklist.PapersA ? "2" : "0" : "true";

        var wrong = await counter.SubmitAsync(labelled, new(form) { ["Taken[FormerCard-Kept]"] = "10" }, formAction: address);
        var done = await counter.SubmitAsync(wrong, new(form) { ["Taken[FormerCard-Kept]"] = "0" }, formAction: address);
        var custody = await office.StaffSiteAsync(StaffRoles.Custody);
        var list = await custody.GetAsync("/old-papers");
        var alone = await custody.SubmitAsync(list, formAction: "/old-papers");
        var destroyed = await custody.SubmitAsync(alone, new() { ["SecondUserId"] = signature.UserId, ["SecondPassword"] = signature.Password }, formAction: "/old-papers");

        Assert.Contains("以前の個人番号カードの枚数は0から9の数字で入力してください", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("交付しました", done.Text, StringComparison.Ordinal);
        Assert.Contains("裁断を待つもの 1枚", list.Text, StringComparison.Ordinal);
        Assert.Contains("通知カード", list.Text, StringComparison.Ordinal);
        Assert.Contains("裁断済", destroyed.Text, StringComparison.Ordinal);
        Assert.Contains("立会者の職員のユーザーIDとパスワードを入力してください", alone.Text, StringComparison.Ordinal);
        Assert.Contains("1枚の裁断を記録しました", destroyed.Text, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<SeeKeptPapers.Line>> KeptAsync(TestOffice office) => office.Staff<SeeKeptPapers>().RunAsync(office.Municipality, CancellationToken.None);

    /// <summary>Kind, count, what became of it, witness and warning of each that the filter names.</summary>
    private static async Task<IReadOnlyList<IEnumerable<object?>>> RowsAsync(TestOffice office, params IEnumerable<(string Key, string Value)> filter)
    {
        var list = new OldPaperList();
        var columns = new[] { "Kind", "Count", "State", "Witness", "Cancelled" }.Select(code => list.Columns.ToList().FindIndex(column => column.Code == code)).ToList();
        var view = await office.Staff<SeeList>().RunAsync(new(new(list, ListFilter.Of(list, filter)), 1), office.ByStaff(), CancellationToken.None);
        return [.. view.Lines.Select(line => columns.Select(column => line.Cells[column].Value))];
    }

    private static Task<DestroyOldPapers.Outcome> DestroyAsync(TestOffice office, IReadOnlyCollection<Guid> papers, SecondSignature witness) =>
        office.Staff<DestroyOldPapers>().RunAsync(new(papers, witness), office.ByStaff(), CancellationToken.None);
}
