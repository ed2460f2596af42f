using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Notices;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Tests.Reservations.Reminders;

namespace Tewatashi.Tests.Notices;

/// <summary>The notices counted by stage, state, reason and time sent.</summary>
public sealed class NoticeCountsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_notice_is_counted_by_stage_state_reason_and_time_sent(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await LiveAsync(office);

        var view = await office.Staff<SeeNoticeCounts>().RunAsync(office.Municipality, CancellationToken.None);

        Assert.Equal(1, view.Waiting);
        Assert.Equal([new(0, 1, 0, 1, 2, 3), new(1, 0, 1, 0, 0, 1)], view.Stages);
        Assert.Equal([new(ReturnReason.UnknownAddress, 1, 0), new(ReturnReason.NotForwarded, 1, 1), new(ReturnReason.Refused, 0, 0), new(ReturnReason.NotCollected, 0, 0)], view.Reasons);
        Assert.Equal([new(1, 3, 2), new(2, 1, 0)], view.Sequences);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_and_file_say_the_same_and_the_file_is_recorded(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await LiveAsync(office);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);

        var page = await site.GetAsync("/notices/counts");
        using var response = await site.Client.GetAsync(new Uri("/notices/counts/file", UriKind.Relative));
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Contains("転送不要による返還 | 1 | 1", page.Rows);
        Assert.Contains("再通知1 | 0 | 1 | 0 | 0 | 1 | 1", page.Rows);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("種類,段階・理由・回,区分,通数", lines[0]);
        Assert.Contains("返戻の理由,転送不要による返還,再送していない,1", lines);
        Assert.Contains("段階,再通知1,発送済,1", lines);
        Assert.Equal("notice counts", await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.ExportList).Select(row => row.Detail).SingleAsync()));
    }

    /// <summary>One waits; of three that were sent two came back, one of these is being sent again, and one was reminded.</summary>
    private static async Task LiveAsync(TestOffice office)
    {
        var cards = await office.AddCardsAsync(3);
        var papers = await office.SendNoticesAsync();
        foreach (var (paper, reason) in new[] { (papers[0], ReturnReason.UnknownAddress), (papers[1], ReturnReason.NotForwarded) })
            await office.Staff<ReturnNotice>().RunAsync(new(new NoticeCode.Reception(paper.Number), reason, office.Today), office.ByStaff(), CancellationToken.None);
        var made = (ResendNotice.Made)await office.Staff<ResendNotice>().RunAsync(new(cards[0].Id, Large: false, office.Today.AddDays(90)), office.ByStaff(), CancellationToken.None);
        await office.IssueAsync(made.BatchId);
        office.Clock.Advance(TimeSpan.FromDays(91));
        await ReminderTests.RemindAsync(office, 1, office.Today.AddDays(90));
        await office.AddCardsAsync(1);
    }
}
