using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Staff;

namespace Tewatashi.Reservations;

/// <summary>
/// Whose session a resident's cookie is, asked on each request. Idle for 15 minutes or 3 hours old, or once its notice was
/// withdrawn, a session is over (SES-02). A cookie of one municipality opens nothing in another.
/// </summary>
[UseCase(UsedBy.Resident)]
public sealed class ResidentSessions(Database database)
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(3);
    private static readonly TimeSpan Touch = TimeSpan.FromMinutes(1);

    private static readonly Func<TewatashiContext, byte[], DateTimeOffset, DateTimeOffset, IAsyncEnumerable<Found>> Live = KeptQuery.Of(
        (TewatashiContext context, byte[] hash, DateTimeOffset seenAfter, DateTimeOffset startedAfter) =>
            from session in context.ResidentSessions.AsNoTracking()
            from notice in context.Notices.Where(row => row.Id == session.NoticeId).DefaultIfEmpty()
            where session.SecretHash == hash && session.EndedAt == null && (session.ContactId != null || (NoticeState?)notice!.State != NoticeState.Withdrawn)
                && session.LastSeenAt > seenAfter && session.StartedAt > startedAfter
            select new Found(session.CardId, session.ContactId, session.LastSeenAt, session.StartedAt));

    private sealed record Found(Guid? CardId, Guid? ContactId, DateTimeOffset LastSeenAt, DateTimeOffset StartedAt);

    /// <summary>Who is signed in: a notice's card, never a name.</summary>
    /// <param name="CardId">Of a mailed link the id of its address: no card has it.</param>
    /// <param name="ByLink">Signed in by a mailed link, without a notice.</param>
    /// <param name="EndsAt">When the session is over unless another page is opened before.</param>
    public sealed record Resident(MunicipalityCode Municipality, Guid CardId, byte[] SecretHash, DateTimeOffset EndsAt, bool ByLink);

    public async Task<Resident?> FindAsync(MunicipalityCode municipality, string secret, CancellationToken cancellationToken)
    {
        var hash = Secret.HashOf(secret);
        var now = database.Clock.GetUtcNow();
        var found = await database.ReadAsync(municipality, async context => await Live(context, hash, now - Idle, now - Longest).FirstOrDefaultAsync(cancellationToken), cancellationToken);
        if (found is null) return null;
        var seenAt = found.LastSeenAt;
        if (now - seenAt >= Touch)
        {
            seenAt = now;
            await database.UnrecordedAsync(municipality, context => context.ResidentSessions.Where(row => row.SecretHash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), cancellationToken), cancellationToken);
        }

        var last = found.StartedAt + Longest;
        var subject = found.CardId ?? found.ContactId ?? throw new InvalidOperationException("A session stands for a card or an address.");
        return new Resident(municipality, subject, hash, seenAt + Idle < last ? seenAt + Idle : last, found.CardId is null);
    }

    public Task EndAsync(Resident resident, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.SignOutResident, async work =>
        {
            await work.Context.ResidentSessions.Where(row => row.SecretHash == resident.SecretHash && row.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, work.Now), cancellationToken);
            work.Record("SignedOut", resident.CardId);
            return true;
        }, cancellationToken: cancellationToken);
}
