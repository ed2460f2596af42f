using Tewatashi.Cards;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Time;

namespace Tewatashi.Server.Demo;

/// <summary>Five weeks in the life of the fictional municipality, lived through the use cases from its founding to this morning.</summary>
internal sealed class DemoStory(DemoOffice office, IReadOnlyList<DemoCard> cards)
{
    private readonly DemoPlaces places = new(office);
    private readonly DemoCustody custody = new(office);
    private readonly DemoNotices notices = new(office);
    private readonly BusinessDays days = BusinessDays.Default;

    private const int PastDays = 10;

    private static readonly string[] Vaults = ["H-V1", "K-V1"];

    private DateOnly Today => office.Clock.PresentDay;

    /// <summary>The first of the past business days on which people came; the last business day before today belongs to a delivery.</summary>
    private DateOnly FirstPastDay => days.Add(Today, -1 - PastDays);

    public async Task LiveAsync(string residentUrl, CancellationToken cancellationToken)
    {
        var bookings = new DemoBookings(office, places);
        var day = new DemoDay(office, places, custody);
        var outside = new DemoOutside(office, custody);

        At(days.Add(FirstPastDay, -12), 9);
        DemoOffice.Expect<AddMunicipality.Added>(await office.Owner<AddMunicipality>().RunAsync(office.Municipality, DemoOffice.Name, cancellationToken));
        await office.People.InviteAsync(office, cancellationToken);
        await places.SetUpAsync(residentUrl, cards.Count, cancellationToken);

        var first = Of(DemoStage.Past, DemoStage.NoShow, DemoStage.NotHandedOver, DemoStage.Cancelled, DemoStage.Today, DemoStage.Tomorrow, DemoStage.Booked, DemoStage.Suspended, DemoStage.Returned);
        await ArriveAndTellAsync(first, days.Add(FirstPastDay, -9), "M2601", cancellationToken);
        At(days.Add(FirstPastDay, -6), 19);
        var past = await BookPastAsync(bookings, cancellationToken);
        await ArriveAndTellAsync(Of(DemoStage.Open), days.Add(FirstPastDay, -5), "M2602", cancellationToken);
        At(days.Add(FirstPastDay, -2), 14);
        await custody.MarkAmendmentAsync(Of(DemoStage.Open).Take(cards.Count / 100), cancellationToken);
        var todays = await BookComingAsync(bookings, cancellationToken);
        await LivePastAsync(day, outside, past, cancellationToken);

        At(days.Previous(Today), 9);
        await outside.UnlockAsync(cancellationToken, Vaults);
        await notices.ReturnAsync(Of(DemoStage.Returned), cancellationToken);
        await custody.SuspendAsync(Of(DemoStage.Suspended), cancellationToken);
        await ArriveAsync(cancellationToken);
        await VisitYesterdayAsync(outside, cancellationToken);

        At(Today, 8, 30);
        await outside.UnlockAsync(cancellationToken, Vaults[0]);
        await AnnounceNewAsync(cancellationToken);
        await LiveTodayAsync(day, todays, cancellationToken);
        await LiveOutsideTodayAsync(outside, cancellationToken);
    }

    /// <summary>A delivery all of whose cards were shelved and told.</summary>
    private async Task ArriveAndTellAsync(List<DemoCard> delivery, DateOnly arrived, string dispatchNumber, CancellationToken cancellationToken)
    {
        if (delivery.Count == 0) return;
        At(arrived, 10);
        var shipment = await custody.AnnounceAsync(delivery, dispatchNumber, cancellationToken);
        await custody.InspectAsync(shipment, delivery, cancellationToken);
        await custody.CloseAsync(shipment, cancellationToken);
        await custody.PrepareAsync(delivery, cancellationToken);
        await custody.ShelveAsync(delivery, cancellationToken);
        At(arrived.AddDays(1), 15);
        await notices.SendAsync(await notices.IssueAsync(shipment, NoticeForm.Guide, delivery, cancellationToken), cancellationToken);
    }

