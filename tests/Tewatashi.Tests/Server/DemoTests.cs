using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Server;

/// <summary><c>demo</c> as somebody who has just cloned the project runs it.</summary>
public sealed class DemoTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Demo_in_nothing_serves_both_faces_over_a_whole_database(Engine engine)
    {
        var program = await TewatashiProgram.NewAsync(engine);
        var (residentUrl, staffUrl) = (FreeUrl(), FreeUrl());
        await using (await program.ServeAsync("demo", "--data", program.Folder, "--cards", "60", "--resident", residentUrl, "--staff", staffUrl, "--json"))
        {
            using var client = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri($"{residentUrl}/health/ready"))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri($"{residentUrl}/990001/"))).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri($"{staffUrl}/sign-in"))).StatusCode);

            var demo = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(program.Folder, "demo.json"))).RootElement;
            Assert.Equal(residentUrl, demo.GetProperty("resident").GetString());
            Assert.Equal("990001", demo.GetProperty("municipality").GetString());
            Assert.Equal(["admin", "auditor", "counter", "custody", "operations", "phone"], demo.GetProperty("staffMembers").EnumerateArray().Select(row => row.GetProperty("role").GetString()).Order());
            Assert.All(demo.GetProperty("notices").EnumerateArray(), row => Assert.Matches(@"\A[0-9]{2}-[0-9]{2}\z", row.GetProperty("birthday").GetString()));
            Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(program.Folder, "mail"), "*.eml"));
        }

        var check = await program.RunAsync("check", "--json");
        Assert.Equal("", check.Error);
        Assert.Equal(0, check.Exit);
        Assert.True(check.Json.GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task Demo_begun_again_goes_on_with_its_data_at_a_shifted_clock_and_afresh_makes_new_ones()
    {
        var program = await TewatashiProgram.NewAsync(Engine.Sqlite);
        var first = await StartAndStopAsync(program, "--cards", "20");

        var second = await StartAndStopAsync(program.With("TEWATASHI__CLOCK", "+P1D"));
        var third = await StartAndStopAsync(program, "--cards", "20", "--fresh");

        Assert.Equal(Passwords(first), Passwords(second));
        Assert.NotEqual(first.GetProperty("resident").GetString(), second.GetProperty("resident").GetString());
        Assert.DoesNotContain(Passwords(first), password => Passwords(third).Contains(password));
        Assert.Equal(Serials(first), Serials(third));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Demo_over_somebodys_data_is_refused_even_afresh(Engine engine)
    {
        var program = await TewatashiProgram.NewAsync(engine);
        Assert.Equal(0, (await program.RunAsync("migrate")).Exit);
        Assert.Equal(0, (await program.RunAsync("municipality", "add", "131041", "新宿区")).Exit);

        var demo = await program.RunAsync("demo", "--data", program.Folder, "--fresh");

        Assert.Equal(1, demo.Exit);
        Assert.Equal("", demo.Output);
        Assert.Contains("デモのものではありません", demo.Error, StringComparison.Ordinal);
        var list = await program.RunAsync("municipality", "list", "--json");
        Assert.Equal("131041", list.Json.GetProperty("municipalities")[0].GetProperty("code").GetString());
    }

    private static async Task<JsonElement> StartAndStopAsync(TewatashiProgram program, params string[] arguments)
    {
        await using var serving = await program.ServeAsync(["demo", "--data", program.Folder, "--resident", FreeUrl(), "--staff", FreeUrl(), "--json", .. arguments]);
        return serving.Result;
    }

    private static List<string?> Passwords(JsonElement demo) => Of(demo, "password");

    private static List<string?> Serials(JsonElement demo) => Of(demo, "serialNumber");

    private static List<string?> Of(JsonElement demo, string what) => [.. demo.GetProperty("notices").EnumerateArray().Select(row => row.GetProperty(what).GetString()).Order()];

    private static string FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
