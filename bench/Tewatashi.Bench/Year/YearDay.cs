using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Counting;
using Tewatashi.Data;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;
using Tewatashi.Imports;
using Tewatashi.Missing;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Parcels;
using Tewatashi.Reservations;
using Tewatashi.Storage;
using Tewatashi.Time;

namespace Tewatashi.Bench.Year;

/// <summary>One business day after the other, through the use cases, as the office's people do them.</summary>
internal sealed class YearDay(YearOffice office, CancellationToken cancellationToken)
{
    /// <summary>Residents come so many business days after their notice.</summary>
    public const int Ahead = 5;

    private const int DeliveryEvery = 5;
    private const int MovesADay = 5;
    private const int ScansAtOnce = 100;
    private readonly Dictionary<DateOnly, List<Visitor>> booked = [];
    private readonly Queue<SerialNumber> missed = [];
    private readonly Random random = new(1);
    private Guid? parcel;
    private int day;

    private sealed record Visitor(SerialNumber Serial, ReservationNumber Number, TimeOnly At);

    public int HandedOver { get; private set; }

    public int Lost { get; private set; }

    public async Task RunAsync(DateOnly today)
    {
        day++;
        Go(today, 8, 0);
        await CountAsync();
        if (day % DeliveryEvery == 1) await DeliverAsync();
        Go(today, 8, 30);
        await PickAsync(today);
        await NotifyAsync(today);
        await ArriveAsync(today);
        Go(today, 20, 0);
        await MoveAsync();
        await TransferAsync();
        await LoseAsync();
        await CloseAsync(today);
    }

    /// <summary>At the end: who moved away leaves a card that goes the whole way to the shredder.</summary>
    public Task DisposeAsync(DateOnly today)
    {
        Go(today, 21, 0);
        return new YearDisposal(office, cancellationToken).RunAsync();
    }

    private void Go(DateOnly today, int hour, int minute) => office.Clock.GoTo(today, new(hour, minute));

    private Task<T> DoAsync<T>(string name, Func<Task<T>> run) => office.Times.RunAsync(name, run);

    private static TWanted Expect<TWanted>(object outcome) => outcome is TWanted wanted ? wanted : throw new InvalidOperationException($"Expected {typeof(TWanted).FullName}, and it is {outcome}.");

    private async Task CountAsync()
    {
        await DoAsync("draw boxes", () => office.Use<ProposeCounts>().RunAsync(office.By(), cancellationToken));
        var planned = await office.SeeAsync(context => context.StockCounts.Where(row => row.State == CountState.Planned)
            .Join(context.Locations, count => count.LocationId, box => box.Id, (_, box) => new { box.Id, box.Path }).OrderBy(box => box.Path).ToListAsync(cancellationToken));
        foreach (var box in planned)
        {
            var labels = await office.SeeAsync(context => context.Cards.Where(row => row.LocationId == box.Id).OrderBy(row => row.Id).Select(row => row.SerialNumber).ToListAsync(cancellationToken));
            var count = Expect<OpenCount.Opened>(await DoAsync("begin a count", () => office.Use<OpenCount>().RunAsync(new(LocationPath.Parse(box.Path)), office.By(), cancellationToken))).CountId;
            var overlooked = day % 10 == 0 && labels.Count > 1 ? labels[0] : null;
            foreach (var scans in labels.Where(label => label != overlooked).Select(label => new ScanCounted.Scan(Ids.New(), label)).Chunk(ScansAtOnce))
                await DoAsync("scan into a count", () => office.Use<ScanCounted>().RunAsync(new(count, scans), office.By(), cancellationToken));
            await DoAsync("close a count", () => office.Use<CloseCount>().RunAsync(new(count), office.By(), cancellationToken));
            if (overlooked is not null)
                Expect<SettleFinding.Settled>(await DoAsync("settle a difference", () => office.Use<SettleFinding>().RunAsync(new(count, LocationPath.Parse(box.Path), overlooked), office.By(), cancellationToken)));
        }
    }

