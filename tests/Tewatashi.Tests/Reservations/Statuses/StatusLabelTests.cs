using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Statuses;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Tests.Resident;

namespace Tewatashi.Tests.Reservations.Statuses;

/// <summary>処理状況 renamed by a municipality, on both faces.</summary>
public sealed class StatusLabelTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Renamed_status_is_read_on_both_faces_and_only_in_japanese(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddNotifiedCardsAsync(1))[0];
        var staff = await office.StaffSiteAsync(StaffRoles.Admin);
        var resident = await office.ResidentSiteAsync();
        await resident.SignInAsync(office, card);
        Assert.Contains("カードの状況: 受け取れます(予約前)", (await resident.GetAsync(office.At("reservation"))).Text, StringComparison.Ordinal);

        var form = await staff.GetAsync("/settings/statuses");
        var row = form.Document.QuerySelectorAll("input[name$='.Status']").Select(input => input.GetAttribute("value")).ToList().IndexOf(nameof(CardStatus.Notified));
        var saved = await staff.SubmitAsync(form, new() { [$"Rows[{row}].Label"] = "お待ちしています" });

        Assert.Contains("保存しました", saved.Text, StringComparison.Ordinal);
        Assert.Contains("お待ちしています", (await staff.GetAsync($"/cards/{card.Id}")).Heading, StringComparison.Ordinal);
        Assert.Contains("カードの状況: お待ちしています", (await resident.GetAsync(office.At("reservation"))).Text, StringComparison.Ordinal);
        var english = await resident.GetAsync(office.At("en/reservation"));
        Assert.Contains("Where your card stands: Ready to be collected", english.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("お待ちしています", english.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Name_that_would_tell_why_a_card_is_stopped_is_refused_for_every_status(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        foreach (var word in new[] { "要窓口確認", "支援措置中", "dv", "転出の方", "入院中" })
        {
            Assert.IsType<ChangeStatusLabels.Refused>(await ChangeAsync(office, CardStatus.Suspended, word));
            Assert.IsType<ChangeStatusLabels.Refused>(await ChangeAsync(office, CardStatus.Notified, word));
        }

        Assert.IsType<ChangeStatusLabels.Refused>(await ChangeAsync(office, CardStatus.Booked, new string('長', 21)));
        Assert.IsType<ChangeStatusLabels.Refused>(await ChangeAsync(office, CardStatus.Booked, "123456789018"));
        Assert.Equal(0, await office.SeeAsync(context => context.StatusLabels.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_suspension_reads_alike_under_the_renamed_word(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        Assert.IsType<ChangeStatusLabels.Changed>(await ChangeAsync(office, CardStatus.Suspended, "手続き停止中"));
        var counter = await office.AddCounterAsync();
        // A card is abolished by its disposal alone.
        var reasons = Enum.GetValues<Suspension>().Where(reason => reason != Suspension.Abolished).ToArray();
        var cards = await office.AddNotifiedCardsAsync(reasons.Length);
        var told = new List<string>();
        foreach (var (reason, card) in reasons.Zip(cards))
        {
            if (reason == Suspension.AskAtCounter) await office.BookAsync(card, counter, TestCounters.FirstWebDay, new TimeOnly(10, 0));
            await office.Staff<SuspendCard>().RunAsync(new(card.Id, reason), office.ByStaff(), CancellationToken.None);
            var site = await office.ResidentSiteAsync();
            await site.SignInAsync(office, card);
            told.Add((await site.GetAsync(office.At("reservation"))).Text);
        }

        var only = Assert.Single(told.Distinct());
        Assert.Contains("カードの状況: 手続き停止中", only, StringComparison.Ordinal);
        Assert.DoesNotContain("確認", only.Replace("ご確認", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Family_of_somebody_at_the_counter_alone_reads_as_stopped(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.BookAsync(cards[0], counter, TestCounters.FirstWebDay, new TimeOnly(10, 0), cards[1]);
        await office.Staff<SuspendCard>().RunAsync(new(cards[0].Id, Suspension.AskAtCounter), office.ByStaff(), CancellationToken.None);

        var shown = await office.Resident<ViewBooking>().RunAsync(new(cards[1].Id), office.ByResident(cards[1].Id), CancellationToken.None);

        Assert.Equal((null, CardStatus.Suspended), (shown?.Visit, shown?.Status));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Blank_gives_the_standard_word_back_and_one_of_two_wins(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var change = office.Staff<ChangeStatusLabels>();
        var now = await change.CurrentAsync(office.Municipality, CancellationToken.None);
        await ChangeAsync(office, CardStatus.Booked, "ご予約済み");

        Assert.IsType<ChangeStatusLabels.ChangedMeanwhile>(await change.RunAsync(new(now.Version, new Dictionary<CardStatus, string> { [CardStatus.Booked] = "予約あり" }), office.ByStaff(), CancellationToken.None));
        Assert.Equal("ご予約済み", (await office.Resident<ReadStatusLabels>().RunAsync(office.Municipality, CancellationToken.None)).Of(CardStatus.Booked));
        Assert.Equal(new ChangeStatusLabels.Changed(1), await ChangeAsync(office, CardStatus.Booked, " "));
        Assert.Equal("予約済", (await office.Resident<ReadStatusLabels>().RunAsync(office.Municipality, CancellationToken.None)).Of(CardStatus.Booked));
    }

    private static async Task<ChangeStatusLabels.Outcome> ChangeAsync(TestOffice office, CardStatus status, string label)
    {
        var change = office.Staff<ChangeStatusLabels>();
        var now = await change.CurrentAsync(office.Municipality, CancellationToken.None);
        return await change.RunAsync(new(now.Version, new Dictionary<CardStatus, string> { [status] = label }), office.ByStaff(), CancellationToken.None);
    }
}
