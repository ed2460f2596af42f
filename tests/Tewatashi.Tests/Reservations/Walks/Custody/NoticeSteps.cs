using Microsoft.EntityFrameworkCore;
using Tewatashi.Notices;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>Cards are chosen for their notices, papers issued, confirmed, matched and sent; some come back and are sent again.</summary>
internal sealed class NoticeSteps(CustodyFloor floor)
{
    public IEnumerable<WalkSteps.Step> All =>
    [
        new("choose cards for notices", 2, CreateAsync),
        new("issue notices", 3, IssueAsync),
        new("confirm the printing", 4, ConfirmAsync),
        new("match a notice", 3, MatchAsync),
        new("send notices", 4, SendAsync),
        new("a notice comes back", 3, ReturnAsync),
        new("send a notice again", 3, ResendAsync),
        new("give up notices", 1, GiveUpAsync),
    ];

    private static Task<string> CreateAsync(Walker walker)
    {
        var (form, match, most) = (walker.OneOf(Enum.GetValues<NoticeForm>()), walker.Random.Next(2) == 0, walker.Random.Next(1, 6));
        return walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<CreateNoticeBatch>().RunAsync(new(null, form, walker.Office.Today.AddDays(60), most, match), caller, CancellationToken.None));
    }

    private async Task<string> IssueAsync(Walker walker) => await floor.RowAsync<NoticeBatch>(walker, row => row.IssuedAt == null, row => row.Id) is { } batch
        ? await walker.PressAsync(walker.Staff(), async caller =>
        {
            var outcome = await walker.Office.Staff<IssueNotices>().RunAsync(new(batch.Id), caller, CancellationToken.None);
            if (outcome is PrintOutcome.Ready) await TestNotices.PapersAsync(outcome);
            return outcome;
        })
        : CustodySteps.Nothing;

    private async Task<string> ConfirmAsync(Walker walker) => await PrintedAsync(walker, notice => notice.PrintConfirmedAt == null) is { } notice
        ? await walker.PressAsync(walker.Staff(), async caller => await walker.Office.Staff<ConfirmPrinted>().RunAsync(
            new(notice.BatchId, (await walker.Office.Staff<SeeNoticeBatch>().RunAsync(walker.Office.Municipality, notice.BatchId, CancellationToken.None))?.PrintRun ?? 0), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    /// <summary>One time in eight with another card's postcard.</summary>
    private async Task<string> MatchAsync(Walker walker)
    {
        if (await PrintedAsync(walker, notice => notice.PrintConfirmedAt != null && notice.MatchedAt == null) is not { } notice) return CustodySteps.Nothing;
        var serial = walker.Random.Next(8) == 0 ? walker.Card().Card.SerialNumber : await walker.Office.SeeAsync(context => context.Cards.Where(row => row.Id == notice.CardId).Select(row => row.SerialNumber).SingleAsync());
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<MatchNotice>().RunAsync(new(new NoticeCode.Reception(notice.ReceptionNumber), new NoticeCode.Serial(serial)), caller, CancellationToken.None));
    }

    private async Task<string> SendAsync(Walker walker) => await PrintedAsync(walker, notice => notice.PrintConfirmedAt != null) is { } notice
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<SendNotices>().RunAsync(new(notice.BatchId, walker.Office.Today), caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private static Task<string> ReturnAsync(Walker walker)
    {
        var (card, reason) = (walker.Card().Card, walker.OneOf(Enum.GetValues<ReturnReason>()));
        return walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ReturnNotice>().RunAsync(new(new NoticeCode.Serial(card.SerialNumber), reason, walker.Office.Today), caller, CancellationToken.None));
    }

    private static Task<string> ResendAsync(Walker walker)
    {
        var card = walker.Card();
        return walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<ResendNotice>().RunAsync(new(card.Id, Large: false, walker.Office.Today.AddDays(60)), caller, CancellationToken.None));
    }

    private async Task<string> GiveUpAsync(Walker walker) => await floor.RowAsync<NoticeBatch>(walker, row => row.IssuedAt == null, row => row.Id) is { } batch
        ? await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<GiveUpNoticeBatch>().RunAsync(batch.Id, caller, CancellationToken.None))
        : CustodySteps.Nothing;

    private static async Task<Notice?> PrintedAsync(Walker walker, Func<Notice, bool> which)
    {
        var printed = (await walker.Office.SeeAsync(context => context.Notices.AsNoTracking().Where(row => row.State == NoticeState.Printed).OrderByDescending(row => row.Id).Take(20).ToListAsync())).Where(which).ToList();
        return printed.Count == 0 ? null : walker.OneOf(printed);
    }
}
