using System.CommandLine;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.Server.Commands;

/// <summary><c>staff invite --id ID --role ROLE</c>: prints a single-use link.</summary>
internal static class StaffCommand
{
    public static Command Make() => new("staff", "職員のアカウント") { Invite() };

    private static Command Invite()
    {
        var id = new Option<string>("--id") { Required = true, Description = "ユーザーID" };
        var role = new Option<string>("--role") { Required = true, Description = "counter, phone, custody, admin, auditor, operations" };
        var url = new Option<string>("--staff") { Description = "職員側のアドレス", DefaultValueFactory = _ => "http://localhost:5090" };
        var command = new Command("invite", "一度だけ使える招待リンクを作ります") { id, role, url, Answer.Municipality, Answer.Json }.Prints("""{"id": "hanako", "link": "http://localhost:5090/set-up/..."}""");
        command.Does(async (parsed, cancellationToken) =>
        {
            if (!UserId.TryParse(parsed.GetValue(id), out var userId)) throw new RefusedException("ユーザーIDは a-z、0-9、. _ - の3文字から40文字です。");
            if (!Enum.TryParse<StaffRoles>(parsed.GetValue(role), ignoreCase: true, out var roles) || roles == StaffRoles.None || !Enum.IsDefined(roles))
                throw new RefusedException("役割は counter, phone, custody, admin, auditor, operations のどれかです。");
            await using var office = await Office.OpenAsync(DatabaseRole.Staff, cancellationToken);
            var municipality = await office.MunicipalityAsync(parsed.GetValue(Answer.Municipality), cancellationToken);
            var caller = Caller.Command(municipality.Key, "staff invite");
            return await office.Get<InviteStaff>().RunAsync(new InviteStaff.Request(userId, userId.Display, roles), caller, cancellationToken) switch
            {
                InviteStaff.Invited invited => await Answer.GiveAsync(
                    parsed,
                    new { id = userId.Value, link = Link(parsed.GetRequiredValue(url), invited.Token) },
                    Link(parsed.GetRequiredValue(url), invited.Token)),
                InviteStaff.UserIdTaken => throw new RefusedException($"ユーザーID {userId.Value} は使われています。"),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        });
        return command;
    }

    private static string Link(string url, string token) => $"{url.TrimEnd('/')}/set-up/{token}";
}