    /// <summary>The youngest delivery that was closed, in every state between the table and the post.</summary>
    private async Task ArriveAsync(CancellationToken cancellationToken)
    {
        var printed = Of(DemoStage.NoticePrinted);
        var delivery = Of(DemoStage.NoticePrinted, DemoStage.Shelved, DemoStage.PostWaiting, DemoStage.Posted, DemoStage.Prepared, DemoStage.Inspected);
        if (delivery.Count == 0) return;
        var shipment = await custody.AnnounceAsync(delivery, "M2603", cancellationToken);
        await custody.InspectAsync(shipment, delivery, cancellationToken);
        await custody.CloseAsync(shipment, cancellationToken);
        await custody.PrepareAsync([.. delivery.Where(card => card.Stage != DemoStage.Inspected)], cancellationToken);
        await custody.ShelveAsync(delivery.Where(card => card.Stage is DemoStage.NoticePrinted or DemoStage.Shelved || card.IsForPost), cancellationToken);
        At(days.Previous(Today), 14);
        await custody.PostAsync(Of(DemoStage.Posted), cancellationToken);
        At(days.Previous(Today), 15);
        if (printed.Count > 0) await notices.IssueAsync(shipment, NoticeForm.Label, printed, cancellationToken);
    }

    private async Task AnnounceNewAsync(CancellationToken cancellationToken)
    {
        var receiving = Of(DemoStage.Scanned, DemoStage.Unscanned);
        if (receiving.Count > 0)
            await custody.InspectAsync(await custody.AnnounceAsync(receiving, "M2604", cancellationToken), Of(DemoStage.Scanned), cancellationToken);
        if (Of(DemoStage.Expected) is { Count: > 0 } expected) await custody.AnnounceAsync(expected, "M2605", cancellationToken);
    }

    /// <summary>Bookings for the weeks that are over by now.</summary>
    private async Task<List<DemoVisit>> BookPastAsync(DemoBookings bookings, CancellationToken cancellationToken)
    {
        var visits = new List<DemoVisit>();
        var past = Of(DemoStage.Past, DemoStage.NoShow, DemoStage.NotHandedOver);
        // Each stage spread over all days, so that every day has its share of it.
        var open = Enumerable.Range(0, PastDays).Select(on => days.Add(FirstPastDay, on)).ToList();
        foreach (var stage in past.GroupBy(card => card.Stage))
        {
            foreach (var some in stage.Select((card, i) => (card, On: open[(i + (int)stage.Key) % PastDays])).GroupBy(row => row.On, row => row.card))
                visits.AddRange(await bookings.BookAsync([.. some], some.Key, cancellationToken));
        }

        foreach (var visit in await bookings.BookAsync(Of(DemoStage.Cancelled), open[^1], cancellationToken))
            await bookings.CancelAsync(visit, cancellationToken);
        return visits;
    }

    private async Task LivePastAsync(DemoDay day, DemoOutside outside, List<DemoVisit> visits, CancellationToken cancellationToken)
    {
        foreach (var today in visits.GroupBy(visit => visit.Day).OrderBy(group => group.Key))
        {
            At(today.Key, 8, 30);
            await outside.UnlockAsync(cancellationToken, Vaults);
            foreach (var visit in today) await day.PickAsync(visit, cancellationToken);
            foreach (var visit in today.OrderBy(visit => visit.StartsAt))
            {
                office.Clock.GoTo(visit.Day, visit.StartsAt);
                if (visit.Cards[0].Stage == DemoStage.Past) await day.HandOverAsync(visit, cancellationToken);
                else if (visit.Cards[0].Stage == DemoStage.NotHandedOver) await day.RefuseAsync(visit, cancellationToken);
            }

            At(today.Key, 19, 30);
            await day.CloseAsync(today.Key, [.. today], today.Where(visit => visit.Cards[0].Stage != DemoStage.Past), cancellationToken);
            await outside.LockAsync(cancellationToken, Vaults);
        }
    }

