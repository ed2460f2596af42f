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

    /// <summary>The last administrator cannot be taken away: nobody could mend it from inside.</summary>
    public sealed record LastAdministrator : Outcome;

    public Task<List<StaffMember>> ListAsync(Caller caller, CancellationToken cancellationToken) =>
        database.ReadAsync(caller.Municipality, context => context.StaffMembers.AsNoTracking()
            .OrderBy(row => row.State).ThenBy(row => row.UserId).ToListAsync(cancellationToken), cancellationToken);

    public Task<Outcome> SetRolesAsync(Guid id, int version, string displayName, StaffRoles roles, Caller caller, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, caller, "Roles", member =>
        {
            member.DisplayName = displayName;
            member.Roles = roles;
        }, cancellationToken);

    public Task<Outcome> SetStateAsync(Guid id, int version, bool active, Caller caller, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, caller, active ? "Opened" : "Stopped", member =>
        {
            if (!active) member.State = StaffState.Disabled;
            else member.State = member.PasswordHash is null ? StaffState.Invited : StaffState.Active;
        }, cancellationToken);

    /// <summary>The old password stays good until the link is used.</summary>
    public Task<Outcome> InviteAgainAsync(Guid id, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.InviteStaff, async work =>
        {
            if (await work.Context.StaffMembers.FirstOrDefaultAsync(row => row.Id == id && row.State != StaffState.Disabled, cancellationToken) is not { } member)
            {
                work.Abandon();
                return new Gone();
            }

            var secret = Secret.New();
            member.InvitationHash = Secret.HashOf(secret);
            member.InvitationExpiresAt = work.Now + InviteStaff.LinkLasts;
            work.Record("InvitedAgain", member.Id);
            return new Invited($"{caller.Municipality.Value}.{secret}");
        }, cancellationToken: cancellationToken);

    private Task<Outcome> ChangeAsync(Guid id, int version, Caller caller, string word, Action<StaffMember> change, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.ChangeStaff, async work =>
        {
            // All administrators at once: two who stop each other at the same moment must not both succeed.
            var administrators = await work.Context.StaffMembers.Where(row => row.State == StaffState.Active).ToListAsync(cancellationToken);
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
            if (!administrators.Any(row => row.State == StaffState.Active && row.Roles.HasFlag(StaffRoles.Admin)))
            {
                work.Abandon();
                return new LastAdministrator();
            }

            if (member.State == StaffState.Disabled)
            {
                await work.Context.StaffSessions.Where(row => row.StaffMemberId == id && row.EndedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, work.Now), cancellationToken);
            }

            // Touches every administrator's version, so that two such changes meet.
            foreach (var other in administrators.Where(row => row.Roles.HasFlag(StaffRoles.Admin) && row.Id != id)) work.Context.Entry(other).Property(row => row.Version).IsModified = true;
            work.Record(word, member.Id, $"{before}→{member.Roles}");
            return new Changed();
        }, (_, _) => Task.FromResult<Outcome>(new Changed()), cancellationToken);
}
