using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Staff;

/// <summary>Changes what an account may do, stops it or opens it again, or makes a new link for a forgotten password. Takes effect on the next click of that person.</summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangeStaff(Database database)
{
    public abstract record Outcome;

    public sealed record Changed : Outcome;

    /// <param name="Token">For the link <c>/set-up/{token}</c>; shown this once.</param>
    public sealed record Invited(string Token) : Outcome;

    public sealed record Gone : Outcome;

    public sealed record ChangedMeanwhile : Outcome;

    /// <summary>The form was sent a second time: the link was shown once and cannot be shown again.</summary>
    public sealed record LinkShownBefore : Outcome;

    /// <param name="Field">DisplayName or Roles.</param>
    public sealed record Refused(string Field, string Problem) : Outcome;

    /// <summary>The last administrator cannot be taken away: nobody could mend it from inside.</summary>
    public sealed record LastAdministrator : Outcome;

    public Task<List<StaffMember>> ListAsync(Caller caller, CancellationToken cancellationToken) =>
        database.ReadAsync(caller.Municipality, context => context.StaffMembers.AsNoTracking()
            .OrderBy(row => row.State).ThenBy(row => row.UserId).ToListAsync(cancellationToken), cancellationToken);

    public async Task<Outcome> SetRolesAsync(Guid id, int version, string displayName, StaffRoles roles, Caller caller, CancellationToken cancellationToken) =>
        AccountRules.Problem(displayName, roles) is var (field, problem)
            ? new Refused(field, problem)
            : await ChangeAsync(id, version, caller, "Roles", member =>
            {
                member.DisplayName = displayName.Trim();
                member.Roles = roles;
            }, cancellationToken);

    /// <summary>Stopping ends the sessions and the open link; opening again needs no new password.</summary>
    public Task<Outcome> SetStateAsync(Guid id, int version, bool active, Caller caller, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, caller, active ? "Opened" : "Stopped", member =>
        {
            if (active)
            {
                member.State = member.PasswordHash is null ? StaffState.Invited : StaffState.Active;
                return;
            }

            member.State = StaffState.Disabled;
            member.InvitationHash = null;
            member.InvitationExpiresAt = null;
        }, cancellationToken);

    /// <summary>The old password stays good until the link is used.</summary>
    public Task<Outcome> InviteAgainAsync(Guid id, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.InviteStaff, async work =>
        {
            var secret = Secret.New();
            var expiresAt = work.Now + InviteStaff.LinkLasts;
            var changed = await work.Context.StaffMembers.Where(row => row.Id == id && row.State != StaffState.Disabled).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.InvitationHash, Secret.HashOf(secret))
                .SetProperty(row => row.InvitationExpiresAt, expiresAt), cancellationToken);
            if (changed == 0)
            {
                work.Abandon();
                return new Gone();
            }

            work.Record("InvitedAgain", id);
            return new Invited($"{caller.Municipality.Value}.{secret}");
        }, (_, _) => Task.FromResult<Outcome>(new LinkShownBefore()), cancellationToken);

    private async Task<Outcome> ChangeAsync(Guid id, int version, Caller caller, string word, Action<StaffMember> change, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(caller, OperationKind.ChangeStaff, work => ChangeAsync(work, id, version, word, change, cancellationToken),
                (_, _) => Task.FromResult<Outcome>(new Changed()), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile(); // both had read the same version
        }
    }

    private static async Task<Outcome> ChangeAsync(Work work, Guid id, int version, string word, Action<StaffMember> change, CancellationToken cancellationToken)
    {
        var administrators = (await work.Context.StaffMembers.Where(row => row.State == StaffState.Active).ToListAsync(cancellationToken)).Where(IsAdministrator).ToList();
        if (await work.Context.StaffMembers.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } member)
        {
            work.Abandon();
            return new Gone();
        }

        if (member.Version != version)
        {
            work.Abandon();
            return new ChangedMeanwhile();
        }

        var before = member.Roles;
        change(member);
        if (administrators.Contains(member) && !IsAdministrator(member))
        {
            var others = administrators.Where(row => row != member).ToList();
            if (others.Count == 0)
            {
                work.Abandon();
                return new LastAdministrator();
            }

            // Touches every other administrator's version, so that two who stop each other at the same moment meet.
            foreach (var other in others) work.Context.Entry(other).Property(row => row.DisplayName).IsModified = true;
        }

        if (member.State == StaffState.Disabled)
        {
            await work.Context.StaffSessions.Where(row => row.StaffMemberId == id && row.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, work.Now), cancellationToken);
        }

        work.Record(word, member.Id, $"{before}→{member.Roles}");
        return new Changed();
    }

    private static bool IsAdministrator(StaffMember member) => member.State == StaffState.Active && member.Roles.HasFlag(StaffRoles.Admin);
}