    private async Task DeliverAsync()
    {
        var (first, rows) = (office.NextCard, office.Size.ADay * DeliveryEvery);
        office.NextCard += rows;
        var file = YearFile.Delivery(first, rows);
        var name = string.Create(CultureInfo.InvariantCulture, $"delivery-{first}.csv");
        var import = Expect<ImportFromFile.Processed>(await DoAsync("import a delivery", () => office.Use<ImportFromFile>().RunAsync(
            new(new ImportFile(ImportProfile.Standard, null, () => new MemoryStream(file)), name), office.By() with { OperationId = null }, cancellationToken)));
        var shipment = import.ImportId ?? throw new InvalidOperationException("It was no dry run."); // a delivery carries the id of its import
        var serials = Enumerable.Range(first, rows).Select(number => SerialNumber.Parse(CardFile.SerialOf(number))).ToList();
        Expect<ReceiveShipment.Receiving>(await DoAsync("begin receiving", () => office.Use<ReceiveShipment>().RunAsync(new(shipment), office.By(), cancellationToken)));
        foreach (var serial in serials)
            Expect<InspectCard.Inspected>(await DoAsync("inspect", () => office.Use<InspectCard>().RunAsync(new(shipment, serial), office.By(), cancellationToken)));
        var boxes = await office.SeeAsync(context => context.ShipmentBoxes.Where(row => row.ShipmentId == shipment).Select(row => row.Ordinal).ToListAsync(cancellationToken));
        Expect<ConfirmBoxesEmpty.Confirmed>(await DoAsync("see boxes empty", () => office.Use<ConfirmBoxesEmpty>().RunAsync(new(shipment, boxes, office.Second.Signature), office.By(), cancellationToken)));
        Expect<CloseShipment.Closed>(await DoAsync("close a delivery", () => office.Use<CloseShipment>().RunAsync(new(shipment), office.By(), cancellationToken)));
        await DoAsync("prepare many", () => office.Use<PrepareCard>().RunAsync(serials, office.By(), cancellationToken));
        LocationPath? box = null;
        foreach (var serial in serials)
        {
            box ??= await ProposeAsync(serial);
            if (await StoreAsync(serial, box) is StoreCard.Full) Expect<StoreCard.Stored>(await StoreAsync(serial, box = await ProposeAsync(serial)));
        }
    }

    private async Task<LocationPath> ProposeAsync(SerialNumber serial) => LocationPath.Parse(
        Expect<ProposeBox.Proposed>(await DoAsync("propose a box", () => office.Use<ProposeBox>().RunAsync(office.Municipality, serial, cancellationToken))).Fill.Place.Path);

    private Task<StoreCard.Outcome> StoreAsync(SerialNumber serial, LocationPath box) =>
        DoAsync("shelve", () => office.Use<StoreCard>().RunAsync(new(box, serial), office.By(), cancellationToken));

    private async Task NotifyAsync(DateOnly today)
    {
        var batch = Expect<CreateNoticeBatch.Created>(await DoAsync("choose cards for notices", () => office.Use<CreateNoticeBatch>().RunAsync(
            new(null, NoticeForm.Guide, today.AddDays(90), office.Size.ADay, Match: false), office.By(), cancellationToken))).BatchId;
        var papers = await DoAsync("issue notices", async () =>
        {
            var pdf = Expect<PrintOutcome.Ready>(await office.Use<IssueNotices>().RunAsync(new(batch), office.By(), cancellationToken)).Pdf;
            var made = new List<SerialNumber>();
            await foreach (var paper in pdf.PapersAsync(cancellationToken)) made.Add(SerialNumber.Parse(paper.SerialDisplay));
            return made;
        });
        var run = (await office.Use<SeeNoticeBatch>().RunAsync(office.Municipality, batch, cancellationToken))?.PrintRun ?? throw new InvalidOperationException("It was just made.");
        await DoAsync("confirm notices", () => office.Use<ConfirmPrinted>().RunAsync(new(batch, run), office.By(), cancellationToken));
        Expect<SendNotices.Sent>(await DoAsync("send notices", () => office.Use<SendNotices>().RunAsync(new(batch, today), office.By(), cancellationToken)));
        if (day % 5 == 2 && papers.Count > 1)
            await DoAsync("a notice comes back", () => office.Use<ReturnNotice>().RunAsync(new(new NoticeCode.Serial(papers[^1]), ReturnReason.UnknownAddress, today), office.By(), cancellationToken));
        await BookAsync(BusinessDays.Default.Add(today, Ahead), papers);
    }

