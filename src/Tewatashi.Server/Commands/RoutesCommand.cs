using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Tewatashi.Data;
using Tewatashi.Data.Sqlite;
using Tewatashi.Resident;
using Tewatashi.Staff;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Server.Commands;

/// <summary><c>routes</c>: every endpoint of both faces with method, permission and field names. Needs no database.</summary>
internal static class RoutesCommand
{
    public static Command Make()
    {
        var command = new Command("routes", "すべての画面の入口、権限、入力項目の一覧") { Answer.Json }.Prints(
            """{"routes": [{"face": "staff", "method": "POST", "path": "/sign-in", "permission": null, "open": true, "fields": ["UserId", "Password"]}]}""");
        command.Does(async (parsed, _) =>
        {
            var routes = await ListAsync();
            return await Answer.GiveAsync(
                parsed,
                new { routes = routes.Select(row => new { face = row.Face, method = row.Method, path = row.Path, permission = row.Permission, open = row.Open, fields = row.Fields }) },
                string.Join('\n', routes.Select(row => $"{row.Face,-8} {row.Method,-4} {row.Path}  [{row.Permission ?? (row.Open ? "-" : "sign-in")}]{(row.Fields.Count == 0 ? "" : "  " + string.Join(", ", row.Fields))}")));
        });
        return command;
    }

    public static async Task<IReadOnlyList<EndpointRow>> ListAsync()
    {
        // Never opened: the pages are asked what they are, not to answer.
        var nowhere = new Installation("", "", new Dictionary<DatabaseRole, string>());
        await using var provider = new SqliteProvider(":memory:");
        var givens = new FaceGivens(nowhere, provider, TimeProvider.System);
        await using var resident = ResidentFace.Build([], givens);
        await using var staff = StaffFace.Build([], givens);
        return [.. await OfAsync("resident", resident), .. await OfAsync("staff", staff)];
    }

    private static async Task<IReadOnlyList<EndpointRow>> OfAsync(string face, WebApplication app) =>
        await EndpointTable.ReadAsync(face, app.Services, ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
}
