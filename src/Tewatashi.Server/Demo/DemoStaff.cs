using System.Security.Cryptography;
using Tewatashi.Audit;
using Tewatashi.Staff;

namespace Tewatashi.Server.Demo;

/// <summary>The staff of the demonstration: one of every role, all with one password that is made anew for each demonstration.</summary>
internal sealed class DemoStaff
{
    private static readonly (StaffRoles Role, string Name)[] Roles =
    [
        (StaffRoles.Counter, "見本 窓口"), (StaffRoles.Phone, "見本 電話"), (StaffRoles.Custody, "見本 保管"),
        (StaffRoles.Admin, "見本 管理"), (StaffRoles.Auditor, "見本 監査"), (StaffRoles.Operations, "見本 運用"),
    ];

    private static readonly string[] Words = ["sakura", "yamabuki", "minato", "kazaguruma", "hinata", "tsubame", "mikazuki", "komorebi"];
    private readonly Dictionary<StaffRoles, Guid> ids = [];

    public string Password { get; } = $"{Word()}-{Word()}-{RandomNumberGenerator.GetInt32(1000, 9999)}";

    public IReadOnlyList<DemoFile.StaffMember> Members => [.. Roles.Select(row => new DemoFile.StaffMember(IdOf(row.Role), Password, RoleName(row.Role)))];

    /// <summary>The person of a role, as the one who acts.</summary>
    public Actor this[StaffRoles role] => Actor.Staff(ids[role], role.ToString());

    /// <summary>二人目 at the counters.</summary>
    public SecondSignature SecondAtCounter => new(IdOf(StaffRoles.Admin), Password);

    public static string IdOf(StaffRoles role) => $"{RoleName(role)}1";

    public static string RoleName(StaffRoles role) => role.ToString().ToLowerInvariant();

    public async Task InviteAsync(DemoOffice office, CancellationToken cancellationToken)
    {
        await Task.WhenAll(Roles.Select(async row =>
        {
            var invited = (InviteStaff.Invited)await office.Staff<InviteStaff>().RunAsync(
                new(UserId.Parse(IdOf(row.Role)), row.Name, row.Role), Caller.Command(office.Municipality, "demo"), cancellationToken);
            lock (ids) ids[row.Role] = invited.StaffMemberId;
            DemoOffice.Expect<SetUpAccount.Done>(await office.Staff<SetUpAccount>().RunAsync(invited.Token, Password, "demo", cancellationToken));
        }));
    }

    private static string Word() => Words[RandomNumberGenerator.GetInt32(Words.Length)];
}
