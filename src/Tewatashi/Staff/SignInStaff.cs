using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Staff;

/// <summary>Sign-in of a member of staff. Unknown, disabled, wrong and locked get one answer after the same work.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SignInStaff(Database database)
{
    public sealed record Request(string UserId, string Password);

    public abstract record Outcome;

    /// <param name="Cookie">Municipality and secret; only its hash is kept.</param>
    public sealed record SignedIn(string Cookie) : Outcome;

    public sealed record Refused : Outcome;

    public async Task<Outcome> RunAsync(Request request, string source, CancellationToken cancellationToken)
    {
        var (municipality, account) = await FindAsync(request.UserId, cancellationToken);
        var verified = await AccountPassword.VerifyAsync(account?.PasswordHash, request.Password, cancellationToken);
        if (municipality is null || account is null) return new Refused();

        var rehash = verified == PasswordVerificationResult.SuccessRehashNeeded
            ? await AccountPassword.HashAsync(account, request.Password, cancellationToken)
            : null;
        var caller = new Caller(municipality, Actor.Staff(account.Id, account.Roles.ToString()), source);
        return await database.WriteAsync<Outcome>(caller, OperationKind.SignInStaff, async work =>
        {
            var member = await work.Context.StaffMembers.AsNoTracking().SingleAsync(row => row.Id == account.Id, cancellationToken);
            var locked = member.LockedUntil > work.Now;
            // A password that was changed since it was read proves nothing.
            var proved = verified != PasswordVerificationResult.Failed && member.PasswordHash == account.PasswordHash;
            if (!proved || member.State != StaffState.Active || locked)
            {
                if (!locked) await work.CountWrongPasswordAsync(member.Id, cancellationToken);
                work.Record("Refused", member.Id, locked ? "locked" : member.State.ToString());
                return new Refused();
            }

            // Not by the tracked row: a sign-in is no change of the account that an administrator's open form should stumble over.
            await work.Context.StaffMembers.Where(row => row.Id == member.Id).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.FailedSignIns, 0)
                .SetProperty(row => row.LockedUntil, (DateTimeOffset?)null)
                .SetProperty(row => row.LastSignInAt, work.Now)
                .SetProperty(row => row.PasswordHash, row => rehash ?? row.PasswordHash), cancellationToken);
            var secret = Secret.New();
            work.Context.StaffSessions.Add(new StaffSession
            {
                Municipality = municipality,
                SecretHash = Secret.HashOf(secret),
                StaffMemberId = member.Id,
                StartedAt = work.Now,
                LastSeenAt = work.Now,
            });
            work.Record("SignedIn", member.Id);
            return new SignedIn($"{municipality.Value}.{secret}");
        }, cancellationToken: cancellationToken);
    }

    private async Task<(MunicipalityCode?, StaffMember?)> FindAsync(string typed, CancellationToken cancellationToken)
    {
        if (!UserId.TryParse(typed, out var userId)) return (null, null);
        var municipality = await database.ReadAsync(null, context => context.StaffDirectory.AsNoTracking()
            .Where(row => row.UserId == userId).Select(row => row.Municipality).FirstOrDefaultAsync(cancellationToken), cancellationToken);
        if (municipality is null) return (null, null);
        var member = await database.ReadAsync(municipality, context => context.StaffMembers.AsNoTracking()
            .FirstOrDefaultAsync(row => row.UserId == userId, cancellationToken), cancellationToken);
        return (municipality, member);
    }
}
