using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Imports;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Imports;

/// <summary>An existing stock taken over: cards on the shelf, notices that were sent, bookings that were made.</summary>
public sealed class StockImportTests
{
    private const string Header = "製造管理番号,申請書ID,カナ氏名,生年月日,発送番号,交付窓口,交付期限,保管場所,通知日,交付予約日時,予約番号\r\n";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_on_the_shelf_is_prepared_lies_there_and_its_movement_says_since_when(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync();

        var counts = await TakeOverAsync(office, Row(1, location: boxes[1].Value), Row(2));

        Assert.Equal(new ImportCounts(2, 2, 0, 0, 0), counts);
        var cards = await office.SeeAsync(context => context.Cards.AsNoTracking().OrderBy(card => card.Ordinal).ToListAsync());
        Assert.All(cards, card => Assert.Equal((CardProgress.Prepared, null), (card.Progress, card.ShipmentId)));
        Assert.Equal([PlaceKind.Storage, PlaceKind.None], cards.Select(card => card.PlaceKind));
        var path = await office.SeeAsync(context => context.Locations.Where(row => row.Id == cards[0].LocationId).Select(row => row.Path).SingleAsync());
        Assert.Equal(boxes[1].Value, path.ToString());
        Assert.Equal(cards[0].Id, await office.SeeAsync(context => context.Movements.Select(row => row.CardId).SingleAsync()));
        Assert.Equal(0, await office.SeeAsync(context => context.Shipments.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Notified_card_has_a_sent_notice_with_a_deadline_that_no_password_opens(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        var counts = await TakeOverAsync(office, Row(1, notifiedOn: "2026-10-01"), Row(2, notifiedOn: "2026-10-01", deadline: "2026-12-31"));

        Assert.Equal(2, counts.Added);
        var notices = await office.SeeAsync(context => context.Notices.AsNoTracking().OrderBy(row => row.Ordinal).ToListAsync());
        Assert.All(notices, notice => Assert.Equal((NoticeState.Sent, new DateOnly(2026, 10, 1)), (notice.State, notice.SentOn)));
        Assert.Equal([new DateOnly(2026, 12, 30), new DateOnly(2026, 12, 31)], notices.Select(notice => notice.DeadlineOn));
        Assert.NotEqual(notices[0].PasswordHash, notices[1].PasswordHash);
        Assert.Equal(1, await office.SeeAsync(context => context.NoticeBatches.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booking_is_taken_over_from_the_same_seats_until_they_are_full(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 2);
        var own = ReservationNumber.New();

        var (outcome, lines) = await office.ReportedAsync(report => office.ImportAsync(
            File(
                Row(1, counter: "H1", reserved: "2026-12-01 10:30", number: own.Value),
                Row(2, counter: "H1", reserved: "2026-12-01 10:30", number: "OLD123"),
                Row(3, counter: "H1", reserved: "2026-12-01 10:30"),
                Row(4, counter: "H1", reserved: "2026-12-01 11:00", number: own.Value)),
            ImportProfile.Stock, report: report));

        Assert.Equal(new ImportCounts(4, 3, 0, 1, 2), Assert.IsType<ImportFromFile.Processed>(outcome).Counts);
        Assert.StartsWith("4,交付予約日時,この日時の枠が空いていません。", lines[1], StringComparison.Ordinal);
        var visits = await office.SeeAsync(context => context.Visits.AsNoTracking().OrderBy(row => row.StartsAt).ToListAsync());
        Assert.Equal([new TimeOnly(10, 30), new TimeOnly(10, 30), new TimeOnly(11, 0)], visits.Select(visit => visit.StartsAt));
        Assert.Single(visits, visit => visit.ReservationNumber == own);
        Assert.All(visits, visit => Assert.Equal((Channel.Stock, SeatState.Taken, counter.Id), (visit.Channel, visit.Seat, visit.CounterId)));
        Assert.Equal(3, await office.SeeAsync(context => context.Reservations.CountAsync(row => row.State == ReservationState.Booked)));
        Assert.Equal(2, await office.SeeAsync(context => context.Cells.Where(row => row.OwnerId == counter.Id && row.Minute == 630).Select(row => row.Taken).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_can_not_be_taken_over_is_refused_with_what_to_do(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync();
        await office.AddCounterAsync();

        var (_, lines) = await office.ReportedAsync(report => office.ImportAsync(
            File(
                Row(1, location: "H-V9-01-01"),
                Row(2, location: "H-V1-01"),
                Row(3, notifiedOn: "2026-11-25"),
                Row(4, reserved: "2026-12-01 10:30"),
                Row(5, counter: "H1", reserved: "2026-12-05 10:30"),
                Row(6, counter: "H1", reserved: "2026-12-01 10:35")),
            ImportProfile.Stock, report: report));

        Assert.Equal(["2,保管場所", "3,保管場所", "4,通知日", "5,交付窓口", "6,交付予約日時", "7,交付予約日時"], lines.Skip(1).Select(line => string.Join(',', line.Split(',').Take(2))));
        Assert.Equal(0, await office.SeeAsync(context => context.Cards.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booking_in_the_past_stays_behind_with_a_warning_and_the_card_comes(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();

        var counts = await TakeOverAsync(office, Row(1, counter: "H1", reserved: "2026-11-20 10:30"));

        Assert.Equal(new ImportCounts(1, 1, 0, 0, 1), counts);
        Assert.Equal(0, await office.SeeAsync(context => context.Visits.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stock_taken_over_twice_changes_nothing_and_sells_no_seat_twice(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var file = File([.. Enumerable.Range(1, 250).Select(number => Row(number, counter: "H1", notifiedOn: "2026-10-01", reserved: number % 50 == 0 ? "2026-12-01 10:30" : ""))]);
        await office.ImportAsync(file, ImportProfile.Stock);
        var before = await TakenAsync(office);

        var counts = Assert.IsType<ImportFromFile.Processed>(await office.ImportAsync(file, ImportProfile.Stock)).Counts;

        // Five rows want the two seats: the three that found none are still refused.
        Assert.Equal((247, 3), (counts.Unchanged, counts.Refused));
        Assert.Equal(before, await TakenAsync(office));
    }

    private static Task<(int Notices, int Visits, int Taken)> TakenAsync(TestOffice office) => office.SeeAsync(async context =>
        (await context.Notices.CountAsync(), await context.Visits.CountAsync(), await context.Cells.SumAsync(row => row.Taken)));

    private static async Task<ImportCounts> TakeOverAsync(TestOffice office, params string[] rows) =>
        Assert.IsType<ImportFromFile.Processed>(await office.ImportAsync(File(rows), ImportProfile.Stock)).Counts;

    private static byte[] File(params string[] rows) => ShipmentText.Cp932.GetBytes(Header + string.Concat(rows.Select(row => row + "\r\n")));

    private static string Row(int card, string counter = "", string deadline = "", string location = "", string notifiedOn = "", string reserved = "", string number = "") =>
        string.Create(CultureInfo.InvariantCulture, $"MIH{card:D6},{card:D23},ミホン　タロウ,1976-07-14,M2600-00,{counter},{deadline},{location},{notifiedOn},{reserved},{number}");
}
