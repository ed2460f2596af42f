using System.Globalization;
using System.Text;
using Tewatashi.Server.Commands;
using Tewatashi.Staff;
using Tewatashi.Text;

namespace Tewatashi.Tests.Documents;

/// <summary>Every endpoint of both faces, who may use it and with which fields; and which role may do what.</summary>
internal static class RoutesDocument
{
    public static async Task<string> WriteAsync()
    {
        var rows = await RoutesCommand.ListAsync();
        var text = new StringBuilder("# Routes\n\nField names stay stable. `OperationId` is carried by forms that act once.\n");
        text.Append("\n## Who may do what\n\n| permission | ").AppendJoin(" | ", StaffRoleNames.All.Select(role => role.Name)).Append(" |\n| --- |");
        foreach (var _ in StaffRoleNames.All) text.Append(" --- |");
        text.Append('\n');
        foreach (var permission in Enum.GetValues<Permission>())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {permission}: {permission.Name()} | ")
                .AppendJoin(" | ", StaffRoleNames.All.Select(role => role.Role.May(permission) ? "○" : "")).Append(" |\n");
        }

        foreach (var face in rows.GroupBy(row => row.Face))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {(face.Key == "staff" ? "Staff face" : "Resident face")}\n\n");
            if (face.Key == "resident") text.Append(CultureInfo.InvariantCulture, $"Each page of a municipality stands below `/{{municipality}}/{{language}}` as well: {string.Join(", ", Language.All.Where(language => !language.IsJapanese).Select(language => $"`{language.Path}`"))}.\n\n");
            text.Append("| method | path | who | fields |\n| --- | --- | --- | --- |\n");
            foreach (var row in face)
                text.Append(CultureInfo.InvariantCulture, $"| {row.Method} | `{row.Path}` | {Who(row)} | {string.Join(", ", row.Fields)} |\n");
        }

        return text.ToString();
    }

    private static string Who(EndpointRow row) => row switch
    {
        { Open: true } => "anyone",
        { Permission: { } permission } => $"{permission} ({string.Join("・", StaffRoleNames.All.Where(role => role.Role.May(Enum.Parse<Permission>(permission))).Select(role => role.Name))})",
        _ => "whoever is signed in",
    };
}
