using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Papers;

namespace Tewatashi.Notices;

/// <summary>
/// One printing of a batch under way. Part by part, numbers and passwords are made, hashed and committed, and only then do their pages
/// go out: what was drawn always opens, what broke off is in the batch as issued and not confirmed.
/// </summary>
/// <param name="run">The printing's number. Only the latest goes on.</param>
/// <param name="again">Whether papers that were issued and not confirmed are made anew.</param>
internal sealed class NoticePrinting(Database database, KeyStore keys, Caller caller, PrintPlan plan, NoticeBatch batch, int run, bool again, int papers)
{
    private const int PartSize = 200;
    private const int Tries = 5;
    private readonly ItemKeys passwordKeys = keys.KeysOf(caller.Municipality, KeyPurpose.Password);

    public async IAsyncEnumerable<NoticePaper> PapersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0;
        for (var left = papers; left > 0;)
        {
            var part = await IssuePartAsync(last, Math.Min(left, PartSize), cancellationToken);
            if (part.Papers.Count == 0) yield break;
            foreach (var paper in part.Papers) yield return paper;
            last = part.Last;
            left -= part.Papers.Count;
        }
    }

    private async Task<(IReadOnlyList<NoticePaper> Papers, int Last)> IssuePartAsync(int after, int most, CancellationToken cancellationToken)
    {
        var fresh = Enumerable.Range(0, most).Select(_ => FreshPassword.New(passwordKeys)).ToList();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync(
                    caller with { OperationId = null }, again ? OperationKind.ReprintNotices : OperationKind.IssueNotices,
                    work => IssueAsync(work, after, fresh, cancellationToken), cancellationToken: cancellationToken);
            }
            catch (Exception exception) when (attempt < Tries && exception is AlreadyThereException or DbUpdateConcurrencyException)
            {
                // A number that exists already, or a card that someone touched this very moment: the part is made anew.
            }
        }
    }

    private async Task<(IReadOnlyList<NoticePaper> Papers, int Last)> IssueAsync(
        Work work, int after, List<FreshPassword> fresh, CancellationToken cancellationToken)
    {
        await ClaimAsync(work, cancellationToken);
        await BatchCards.LeaveOutAsync(work.Context, batch.Id, cancellationToken);
        var rows = await BatchCards.WantingPaper(work.Context, batch.Id, again).Where(row => row.Ordinal > after)
            .OrderBy(row => row.Ordinal).Take(fresh.Count).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            work.Record("Ended", batch.Id);
            return ([], after);
        }

        var ids = rows.Select(row => row.CardId).ToList();
        var cards = await work.Context.Cards.AsNoTracking().Where(card => ids.Contains(card.Id))
            .Select(card => new { card.Id, card.SerialNumber, card.LastDayOn }).ToDictionaryAsync(card => card.Id, cancellationToken);
        var notices = (await work.Context.Notices.Where(notice => ids.Contains(notice.CardId)).ToListAsync(cancellationToken))
            .ToLookup(notice => notice.CardId);
        var result = new List<NoticePaper>(rows.Count);
        foreach (var (row, password) in rows.Zip(fresh))
        {
            var card = cards[row.CardId];
            var notice = row.State == BatchCardState.Issued
                ? Renew(work, notices[row.CardId], password)
                : await AddAsync(work, row, notices[row.CardId], card.LastDayOn, password, cancellationToken);
            result.Add(plan.Paper(card.SerialNumber, notice.ReceptionNumber, password.Password, notice.DeadlineOn));
        }

        var (first, last) = (rows[0].Ordinal, rows[^1].Ordinal);
        await work.Context.NoticeBatchCards
            .Where(row => row.BatchId == batch.Id && row.State == BatchCardState.Waiting && row.Ordinal >= first && row.Ordinal <= last)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, BatchCardState.Issued), cancellationToken);
        work.Record("Issued", batch.Id, string.Create(CultureInfo.InvariantCulture, $"{first}-{last}"), ids);
        return (result, last);
    }

    /// <summary>Two printings of one batch wait for each other here, and the older one ends.</summary>
    private async Task ClaimAsync(Work work, CancellationToken cancellationToken)
    {
        var mine = await work.Context.NoticeBatches.Where(row => row.Id == batch.Id && row.PrintRun == run)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        if (mine == 0) throw new PrintingReplacedException();
    }

    private Notice Renew(Work work, IEnumerable<Notice> ofCard, FreshPassword password)
    {
        var notice = ofCard.Single(notice => notice.BatchId == batch.Id && notice.State == NoticeState.Printed);
        (notice.PasswordSalt, notice.PasswordHash, notice.IssuedAt, notice.MatchedAt) = (password.Salt, password.Hash, work.Now, null);
        return notice;
    }

    private async Task<Notice> AddAsync(
        Work work, NoticeBatchCard row, IEnumerable<Notice> ofCard, DateOnly? lastDayOn, FreshPassword password, CancellationToken cancellationToken)
    {
        var former = ofCard.ToList();
        // At once and before the new one: a card has one current notice in every moment.
        if (former.Find(notice => notice.State != NoticeState.Withdrawn) is { } current && !await work.StepAsync(current, NoticeStep.Withdraw, cancellationToken))
            throw new DbUpdateConcurrencyException("The former notice was changed meanwhile.");
        var notice = new Notice
        {
            Municipality = work.Municipality,
            Id = Ids.New(),
            CardId = row.CardId,
            BatchId = batch.Id,
            Ordinal = row.Ordinal,
            Sequence = former.Count == 0 ? 1 : former.Max(notice => notice.Sequence) + 1,
            Stage = batch.Stage,
            ReceptionNumber = ReceptionNumber.New(),
            PasswordSalt = password.Salt,
            PasswordHash = password.Hash,
            State = NoticeState.Printed,
            IssuedAt = work.Now,
            DeadlineOn = lastDayOn < batch.DeadlineOn ? lastDayOn.Value : batch.DeadlineOn,
        };
        work.Context.Add(notice);
        return notice;
    }
}
