using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Staff;

/// <summary>
/// A member of staff changes the own password, proving the present one. Every other session of the account ends; the one it was done
/// in goes on. Wrong present passwords count like those at the sign-in.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangeOwnPassword(Database database)
{
    /// <param name="Cookie">Of the session that stays.</param>
    public sealed record Request(Guid StaffMemberId, string Cookie, string Present, string New);

    public abstract record Outcome;

    /// <param name="SessionsEnded">Others of the account.</param>
    public sealed record Changed(int SessionsEnded) : Outcome;

    public sealed record PresentWrong : Outcome;

    /// <summary>Too many wrong ones; nothing is tried before the lock ends.</summary>
    public sealed record Locked : Outcome;

    public sealed record Refused(string Problem) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var account = await database.ReadAsync(caller.Municipality, context => context.StaffMembers.AsNoTracking()
            .SingleAsync(row => row.Id == request.StaffMemberId, cancellationToken), cancellationToken);
        if (AccountPassword.Problem(request.New, account.UserId) is { } problem) return new Refused(problem);
        var verified = await AccountPassword.VerifyAsync(account.PasswordHash, request.Present, cancellationToken);
        var hash = verified == PasswordVerificationResult.Failed ? null : await AccountPassword.HashAsync(account, request.New, cancellationToken);
        return await database.WriteAsync<Outcome>(caller, OperationKind.ChangePassword, async work =>
        {
            var rows = work.Context.StaffMembers.Where(row => row.Id == account.Id);
            if (await rows.AnyAsync(row => row.LockedUntil > work.Now, cancellationToken))
            {
                work.Record("Refused", account.Id, "locked");
                return new Locked();
            }

            if (hash is null || await rows.Where(row => row.PasswordHash == account.PasswordHash).ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.PasswordHash, hash).SetProperty(row => row.FailedSignIns, 0), cancellationToken) == 0)
            {
                await work.CountWrongPasswordAsync(account.Id, cancellationToken);
                work.Record("Refused", account.Id);
                return new PresentWrong();
            }

            var own = StaffSessions.HashOf(request.Cookie);
            var ended = await work.Context.StaffSessions
                .Where(row => row.StaffMemberId == account.Id && row.EndedAt == null && row.SecretHash != own)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, work.Now), cancellationToken);
            work.Record("Changed", account.Id, FormattableString.Invariant($"{ended}"));
            return new Changed(ended);
        }, RepeatAsync, cancellationToken);
    }

    private static Task<Outcome> RepeatAsync(Work work, AuditEntry first) => Task.FromResult<Outcome>((first.Outcome, first.Detail) switch
    {
        ("Changed", { } ended) => new Changed(int.Parse(ended, System.Globalization.CultureInfo.InvariantCulture)),
        (_, "locked") => new Locked(),
        _ => new PresentWrong(),
    });
}