    private async Task<IReadOnlyList<DemoVisit>> BookComingAsync(DemoBookings bookings, CancellationToken cancellationToken)
    {
        var today = NextOpen(Today);
        var todays = await bookings.BookAsync(Of(DemoStage.Today), today, cancellationToken);
        await bookings.BookAsync(Of(DemoStage.Tomorrow), NextOpen(today.AddDays(1)), cancellationToken);
        var coming = Of(DemoStage.Booked);
        foreach (var some in coming.Select((card, i) => (card, On: days.Add(today, 2 + (i % 9)))).GroupBy(row => row.On, row => row.card))
            await bookings.BookAsync([.. some], some.Key, cancellationToken);
        return todays;
    }

    /// <summary>This morning: most cards picked, the first people were here already; the rest is left to whoever tries it.</summary>
    private async Task LiveTodayAsync(DemoDay day, IReadOnlyList<DemoVisit> todays, CancellationToken cancellationToken)
    {
        if (todays.Count == 0 || todays[0].Day != Today) return;
        // At a weekend or on a holiday the branch's cards lie in the branch and cannot be picked here.
        var inOrder = todays.Where(visit => visit.Cards.All(card => card.Counter == visit.Counter)).OrderBy(visit => visit.StartsAt).ToList();
        foreach (var visit in inOrder.Take(inOrder.Count * 2 / 3)) await day.PickAsync(visit, cancellationToken);
        var here = inOrder.TakeWhile(visit => visit.StartsAt <= office.Clock.PresentTime).Take(inOrder.Count / 3).ToList();
        foreach (var visit in here)
        {
            office.Clock.GoTo(visit.Day, visit.StartsAt);
            if (visit != here[^1]) await day.HandOverAsync(visit, cancellationToken);
            else await day.CheckInAsync(visit, cancellationToken);
        }
    }

    /// <summary>Two cards went to a hospital and came back the same day; then the vaults were locked.</summary>
    private async Task VisitYesterdayAsync(DemoOutside outside, CancellationToken cancellationToken)
    {
        var yesterday = days.Previous(Today);
        var visited = Of(DemoStage.Shelved).Take(2).ToList();
        await outside.TakeOutAsync(visited, TakeOutKind.Institution, yesterday, 17, cancellationToken);
        At(yesterday, 16, 30);
        await outside.BringBackAsync(visited, cancellationToken);
        At(yesterday, 17, 15);
        await outside.LockAsync(cancellationToken, Vaults);
    }

    /// <summary>Cards on their way to somebody's home and to a counter in another place, the register's list waiting for a clerk, and the vault locked where the day is over.</summary>
    private async Task LiveOutsideTodayAsync(DemoOutside outside, CancellationToken cancellationToken)
    {
        var shelved = Of(DemoStage.Shelved);
        var backOn = office.Clock.PresentTime.Hour < 16 ? Today : days.Add(Today, 1);
        await outside.TakeOutAsync(shelved.Skip(2).Take(1), TakeOutKind.HomeVisit, backOn, 17, cancellationToken);
        await outside.TakeOutAsync(shelved.Skip(3).Take(1), TakeOutKind.TemporaryCounter, days.Add(Today, 1), 17, cancellationToken);
        // The first is stopped by the list: a card that nobody has been told about.
        if (shelved.Skip(4).FirstOrDefault(card => card.Kana is not null) is { } moved)
            await outside.ReadChangesAsync([moved, .. Of(DemoStage.Open).Where(card => card.Kana is not null).Take(3)], Today, cancellationToken);
        if (office.Clock.PresentTime.Hour < 17) return;
        At(Today, 17, 15);
        await outside.LockAsync(cancellationToken, Vaults[0]);
    }

    /// <summary>The day itself or the next on which the main counter is open.</summary>
    private static DateOnly NextOpen(DateOnly day)
    {
        while (day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 }) day = day.AddDays(1);
        return day;
    }

    private List<DemoCard> Of(params DemoStage[] stages) => [.. stages.SelectMany(stage => cards.Where(card => card.Stage == stage))];

    private void At(DateOnly day, int hour, int minute = 0) => office.Clock.GoTo(day, new TimeOnly(hour, minute));
}
