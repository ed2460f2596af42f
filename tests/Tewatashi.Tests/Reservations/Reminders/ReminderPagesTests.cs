using System.Net;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Municipalities.Reminders;
using Tewatashi.Notices;
using Tewatashi.Staff;
using Tewatashi.Testing;
using UglyToad.PdfPig;

namespace Tewatashi.Tests.Reservations.Reminders;

/// <summary>The pages of 再通知 and of its stages.</summary>
public sealed class ReminderPagesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reminder_is_made_from_the_list_and_printed_with_its_own_text(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(2);
        await office.SendNoticesAsync();
        office.Clock.Advance(TimeSpan.FromDays(91));
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        Assert.Contains("再通知(2枚)", (await site.GetAsync("/notices")).Text, StringComparison.Ordinal);
        Assert.Contains("再通知1 | 交付期限を過ぎたとき | 2 | 0 | 0 | 0", (await site.GetAsync("/notices/reminders")).Rows);
        var list = await site.GetAsync("/notices/reminders/1");
        Assert.Contains("交付期限を1日過ぎた", list.Text, StringComparison.Ordinal);
        var wrong = await site.SubmitAsync(list, new() { ["AtMost"] = "たくさん", ["DeadlineOn.Month"] = "13" });
        Assert.Contains("枚数は1から5000の数字で入力してください", wrong.Text, StringComparison.Ordinal);
        var batch = await site.SubmitAsync(list, new() { ["AtMost"] = "2" });
        Assert.Contains("再通知の束を作りました", batch.Text, StringComparison.Ordinal);
        Assert.Contains("再通知1", batch.Heading, StringComparison.Ordinal);
        using var response = await site.DownloadAsync(batch, formAction: "handler=Issue");
        using var pdf = PdfDocument.Open(await response.Content.ReadAsByteArrayAsync());

        Assert.Contains("(再通知)", string.Concat(pdf.GetPages().Select(sheet => sheet.Text)), StringComparison.Ordinal);
        Assert.Equal([0, 0, 1, 1], (await office.SeeAsync(context => context.Notices.Select(row => row.Stage).ToListAsync())).Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stages_typed_on_the_page_are_kept_and_a_gap_is_told_at_the_field(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.StaffSiteAsync(StaffRoles.Admin);

        var gap = await site.SubmitAsync(await site.GetAsync("/settings/reminders"), new() { ["Rows[2].Days"] = "30", ["Rows[2].DeadlineDays"] = "30" });
        var far = await site.SubmitAsync(await site.GetAsync("/settings/reminders"), new() { ["Rows[0].DeadlineDays"] = "9" });
        var saved = await site.SubmitAsync(await site.GetAsync("/settings/reminders"), new() { ["Rows[1].CountedFrom"] = nameof(ReminderFrom.LastNotice), ["Rows[1].Days"] = "６０", ["Rows[1].DeadlineDays"] = "30" });

        Assert.Contains("再通知2の日数を数字で入力してください", gap.Text, StringComparison.Ordinal);
        Assert.Contains("14から730までの数字で入力してください", far.Text, StringComparison.Ordinal);
        Assert.Contains("保存しました", saved.Text, StringComparison.Ordinal);
        Assert.Equal(["1 Deadline 0 90", "2 LastNotice 60 30"], (await office.SeeAsync(context => context.ReminderStages.OrderBy(row => row.Stage).ToListAsync()))
            .Select(row => $"{row.Stage} {row.CountedFrom} {row.Days} {row.DeadlineDays}"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_answer_nobody_without_the_permission(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.StaffSiteAsync(StaffRoles.Counter);
        var custody = await office.StaffSiteAsync(StaffRoles.Custody);

        foreach (var path in new[] { "/notices/reminders", "/notices/reminders/1", "/notices/counts", "/notices/counts/file", "/settings/reminders", "/settings/statuses" })
            Assert.Equal(HttpStatusCode.Forbidden, (await counter.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await custody.GetAsync("/notices/reminders/4")).Status);
    }
}
