using Tewatashi.HandOver;
using Tewatashi.HandOver.OldPapers;
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

        var before = await ListAsync(office);
        Assert.Equal([(OldPaperKind.NotificationCard, 1), (OldPaperKind.FormerCard, 2)], before.Kept.Select(line => (line.Paper.Kind, line.Paper.Count)).Order());
        Assert.Equal(OldPaperKind.RegisterCard, Assert.Single(before.Done).Paper.Kind);
        Guid[] kept = [.. before.Kept.Select(line => line.Paper.Id)];
        Assert.IsType<DestroyOldPapers.SamePerson>(await office.Staff<DestroyOldPapers>().RunAsync(new(kept, signature), office.By(second.Id), CancellationToken.None));
        Assert.IsType<DestroyOldPapers.WitnessRefused>(await DestroyAsync(office, kept, signature with { Password = "ちがう合言葉ですよ" }));
        Assert.Equal(2, (await ListAsync(office)).Kept.Count);
        Assert.Equal(new DestroyOldPapers.Destroyed(3), await DestroyAsync(office, kept, signature));
        Assert.IsType<DestroyOldPapers.Nothing>(await DestroyAsync(office, kept, signature));

        var after = await ListAsync(office);
        Assert.Empty(after.Kept);
        Assert.Equal(2, after.Done.Count(line => line.Witness == second.DisplayName));
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

        Assert.True(Assert.Single((await ListAsync(office)).Kept).HandOverCancelled);
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
        Assert.Contains("立会者の職員のユーザーIDとパスワードを入力してください", alone.Text, StringComparison.Ordinal);
        Assert.Contains("1枚の裁断を記録しました", destroyed.Text, StringComparison.Ordinal);
    }

    private static Task<ListOldPapers.View> ListAsync(TestOffice office) => office.Staff<ListOldPapers>().RunAsync(office.ByStaff(), CancellationToken.None);

    private static Task<DestroyOldPapers.Outcome> DestroyAsync(TestOffice office, IReadOnlyCollection<Guid> papers, SecondSignature witness) =>
        office.Staff<DestroyOldPapers>().RunAsync(new(papers, witness), office.ByStaff(), CancellationToken.None);
}
