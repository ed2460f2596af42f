using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Staff;

/// <summary>The owner of an invited account opens the single-use link and chooses a password.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SetUpAccount(Database database)
{
    public abstract record Outcome;

    public sealed record Done : Outcome;

    /// <summary>Used before, run out, or never made.</summary>
    public sealed record LinkInvalid : Outcome;

    public sealed record PasswordRefused(string Problem) : Outcome;

    /// <summary>Whose link it is; null where it opens nothing. Changes nothing.</summary>
    public async Task<UserId?> WhoseAsync(string token, CancellationToken cancellationToken) =>
        await FindAsync(token, cancellationToken) is { } member ? member.UserId : null;

    public async Task<Outcome> RunAsync(string token, string password, string source, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { } invited) return new LinkInvalid();
        if (AccountPassword.Problem(password, invited.UserId) is { } problem) return new PasswordRefused(problem);
        var hash = await AccountPassword.HashAsync(invited, password, cancellationToken);
        var caller = new Caller(invited.Municipality, Actor.Staff(invited.Id, invited.Roles.ToString()), source);
        return await database.WriteAsync<Outcome>(caller, OperationKind.SetUpAccount, async work =>
        {
            var changed = await work.Context.StaffMembers
                .Where(row => row.Id == invited.Id && row.InvitationHash == invited.InvitationHash)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.PasswordHash, hash)
                    .SetProperty(row => row.InvitationHash, (byte[]?)null)
                    .SetProperty(row => row.InvitationExpiresAt, (DateTimeOffset?)null)
                    .SetProperty(row => row.State, StaffState.Active)
                    .SetProperty(row => row.FailedSignIns, 0)
                    .SetProperty(row => row.LockedUntil, (DateTimeOffset?)null)
                    .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            if (changed == 0)
            {
                work.Abandon();
                return new LinkInvalid();
            }

            // Whoever knew the former password is out.
            await work.Context.StaffSessions.Where(row => row.StaffMemberId == invited.Id && row.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, work.Now), cancellationToken);
            work.Record("Done", invited.Id);
            return new Done();
        }, cancellationToken: cancellationToken);
    }

    private async Task<StaffMember?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Split('.') is not [var code, var secret] || !MunicipalityCode.TryParse(code, out var municipality)) return null;
        var hash = Secret.HashOf(secret);
        var now = database.Clock.GetUtcNow();
        return await database.ReadAsync(municipality, context => context.StaffMembers.AsNoTracking()
            .FirstOrDefaultAsync(row => row.InvitationHash == hash && row.InvitationExpiresAt > now && row.State != StaffState.Disabled, cancellationToken), cancellationToken);
    }
}
