using Tewatashi.Testing;

namespace Tewatashi.Tests.Server;

/// <summary>What scripts rely on: exit codes, one clear line on standard error, JSON on standard output.</summary>
public sealed class VerbsTests
{
    [Theory]
    [InlineData("no-such-verb")]
    [InlineData("municipality", "add", "131041")]
    [InlineData("check", "--no-such-option")]
    public async Task Wrong_usage_ends_with_2_and_prints_no_result(params string[] arguments)
    {
        var ended = await (await TewatashiProgram.NewAsync(Engine.Sqlite)).RunAsync(arguments);

        Assert.Equal(2, ended.Exit);
        Assert.Equal("", ended.Output);
        Assert.NotEqual("", ended.Error);
    }

    [Fact]
    public async Task Refusal_ends_with_1_and_one_line()
    {
        var ended = await (await TewatashiProgram.NewAsync(Engine.Sqlite)).RunAsync("check", "--json");

        Assert.Equal(1, ended.Exit);
        Assert.Equal("", ended.Output);
        Assert.Single(ended.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Help_shows_the_json_of_a_verb()
    {
        var ended = await (await TewatashiProgram.NewAsync(Engine.Sqlite)).RunAsync("check", "--help");

        Assert.Equal(0, ended.Exit);
        Assert.Contains("\"violations\"", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routes_name_face_method_permission_and_fields_of_every_page()
    {
        var ended = await (await TewatashiProgram.NewAsync(Engine.Sqlite)).RunAsync("routes", "--json");

        Assert.Equal(0, ended.Exit);
        var routes = ended.Json.GetProperty("routes").EnumerateArray().ToList();
        var signIn = routes.Single(row => row.GetProperty("path").GetString() == "/sign-in" && row.GetProperty("face").GetString() == "staff" && row.GetProperty("method").GetString() == "POST");
        Assert.Contains("UserId", signIn.GetProperty("fields").EnumerateArray().Select(field => field.GetString()));
        Assert.All(
            routes.Where(row => row.GetProperty("face").GetString() == "staff" && !row.GetProperty("open").GetBoolean()),
            row => Assert.False(string.IsNullOrEmpty(row.GetProperty("permission").GetString()), row.ToString()));
    }

    [Fact]
    public async Task Clock_of_real_data_is_not_shifted()
    {
        var program = await TewatashiProgram.NewAsync(Engine.Sqlite);
        await program.RunAsync("migrate");

        var ended = await program.With("TEWATASHI__CLOCK", "+PT11M").RunAsync("municipality", "list");

        Assert.Equal(0, ended.Exit);
        Assert.Contains("デモのデータベースでだけ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clock_that_is_no_duration_is_refused()
    {
        var program = await TewatashiProgram.NewAsync(Engine.Sqlite);
        await program.RunAsync("migrate");

        Assert.Equal(1, (await program.With("TEWATASHI__CLOCK", "11 minutes").RunAsync("municipality", "list")).Exit);
    }
}
