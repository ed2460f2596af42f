using Tewatashi.Cards;
using Tewatashi.Staff;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Disposal;

/// <summary>The pages of a disposal, without script, from the candidates to the printed report.</summary>
public sealed class DisposalPageTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_lead_from_the_candidates_to_the_report_without_a_name(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2);
        foreach (var card in cards) await office.SuspendAsync(card.Id, Suspension.Withdrawn);
        var witness = await office.AddStaffAsync("witness", StaffRoles.Custody);
        var custody = await office.StaffSiteAsync(StaffRoles.Custody);
        var admin = await office.StaffSiteAsync();

        var candidates = await custody.GetAsync("/disposal/candidates");
        var batch = await custody.SubmitAsync(candidates, formAction: "/disposal/candidates");
        Assert.Contains("申請取消", candidates.Text, StringComparison.Ordinal);
        Assert.Contains("起案しました", batch.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("決裁する", batch.Text, StringComparison.Ordinal);
        var address = batch.Address.AbsolutePath;

        var approved = await admin.SubmitAsync(await admin.GetAsync(address), formAction: "Approve");
        Assert.Contains("決裁しました", approved.Text, StringComparison.Ordinal);
        var abolish = await custody.SubmitAsync(await custody.GetAsync($"{address}/abolish"), new() { ["Scan"] = ScanCode.OfCard(cards[0].SerialNumber.Value) }, formAction: "/abolish");
        Assert.Contains($"廃止登録済 {cards[0].SerialNumber.Display}", abolish.Text, StringComparison.Ordinal);
        abolish = await custody.SubmitAsync(abolish, new() { ["Numbers"] = $"{cards[1].SerialNumber.Display}\nだめ" }, formAction: "List");
        Assert.Contains("1枚を記録しました。記録しなかった行は1行です", abolish.Text, StringComparison.Ordinal);

        var destroy = await custody.GetAsync($"{address}/destroy");
        foreach (var card in cards) destroy = await custody.SubmitAsync(destroy, new() { ["Scan"] = ScanCode.OfCard(card.SerialNumber.Value) }, formAction: "/destroy");
        Assert.Contains("読み取り 2枚 残り 0枚", destroy.Text, StringComparison.Ordinal);
        destroy = await custody.SubmitAsync(destroy, formAction: "Witness");
        Assert.Contains("立会者の職員のユーザーIDとパスワードを入力してください", destroy.Text, StringComparison.Ordinal);
        destroy = await custody.SubmitAsync(destroy, new() { ["SecondUserId"] = witness.UserId.Value, ["SecondPassword"] = TestStaff.Password }, formAction: "Witness");
        Assert.Contains("2枚の裁断を記録しました", destroy.Text, StringComparison.Ordinal);

        var closed = await custody.SubmitAsync(await custody.GetAsync(address), formAction: "Close");
        var report = await custody.GetAsync($"{address}/report");
        Assert.Contains("完了にしました", closed.Text, StringComparison.Ordinal);
        Assert.Contains("2枚(申請取消 2枚)", report.Text, StringComparison.Ordinal);
        Assert.Contains(witness.DisplayName, report.Text, StringComparison.Ordinal);
        Assert.All(cards, card => Assert.Contains(card.SerialNumber.Display, report.Text, StringComparison.Ordinal));
        Assert.All(cards, card => Assert.DoesNotContain(TestCards.NamesOf(card.Ordinal).KanaName!.Display, report.Text, StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Own_proposal_is_approved_by_nobody_and_the_page_says_who_must(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        await office.SuspendAsync(card.Id, Suspension.Deceased);
        var admin = await office.StaffSiteAsync();
        var nothing = await admin.SubmitAsync(await admin.GetAsync("/disposal/candidates"), new() { ["Chosen"] = "" }, formAction: "/disposal/candidates");
        var batch = await admin.SubmitAsync(await admin.GetAsync("/disposal/candidates"), formAction: "/disposal/candidates");

        var own = await admin.SubmitAsync(batch, formAction: "Approve");
        var left = await admin.SubmitAsync(own, formAction: "LeaveOut");

        Assert.Contains("起案するカードを1枚以上選んでください", nothing.Text, StringComparison.Ordinal);
        Assert.Contains("自分の起案は決裁できません", own.Text, StringComparison.Ordinal);
        Assert.Contains("外れた: 職員が外した", left.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await (await office.StaffSiteAsync(StaffRoles.Counter)).GetAsync("/disposal")).Status);
    }
}
