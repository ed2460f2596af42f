using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Staff;

/// <summary>
/// Whose session a cookie is, asked on each request: a disabled account or an ended session is out at once, on every node. Idle
/// for 30 minutes or 10 hours old, a session is over (SES-02).
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class StaffSessions(Database database)
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);
    private static readonly TimeSpan Touch = TimeSpan.FromMinutes(1);

    /// <summary>Who is signed in.</summary>
    /// <param name="IsSetUp">Whether the municipality has finished its guided set-up.</param>
    /// <param name="EndsAt">When the session is over unless another page is opened before.</param>
    public sealed record User(MunicipalityCode Municipality, string MunicipalityName, Guid StaffMemberId, string DisplayName, StaffRoles Roles, bool IsSetUp, DateTimeOffset EndsAt);

    /// <summary>Null where the cookie opens nothing, or no longer.</summary>
    public async Task<User?> FindAsync(string cookie, CancellationToken cancellationToken)
    {
        if (Split(cookie) is not var (municipality, hash)) return null;
        var now = database.Clock.GetUtcNow();
        var found = await database.ReadAsync(municipality, context =>
            (from session in context.StaffSessions.AsNoTracking()
             join member in context.StaffMembers on session.StaffMemberId equals member.Id
             join office in context.Municipalities on session.Municipality equals office.Key
             join settings in context.Settings on session.Municipality equals settings.Municipality
             where session.SecretHash == hash && session.EndedAt == null
                 && session.LastSeenAt > now - Idle && session.StartedAt > now - Longest
                 && member.State == StaffState.Active
             select new { session.StartedAt, session.LastSeenAt, office.Name, member.Id, member.DisplayName, member.Roles, settings.SetUpAt })
            .FirstOrDefaultAsync(cancellationToken), cancellationToken);
        if (found is null) return null;
        var seenAt = found.LastSeenAt;
        if (now - seenAt >= Touch)
        {
            seenAt = now;
            await TouchAsync(municipality, hash, now, cancellationToken);
        }

        var last = found.StartedAt + Longest;
        return new User(municipality, found.Name, found.Id, found.DisplayName, found.Roles, found.SetUpAt is not null, seenAt + Idle < last ? seenAt + Idle : last);
    }

    public async Task EndAsync(string cookie, Caller caller, CancellationToken cancellationToken)
    {
        if (Split(cookie) is not var (_, hash)) return;
        await database.WriteAsync(caller, OperationKind.SignOutStaff, async work =>
        {
            var ended = await work.Context.StaffSessions.Where(row => row.SecretHash == hash && row.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, work.Now), cancellationToken);
            if (ended == 0) work.Abandon();
            else work.Record("SignedOut");
            return ended;
        }, cancellationToken: cancellationToken);
    }

    private Task<int> TouchAsync(MunicipalityCode municipality, byte[] hash, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.UnrecordedAsync(municipality, context => context.StaffSessions.Where(row => row.SecretHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), cancellationToken), cancellationToken);

    /// <summary>The hash under which a cookie's session lies; of no session where the cookie is none.</summary>
    internal static byte[] HashOf(string cookie) => Split(cookie) is var (_, hash) ? hash : [];

    private static (MunicipalityCode, byte[])? Split(string cookie) =>
        cookie.Split('.') is [var code, var secret] && MunicipalityCode.TryParse(code, out var municipality)
            ? (municipality, Secret.HashOf(secret))
            : null;
}