    private async Task BookAsync(DateOnly on, IReadOnlyList<SerialNumber> serials)
    {
        foreach (var (index, serial) in serials.Index())
        {
            var card = await FindAsync(serial);
            var at = new TimeOnly(8, 30).AddMinutes(15 * (index / office.Booths));
            var outcome = await DoAsync("book", () => office.Use<BookForCaller>().RunAsync(new([new VisitPerson(card, RecipientKind.Applicant)], office.CounterId, on, at, Proven: true), office.By(), cancellationToken));
            if (outcome is BookForCaller.Booked done) Visitors(on).Add(new(serial, done.Number, at));
            else if (!serial.Equals(serials[^1])) throw new InvalidOperationException($"Not booked: {outcome}."); // the last one's notice may have come back
        }
    }

    private List<Visitor> Visitors(DateOnly on) => booked.TryGetValue(on, out var there) ? there : booked[on] = [];

    private Task<Guid> FindAsync(SerialNumber serial) => DoAsync("find a card", async () =>
        await office.Use<FindCardId>().RunAsync(office.Municipality, serial, cancellationToken) ?? throw new InvalidOperationException("It is there."));

    private async Task PickAsync(DateOnly today)
    {
        await DoAsync("pick list", () => office.Use<SeePickList>().RunAsync(new(today, office.CounterId), office.By(), cancellationToken));
        foreach (var visitor in Visitors(today))
            Expect<PickCard.Picked>(await DoAsync("pick", () => office.Use<PickCard>().RunAsync(new(visitor.Serial, office.CounterId, today, Unmoved: true), office.By(), cancellationToken)));
    }

    /// <summary>One in twenty does not come, one in thirty leaves without the card.</summary>
    private async Task ArriveAsync(DateOnly today)
    {
        foreach (var visitor in Visitors(today).OrderBy(visitor => visitor.At))
        {
            office.Clock.GoTo(today, visitor.At);
            if (random.Next(20) == 0) continue;
            var outcome = await DoAsync("check in", () => office.Use<CheckIn>().RunAsync(new(new ArrivalCode.Reservation(visitor.Number), office.CounterId, null, LateAccepted: true), office.By(), cancellationToken));
            if (outcome is not CheckIn.CheckedIn { Arrival.Persons: [{ ReservationId: var reservation }] }) throw new InvalidOperationException($"Not checked in: {outcome}.");
            if (random.Next(30) == 0)
            {
                Expect<RefuseHandOver.Refused>(await DoAsync("not handed over", () => office.Use<RefuseHandOver>().RunAsync(new(reservation, NotHandedOverReason.PapersMissing), office.By(), cancellationToken)));
                continue;
            }

            await HandOverAsync(visitor.Serial, reservation);
        }

        booked.Remove(today);
    }

    private async Task HandOverAsync(SerialNumber serial, Guid reservation)
    {
        await DoAsync("open the gate", () => office.Use<OpenGate>().RunAsync(new(reservation), office.By(), cancellationToken));
        var birthday = YearFile.BirthdayOf(serial);
        var answers = Checklist.Standard.For(RecipientKind.Applicant, amendmentNeeded: false)
            .ToDictionary(question => question.Code, question => question.Code == Checklist.PapersA ? 2 : question.Answer == ChecklistAnswer.YesNo ? 1 : 0);
        var form = new HandOverCard.Request(reservation, serial, new(birthday, birthday), new(RecipientKind.Applicant), answers, FileNumber.Parse("8-0001"));
        var outcome = await DoAsync("hand over", () => office.Use<HandOverCard>().RunAsync(form, office.By(), cancellationToken));
        Expect<HandOverCard.HandedOver>(outcome);
        HandedOver++;
    }

    private async Task MoveAsync()
    {
        for (var i = 0; i < MovesADay; i++)
        {
            var serial = SerialNumber.Parse(CardFile.SerialOf(random.Next(office.Size.Cards)));
            await DoAsync("move", () => office.Use<StoreCard>().RunAsync(new(YearOffice.BoxOf(random.Next(Math.Max(1, office.Size.Cards / 100))), serial), office.By(), cancellationToken));
        }
    }

