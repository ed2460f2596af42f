using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Staff;

/// <summary>
/// Makes a personal account and a link by which its owner, once and within three days, chooses a password. A new link for an account
/// that is there already is made by <see cref="ChangeStaff"/>.
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

    /// <summary>The form was sent a second time: the account stands, its link was shown once and cannot be shown again.</summary>
    public sealed record LinkShownBefore(Guid StaffMemberId) : Outcome;

    /// <param name="Field">Of the request.</param>
    public sealed record Refused(string Field, string Problem) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (AccountRules.Problem(request.DisplayName, request.Roles) is var (field, problem)) return new Refused(field, problem);
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
                    DisplayName = request.DisplayName.Trim(),
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
            }, (_, first) => Task.FromResult<Outcome>(new LinkShownBefore(first.SubjectId!.Value)), cancellationToken); // recorded with its account
        }
        catch (AlreadyThereException)
        {
            return new UserIdTaken();
        }
    }
}
