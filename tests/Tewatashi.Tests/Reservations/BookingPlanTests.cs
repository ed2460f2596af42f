using Tewatashi.Data;
using Tewatashi.Data.Sqlite;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Reservations;

/// <summary>
/// On the embedded database every statement of a booking finds its rows by an index: one that reads a whole table slows every booking
/// down with every booking before it, and nobody notices until the year is long.
/// </summary>
public sealed class BookingPlanTests
{
    [Fact]
    public async Task No_statement_of_a_booking_reads_a_whole_table()
    {
        var installation = new Installation(TestDatabase.NewFolder(), TestDatabase.NewFolder(), new Dictionary<DatabaseRole, string>());
        await using (var provider = installation.NewProvider()) await provider.MigrateAsync(CancellationToken.None);
        await using var office = await TestOffice.OpenOnAsync(installation);
        var counter = await office.AddCounterAsync(booths: 50);
        var cards = await office.AddNotifiedCardsAsync(60);
        foreach (var (i, card) in cards.Take(40).Index()) await office.BookAsync(card, counter, TestCounters.FirstWebDay, new TimeOnly(9, 0).AddMinutes(15 * (i % 10)));

        using var plans = new StatementPlans(file => file == installation.SqliteFile, SqliteStatistics.Few);
        var booked = await office.BookAsync(cards[50], counter, TestCounters.FirstWebDay, new TimeOnly(11, 45));
        await office.Resident<ViewBooking>().RunAsync(new(cards[50].Id), office.ByResident(cards[50].Id), CancellationToken.None);

        Assert.NotNull(booked);
        Assert.True(plans.Scans.Count == 0, string.Join("\n\n", plans.Scans));
    }
}