    /// <summary>One day a parcel leaves for the other office, the next day it is there.</summary>
    private async Task TransferAsync()
    {
        if (parcel is { } under)
        {
            await DoAsync("receive a parcel", () => office.Use<ReceiveParcel>().RunAsync(new(under), office.By(), cancellationToken));
            var packed = await office.SeeAsync(context => context.ParcelLines.Where(row => row.ParcelId == under && row.State == ParcelLineState.Packed).OrderBy(row => row.Id).Select(row => row.SerialNumber).ToListAsync(cancellationToken));
            foreach (var serial in day % 20 == 0 ? packed.Skip(1) : packed)
                Expect<ShelveParcelCard.Arrived>(await DoAsync("shelve from a parcel", () => office.Use<ShelveParcelCard>().RunAsync(new(under, office.FarBox, serial), office.By(), cancellationToken)));
            if (await DoAsync("close a parcel", () => office.Use<CloseParcel>().RunAsync(new(under), office.By(), cancellationToken)) is CloseParcel.Differs)
                Expect<SignDifference.Signed>(await office.Use<SignDifference>().RunAsync(new(under, office.Second.Signature), office.By(), cancellationToken));
            parcel = null;
        }
        else if (day % 2 == 1)
        {
            var opened = Expect<OpenParcel.Opened>(await DoAsync("open a parcel", () => office.Use<OpenParcel>().RunAsync(new(office.Buildings.Near, office.Buildings.Far, OrdersByScan: true), office.By(), cancellationToken))).ParcelId;
            for (var i = 0; i < 5; i++)
            {
                // Of those that were told long ago and never came.
                var serial = SerialNumber.Parse(CardFile.SerialOf(random.Next(office.Size.Cards / 10) * 10));
                await DoAsync("pack", () => office.Use<PackCard>().RunAsync(new(opened, serial), office.By(), cancellationToken));
            }

            if (await DoAsync("send a parcel", () => office.Use<SendParcel>().RunAsync(new(opened), office.By(), cancellationToken)) is SendParcel.Sent) parcel = opened;
        }
    }

    /// <summary>A card is missed, and found the next day but for one a quarter; somebody moves away.</summary>
    private async Task LoseAsync()
    {
        while (missed.TryDequeue(out var back))
        {
            if (day % 60 == 0)
            {
                var card = await FindAsync(back);
                var search = await office.SeeAsync(context => context.MissingCards.Where(row => row.CardId == card && row.EndedAt == null).Select(row => row.Id).SingleAsync(cancellationToken));
                Expect<ConfirmLost.Lost>(await office.Use<ConfirmLost>().RunAsync(new(search, Wrongful: false, office.Second.Signature), office.By(), cancellationToken));
                Lost++;
                continue;
            }

            var box = await ProposeAsync(back);
            Expect<FindMissingCard.Found>(await DoAsync("find a missing card", () => office.Use<FindMissingCard>().RunAsync(new(box, back), office.By(), cancellationToken)));
        }

        var serial = SerialNumber.Parse(CardFile.SerialOf((random.Next(office.Size.Cards / 10) * 10) + 1));
        if (await DoAsync("miss a card", async () => await office.Use<MissCard>().RunAsync(new(await FindAsync(serial), MissingReason.Other), office.By(), cancellationToken)) is MissCard.Missed) missed.Enqueue(serial);
        var gone = SerialNumber.Parse(CardFile.SerialOf((random.Next(office.Size.Cards / 10) * 10) + 2));
        await DoAsync("suspend", async () => await office.Use<SuspendCard>().RunAsync(new(await FindAsync(gone), Suspension.MovedOut), office.By(), cancellationToken));
    }

    private async Task CloseAsync(DateOnly today)
    {
        await DoAsync("mark who did not come", () => office.Use<MarkNotCome>().RunAsync(new(office.CounterId, today), office.By(), cancellationToken));
        var left = await DoAsync("reshelve list", () => office.Use<SeeReshelveList>().RunAsync(new(office.CounterId), office.By(), cancellationToken));
        foreach (var card in left.Cards)
        {
            var box = card.ProposedPath is { } path ? LocationPath.Parse(path) : await ProposeAsync(card.SerialNumber);
            if (await ReshelveAsync(card, box) is ReshelveCard.Full) Expect<ReshelveCard.Reshelved>(await ReshelveAsync(card, await ProposeAsync(card.SerialNumber)));
        }

        Expect<CloseCounter.Closed>(await DoAsync("close the counter", () => office.Use<CloseCounter>().RunAsync(new(office.CounterId, today, 0), office.By(), cancellationToken)));
    }

    private Task<ReshelveCard.Outcome> ReshelveAsync(TrayCard card, LocationPath box) =>
        DoAsync("reshelve", () => office.Use<ReshelveCard>().RunAsync(new(card.CardId, box), office.By(), cancellationToken));
}
