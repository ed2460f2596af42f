using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Data.Keys;
using Tewatashi.Imports;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Imports;

/// <summary>特急発行: a card without a file is typed in and goes the ordinary way.</summary>
public sealed class ReceiveByHandTests
{
    private static readonly ApplicantNames Names = new(ApplicationId.Parse("12345678901234567890201"), KanaName.Parse("ミホン　ハナコ"), Birthday.Parse("1980-03-07"));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_typed_in_goes_the_ordinary_way_and_closes_without_a_box(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync();
        var serial = SerialNumber.Parse("MIG000001");

        var received = Assert.IsType<ReceiveByHand.TakenIn>(await ReceiveAsync(office, serial));
        Assert.IsType<InspectCard.Inspected>(await office.Staff<InspectCard>().RunAsync(new(received.ShipmentId, serial), office.ByStaff(), CancellationToken.None));
        Assert.IsType<PrepareCard.Prepared>(await office.Staff<PrepareCard>().RunAsync(new PrepareCard.Request(serial), office.ByStaff(), CancellationToken.None));
        Assert.IsType<StoreCard.Stored>(await office.Staff<StoreCard>().RunAsync(new(boxes[0], serial), office.ByStaff(), CancellationToken.None));
        Assert.Equal(new CloseShipment.Closed(1), await office.Staff<CloseShipment>().RunAsync(new(received.ShipmentId), office.ByStaff(), CancellationToken.None));

        var applicant = await office.SeeAsync(context => context.Applicants.AsNoTracking().SingleAsync());
        Assert.Equal("0000-03-07", new ApplicantItems(office.Staff<KeyStore>(), office.Municipality).Open(applicant).Birthday.Value);
        Assert.NotEqual(received.ShipmentId, Assert.IsType<ReceiveByHand.TakenIn>(await ReceiveAsync(office, SerialNumber.Parse("MIG000002"))).ShipmentId);
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cards_typed_at_the_same_moment_stand_in_one_delivery_and_each_number_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        var outcomes = await Task.WhenAll(new[] { "MIG000001", "MIG000002", "MIG000001", "MIG000002" }.Select(serial => Task.Run(() => ReceiveAsync(office, SerialNumber.Parse(serial)))));

        Assert.Equal(2, outcomes.OfType<ReceiveByHand.TakenIn>().Count());
        Assert.Equal(2, outcomes.OfType<ReceiveByHand.AlreadyThere>().Count());
        Assert.Single(await office.SeeAsync(context => context.Shipments.ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Later_file_with_equal_data_counts_as_unchanged_and_other_data_is_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await ReceiveAsync(office, SerialNumber.Parse("MIG000001"));
        await ReceiveAsync(office, SerialNumber.Parse("MIG000002"), DispatchNumber.Parse("M2600-00"));
        const string Header = "製造管理番号,申請書ID,カナ氏名,生年月日,発送番号,交付期限\r\n";
        const string Person = "12345678901234567890201,ミホン　ハナコ,1980-03-07";
        async Task<ImportCounts> Import(string rows) => Assert.IsType<ImportFromFile.Processed>(await office.ImportAsync(Header + rows)).Counts;

        var equal = await Import($"MIG000001,{Person},M2611-01,2027-03-31\r\nMIG000002,{Person},M2600-00,\r\n");
        var other = await Import($"MIG000001,{Person.Replace("03-07", "03-08", StringComparison.Ordinal)},M2611-01,\r\nMIG000002,{Person},M2600-99,\r\n");

        Assert.Equal((0, 2, 0), (equal.Added, equal.Unchanged, equal.Refused));
        Assert.Equal((0, 0, 2), (other.Added, other.Unchanged, other.Refused));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_of_a_list_is_refused(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1, CardProgress.Expected))[0];

        Assert.Equal(new ReceiveByHand.AlreadyThere(card.Id), await ReceiveAsync(office, card.SerialNumber));
        Assert.Equal(1, await office.SeeAsync(context => context.Shipments.CountAsync()));
    }

    private static Task<ReceiveByHand.Outcome> ReceiveAsync(TestOffice office, SerialNumber serial, DispatchNumber? dispatch = null) =>
        office.Staff<ReceiveByHand>().RunAsync(new(serial, Names, dispatch), office.ByStaff(), CancellationToken.None);
}
