using System.CommandLine;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Server.Commands;

/// <summary><c>municipality add CODE NAME</c> and <c>municipality list</c>.</summary>
internal static class MunicipalityCommand
{
    public static Command Make() => new("municipality", "自治体の追加と一覧") { Add(), List() };

    private static Command Add()
    {
        var code = new Argument<string>("CODE") { Description = "全国地方公共団体コード(6桁)" };
        var name = new Argument<string>("NAME") { Description = "自治体の名前" };
        var command = new Command("add", "自治体を追加します") { code, name, Answer.Json }.Prints("""{"code": "990001", "name": "見本市"}""");
        command.Does(async (parsed, cancellationToken) =>
        {
            if (!MunicipalityCode.TryParse(parsed.GetValue(code), out var municipality)) throw new RefusedException("団体コードが正しくありません。6桁で、検査数字まで確かめてください。");
            await using var office = await Office.OpenAsync(DatabaseRole.Owner, cancellationToken);
            var called = parsed.GetRequiredValue(name).Trim();
            return await office.Get<AddMunicipality>().RunAsync(municipality, called, cancellationToken) switch
            {
                AddMunicipality.Added => await Answer.GiveAsync(parsed, new { code = municipality.Value, name = called }, $"{municipality.Value} {called} を追加しました。"),
                AddMunicipality.AlreadyThere there => throw new RefusedException($"団体コード {municipality.Value} は {there.Name} として追加済みです。"),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "自治体の一覧") { Answer.Json }.Prints("""{"municipalities": [{"code": "990001", "name": "見本市"}]}""");
        command.Does(async (parsed, cancellationToken) =>
        {
            await using var office = await Office.OpenAsync(DatabaseRole.Staff, cancellationToken);
            var all = await office.Get<MunicipalityDirectory>().AllAsync(cancellationToken);
            return await Answer.GiveAsync(
                parsed,
                new { municipalities = all.Select(row => new { code = row.Code.Value, name = row.Name }) },
                string.Join('\n', all.Select(row => $"{row.Code.Value} {row.Name}")));
        });
        return command;
    }
}
