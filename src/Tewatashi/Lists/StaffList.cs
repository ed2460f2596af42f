using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.Lists;

/// <summary>職員の一覧: every account with its roles, those that are stopped too. Lies here because accounts serve all and know no list.</summary>
public sealed class StaffList : OfficeList<StaffList.Row>
{
    public static readonly ListField<StaffRoles> Role = ListFields.Choice<StaffRoles>("Role", "役割", role => role.Name(), [.. StaffRoleNames.All.Select(row => row.Role)]);
    public static readonly ListField<StaffState> State = ListFields.Choice<StaffState>("State", "状態", state => state.Name());

    public sealed record Row : ListRow
    {
        public required UserId UserId { get; init; }
        public required string DisplayName { get; init; }
        public required StaffRoles Roles { get; init; }
        public required StaffState State { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }

        /// <summary>Null before the first.</summary>
        public required DateTimeOffset? LastSignInAt { get; init; }
    }

    public override string Code => "staff";
    public override string Name => "職員の一覧";
    public override string Path => "/staff";
    public override Permission Permission => Permission.ManageStaff;
    public override string DefaultOrder => "UserId";
    public override string Counted => "人";
    public override IReadOnlyList<ListField> Fields { get; } = [Role, State];

    protected override IReadOnlyList<ListColumn<Row>> Of { get; } =
    [
        new("UserId", "ユーザーID", row => row.UserId.Display, By(row => row.UserId)) { Link = row => $"/staff/{row.Id}" },
        new("DisplayName", "名前", row => row.DisplayName, By(row => row.DisplayName)),
        new("Roles", "役割", row => row.Roles.Name()),
        new("State", "状態", row => row.State.Name(), By(row => row.State == StaffState.Invited ? 0 : row.State == StaffState.Active ? 1 : 2).Then(row => row.UserId))
        {
            Tone = row => row.State switch { StaffState.Invited => ListTone.Info, StaffState.Active => ListTone.Success, StaffState.Disabled => ListTone.Neutral },
        },
        new("LastSignInAt", "最後のサインイン", row => row.LastSignInAt, By(row => row.LastSignInAt)),
        new("CreatedAt", "招待した時刻", row => row.CreatedAt, By(row => row.CreatedAt)) { InFileOnly = true },
    ];

    internal override IQueryable<Row> Rows(TewatashiContext context, DateTimeOffset now, ListFilter filter)
    {
        var members = context.StaffMembers.AsNoTracking();
        if (filter.Of(State) is { } state) members = members.Where(row => row.State == state);
        if (filter.Of(Role) is { } role)
        {
            // Roles lie in the database as their names, which know no bits: each combination that holds this one is asked for.
            var holding = Enumerable.Range(1, StaffRoleNames.All.Sum(row => (int)row.Role)).Select(roles => (StaffRoles)roles).Where(roles => roles.HasFlag(role)).ToList();
            members = members.Where(row => holding.Contains(row.Roles));
        }

        return members.Select(row => new Row
        {
            Id = row.Id,
            UserId = row.UserId,
            DisplayName = row.DisplayName,
            Roles = row.Roles,
            State = row.State,
            CreatedAt = row.CreatedAt,
            LastSignInAt = row.LastSignInAt,
        });
    }
}
