using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Staff;

/// <summary>
/// Makes a personal account and a link by which its owner, once and within three days, chooses a password. Inviting an account
/// that never was set up, or one whose password was forgotten, makes a new link and ends the old one.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class InviteStaff(Database database)
{
    public static readonly TimeSpan LinkLasts = TimeSpan.FromDays(3);

    public sealed record Request(UserId UserId, string DisplayName, StaffRoles Roles);

    public abstract record Outcome;

    /// <param name="Token">For the link <c>/set-up/{token}</c>; shown this once.</param>
    public sealed record Invited(Guid StaffMemberId, string Token) : Outcome;

    /// <summary>Another municipality, or another person here, has this user id.</summary>
    public sealed record UserIdTaken : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync<Outcome>(caller, OperationKind.InviteStaff, async work =>
            {
                if (await work.Context.StaffDirectory.AnyAsync(row => row.UserId == request.UserId, cancellationToken))
                {
                    work.Abandon();
                    return new UserIdTaken();
                }

                var secret = Secret.New();
                var member = new StaffMember
                {
                    Municipality = caller.Municipality,
                    Id = Ids.New(),
                    UserId = request.UserId,
                    DisplayName = request.DisplayName,
                    Roles = request.Roles,
                    State = StaffState.Invited,
                    InvitationHash = Secret.HashOf(secret),
                    InvitationExpiresAt = work.Now + LinkLasts,
                    CreatedAt = work.Now,
                };
                work.Context.Add(member);
                work.Context.Add(new StaffDirectoryEntry { UserId = request.UserId, Municipality = caller.Municipality });
                work.Record("Invited", member.Id, request.Roles.ToString());
                return new Invited(member.Id, $"{caller.Municipality.Value}.{secret}");
            }, cancellationToken: cancellationToken);
        }
        catch (AlreadyThereException)
        {
            return new UserIdTaken();
        }
    }
}
