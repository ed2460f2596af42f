using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Imports;

/// <summary>The command killed in the middle of a file and run again.</summary>
public sealed class KilledImportTests
{
    private const int Rows = 15_000;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Import_killed_and_run_again_ends_as_if_it_had_run_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await using var undisturbed = await TestOffice.OpenAsync(engine);
        var file = Path.Combine(TestDatabase.NewFolder(), "shipment.csv");
        await File.WriteAllBytesAsync(file, ShipmentText.Cp932.GetBytes(ShipmentText.File(
            [.. Enumerable.Range(1, Rows).Select(number => ShipmentText.Row(number, birthday: number % 1000 == 0 ? "いつか" : "1976-07-14", counter: ""))])));

        using (var killed = Start(office, file))
        {
            while (await CardsAsync(office) == 0 && !killed.HasExited) await Task.Delay(5);
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        Assert.InRange(await CardsAsync(office), 1, Rows - (Rows / 1000) - 1);
        Assert.Equal(0, await EndAsync(office, file));
        Assert.Equal(0, await EndAsync(undisturbed, file));

        Assert.Equal(await WhatStandsAsync(undisturbed), await WhatStandsAsync(office));
    }

    private static Task<int> CardsAsync(TestOffice office) => office.SeeAsync(context => context.Cards.CountAsync());

    private static async Task<int> EndAsync(TestOffice office, string file)
    {
        using var process = Start(office, file);
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return process.ExitCode;
    }

    private static Process Start(TestOffice office, string file)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "tewatashi-server.dll"), "cards", "import", file, "--municipality", office.Municipality.Value },
        };
        start.Environment["TEWATASHI__DATA"] = office.Installation.DataFolder;
        start.Environment["TEWATASHI__KEYS"] = office.Installation.KeyFolder;
        if (office.Installation.ConnectionStrings.TryGetValue(DatabaseRole.Owner, out var database)) start.Environment["TEWATASHI__DATABASE"] = database;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    /// <summary>Everything an import leaves but ids and times.</summary>
    private static Task<string> WhatStandsAsync(TestOffice office) => office.SeeAsync(async context =>
    {
        var cards = await context.Cards.AsNoTracking().OrderBy(card => card.Ordinal)
            .Select(card => new { card.SerialNumber, card.Ordinal, card.DispatchNumber, card.Progress, Owned = card.ShipmentId == card.ImportId }).ToListAsync();
        var import = await context.Imports.AsNoTracking().SingleAsync();
        var problems = await context.ImportProblems.OrderBy(row => row.Ordinal).Select(row => new { row.Line, row.Column, row.Refused }).ToListAsync();
        var (shipments, applicants) = (await context.Shipments.CountAsync(), await context.Applicants.CountAsync());
        return string.Create(CultureInfo.InvariantCulture, $"""
            {import.State} {import.Rows} {import.RowsRead} {import.Added} {import.Unchanged} {import.Refused} {import.Warnings} {import.ClaimedBy}
            shipments {shipments}, applicants {applicants}
            {string.Join('\n', cards)}
            {string.Join('\n', problems)}
            """);
    });
}
