using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Staff;

/// <summary>
/// 二人目の確認: another member of staff signs on the same screen with user id and password. The password is proved before the transaction,
/// for it takes long; whose it is, whether the account still stands and may do this is asked inside. Wrong passwords count like those at the sign-in.
/// </summary>
internal sealed class SecondPerson
{
    /// <summary>The outcome under which a wrong signature stands in the log.</summary>
    public const string Wrong = "SecondRefused";

    private readonly StaffMember? account;
    private readonly bool proved;

    private SecondPerson(StaffMember? account, bool proved) => (this.account, this.proved) = (account, proved);

    public enum Answer
    {
        Confirmed,

        /// <summary>The one who is signed in: nobody is their own second.</summary>
        SamePerson,

        /// <summary>Unknown, wrong, locked, disabled or without the permission: all get one answer.</summary>
        Refused,
    }

    /// <summary>The account that signed; only after <see cref="Answer.Confirmed"/>.</summary>
    public Guid Id => account?.Id ?? throw new InvalidOperationException("Nobody signed.");

    /// <summary>Null where nobody signed.</summary>
    public static async Task<SecondPerson?> ReadAsync(Database database, Caller caller, SecondSignature? signature, CancellationToken cancellationToken)
    {
        if (signature is null) return null;
        var account = UserId.TryParse(signature.UserId, out var userId)
            ? await database.ReadAsync(caller.Municipality, context => context.StaffMembers.AsNoTracking().FirstOrDefaultAsync(row => row.UserId == userId, cancellationToken), cancellationToken)
            : null;
        var verified = await AccountPassword.VerifyAsync(account?.PasswordHash, signature.Password, cancellationToken);
        return new SecondPerson(account, verified != PasswordVerificationResult.Failed);
    }

    /// <summary>Asked before anything else was changed: a refusal is recorded and counted, and is all that the transaction does then.</summary>
    /// <param name="subjectId">What the signature was for.</param>
    public async Task<Answer> StandsAsync(Work work, Permission permission, Guid subjectId, CancellationToken cancellationToken)
    {
        if (account is not null && work.Caller.Actor.Id == account.Id.ToString())
        {
            work.Record("SamePerson", subjectId);
            return Answer.SamePerson;
        }

        var member = account is null ? null : await work.Context.StaffMembers.AsNoTracking().SingleAsync(row => row.Id == account.Id, cancellationToken);
        var locked = member?.LockedUntil > work.Now;
        // A password that was changed since it was read proves nothing.
        var signed = proved && member?.PasswordHash == account?.PasswordHash;
        if (member is null || !signed || locked || member.State != StaffState.Active || !member.Roles.May(permission))
        {
            if (member is not null && !signed && !locked) await work.CountWrongPasswordAsync(member.Id, cancellationToken);
            work.Record("SecondRefused", subjectId, locked ? "locked" : null, member is null ? [] : [member.Id]);
            return Answer.Refused;
        }

        await work.Context.StaffMembers.Where(row => row.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.FailedSignIns, 0), cancellationToken);
        return Answer.Confirmed;
    }
}
