using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Disposal;
using Tewatashi.Incidents;
using Tewatashi.Lists;
using Tewatashi.Missing;
using Tewatashi.Notices;
using Tewatashi.Parcels;
using Tewatashi.Reservations.Waiting;
using Tewatashi.Staff.Lists;
using Tewatashi.Storage;
using Tewatashi.Testing;
using Tewatashi.Transfers;
using Tewatashi.Vaults;

namespace Tewatashi.Tests.Lists;

/// <summary>Every list of the office: what both databases make of its filters and orders, and what each one says.</summary>
public sealed class OfficeListTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_field_filters_and_every_heading_sorts_both_ways(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;

        foreach (var list in OfficeLists.All)
        {
            foreach (var column in list.Columns.Where(column => column.CanSort))
            {
                foreach (var descending in new[] { false, true }) await SeeAsync(office, new(list, ListFilter.Of(list), column.Code, descending));
            }

            foreach (var asked in list.Fields)
            {
                var values = asked.Choices switch
                {
                    null => ["2026-11-25"],
                    [] => [Guid.Empty.ToString()],
                    var choices => choices.Select(choice => choice.Value).ToList(),
                };
                foreach (var value in values) await SeeAsync(office, new(list, ListFilter.Of(list, (asked.Key, value))));
            }

            await SeeAsync(office, ListAsk.Of(list, office.Today));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task No_list_shows_a_row_of_another_municipality(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        await office.AddCardsAsync(1, CardProgress.Prepared);
        await office.CreateBatchAsync();
        await using var other = await TestOffice.OpenAsync(engine);

        foreach (var list in OfficeLists.All.Where(list => list is not LogList))
        {
            var view = await SeeAsync(other, new(list, ListFilter.Of(list)));
            Assert.True(view.Total == 0 && view.Lines.Count == 0, $"{list.Code} shows rows of a neighbour.");
        }

        Assert.DoesNotContain((await SeeAsync(other, new(OfficeLists.Log, ListFilter.Of(OfficeLists.Log)))).Lines, line => (string?)line.Cells[4].Value == OperationKind.StoreCard.Name());
        Assert.Equal(2, (await SeeAsync(office, new(OfficeLists.Reservations, ListFilter.Of(OfficeLists.Reservations)))).Total);
    }

    [Fact]
    public void Every_list_has_a_filter_a_heading_to_sort_by_and_an_address_of_its_own()
    {
        Assert.All(OfficeLists.All, list =>
        {
            Assert.NotEmpty(list.Fields);
            Assert.Contains(list.Columns, column => column.CanSort && column.Code == list.DefaultOrder);
            Assert.Equal(list.Columns.Count, list.Columns.Select(column => column.Code).Distinct().Count());
            Assert.Equal(list.Fields.Count, list.Fields.Select(asked => asked.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        });
        Assert.Equal(OfficeLists.All.Count, OfficeLists.All.Select(list => list.Code).Distinct().Count());
        Assert.Equal(OfficeLists.All.Count, OfficeLists.All.Select(list => list.Path).Distinct().Count());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_that_goes_on_is_shown_first_and_one_that_ended_when_it_is_asked_for(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        await office.Staff<MissCard>().RunAsync(new(day.Cards[0].Id, MissingReason.AtCount), office.ByStaff(), CancellationToken.None);
        await office.Staff<MissCard>().RunAsync(new(day.Cards[1].Id, MissingReason.Other), office.ByStaff(), CancellationToken.None);
        await office.Staff<FindMissingCard>().RunAsync(new(day.Boxes[0], day.Cards[1].Card.SerialNumber), office.ByStaff(), CancellationToken.None);
        var list = new SearchList();

        var running = await SeeAsync(office, ListAsk.Of(list, office.Today));
        var all = await SeeAsync(office, new(list, ListFilter.Of(list)));

        Assert.Equal([day.Cards[0].Card.SerialNumber.Display], Values(running, "Serial"));
        Assert.Equal([TestDay.Wednesday], running.Lines.Select(line => line.Cells[2].Value));
        Assert.StartsWith(day.Boxes[^1].Value, (string)running.Lines[0].Cells[4].Value!, StringComparison.Ordinal); // it lay there
        Assert.Equal(["捜索中", "見つかった"], Values(all, "State"));
        Assert.Equal(1, (await SeeAsync(office, new(list, ListFilter.Of(list, ("Booked", "True"))))).Total);
        Assert.Equal(1, (await SeeAsync(office, new(list, ListFilter.Of(list, ("State", "Found"), ("Reason", "Other"))))).Total);
        Assert.Equal(0, (await SeeAsync(office, new(list, ListFilter.Of(list, ("State", "Lost"))))).Total);
        var entry = await office.SeeAsync(context => context.Audit.AsNoTracking().Where(row => row.Operation == OperationKind.ViewSearch).OrderBy(row => row.Id).FirstAsync());
        Assert.Equal("1 State=Running", entry.Detail);
        Assert.Equal([day.Cards[0].Id], await office.SeeAsync(context => context.AuditSubjects.Where(row => row.EntryId == entry.Id).Select(row => row.SubjectId).ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Incident_says_when_its_reports_are_due_and_is_found_by_kind_and_state(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await RecordAsync(IncidentKind.PaperLost, office.Today.AddDays(-10));
        await RecordAsync(IncidentKind.WrongfulView, office.Today);
        var list = new IncidentList();

        var newest = await SeeAsync(office, ListAsk.Of(list, office.Today));
        Assert.Equal(["2026-002", "2026-001"], Values(newest, "Number"));
        Assert.Equal(["2026/11/28まで", "2026/11/18まで 期限を過ぎました"], Values(newest, "First"));
        Assert.Equal(["業務外の閲覧", "書類の紛失"], Values(newest, "Kind"));
        Assert.Equal(["2026-001", "2026-002"], Values(await SeeAsync(office, new(list, ListFilter.Of(list), "KnownOn")), "Number"));
        Assert.Equal(1, (await SeeAsync(office, new(list, ListFilter.Of(list, ("About", "PaperLost"))))).Total);
        Assert.Equal(2, (await SeeAsync(office, new(list, ListFilter.Of(list, ("Closed", "False"), ("Reported", "False"))))).Total);
        Assert.Equal(1, (await SeeAsync(office, new(list, ListFilter.Of(list, ("From", "2026-11-20"), ("Until", "2026-11-24"))))).Total);

        Task RecordAsync(IncidentKind kind, DateOnly knownOn) => office.Staff<RecordIncident>().RunAsync(new(kind, knownOn, false, null), office.ByStaff(), CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Batch_is_counted_and_found_by_whether_it_was_sent(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(3, CardProgress.Prepared);
        await office.CreateBatchAsync(atMost: 2);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.CreateBatchAsync();
        var list = new NoticeBatchList();

        Assert.Equal([1, 2], Values(await SeeAsync(office, ListAsk.Of(list, office.Today)), "Cards"));
        Assert.Equal([2, 1], Values(await SeeAsync(office, new(list, ListFilter.Of(list), "CreatedAt")), "Cards"));
        Assert.Equal(["印刷前", "印刷前"], Values(await SeeAsync(office, new(list, ListFilter.Of(list, ("Sent", "False"), ("Reminder", "False")))), "Now"));
        Assert.Equal(0, (await SeeAsync(office, new(list, ListFilter.Of(list, ("Sent", "True"))))).Total);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Parcels_and_transfers_are_found_by_office_and_state(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var offices = await office.TwoOfficesAsync(3);
        await office.SentParcelAsync(offices, offices.Cards[0], offices.Cards[1]);
        await office.OpenParcelAsync(offices, back: true);
        var (parcels, transfers) = (new ParcelList(), new TransferList());

        Assert.Equal(["梱包中", "移送中"], Values(await SeeAsync(office, ListAsk.Of(parcels, office.Today)), "State"));
        Assert.Equal([2], Values(await SeeAsync(office, new(parcels, ListFilter.Of(parcels, ("State", "OnTheWay"), ("Overdue", "False"), ("Aim", offices.Far.BuildingId.ToString())))), "Cards"));
        Assert.Equal(0, (await SeeAsync(office, new(parcels, ListFilter.Of(parcels, ("Differs", "True"))))).Total);
        Assert.Equal(2, (await SeeAsync(office, ListAsk.Of(transfers, office.Today))).Total);
        Assert.Equal(["移送中", "移送中"], Values(await SeeAsync(office, new(transfers, ListFilter.Of(transfers, ("OnTheWay", "True"), ("ByStaff", "True")))), "LiesIn"));
        Assert.Equal(0, (await SeeAsync(office, new(transfers, ListFilter.Of(transfers, ("ByStaff", "False"))))).Total);
        office.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(["移送中 遅れ"], Values(await SeeAsync(office, new(parcels, ListFilter.Of(parcels, ("Overdue", "True")))), "State"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Proposal_is_counted_and_found_by_state(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(3);
        foreach (var card in cards) await office.SuspendAsync(card.Id, Suspension.Withdrawn);
        await office.ProposeAsync(cards[0].Id, cards[1].Id);
        await office.ProposeAsync(cards[2].Id);
        var list = new DisposalList();

        Assert.Equal([2, 1], Values(await SeeAsync(office, new(list, ListFilter.Of(list, ("State", "Proposed")), "Cards", Descending: true)), "Cards"));
        Assert.Equal(["2026-001", "2026-002"], Values(await SeeAsync(office, new(list, ListFilter.Of(list), "Number")), "Number"));
        Assert.Equal(0, (await SeeAsync(office, new(list, ListFilter.Of(list, ("State", "Closed"))))).Total);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Candidates_are_found_by_reason_and_day_and_sorted_by_number(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(3);
        await office.SuspendAsync(cards[0].Id, Suspension.Withdrawn);
        await office.SuspendAsync(cards[1].Id, Suspension.MovedOut);
        await office.SuspendAsync(cards[2].Id, Suspension.MovedOut);
        var list = new CandidateList();

        Assert.Equal(["MIH-000002", "MIH-000003", "MIH-000001"], Values(await SeeAsync(office, ListAsk.Of(list, office.Today)), "Serial"));
        Assert.Equal(["MIH-000003", "MIH-000002", "MIH-000001"], Values(await SeeAsync(office, new(list, ListFilter.Of(list), "Serial", Descending: true)), "Serial"));
        Assert.Equal(["MIH-000002", "MIH-000003"], Values(await SeeAsync(office, new(list, ListFilter.Of(list, ("Reason", "MovedOut"), ("From", "2026-11-24")))), "Serial"));
        Assert.Equal(0, (await SeeAsync(office, new(list, ListFilter.Of(list, ("Until", "2026-11-23"))))).Total);
        var view = await office.Staff<ListCandidates>().RunAsync(new(list, ListFilter.Of(list, ("Reason", "Withdrawn"))), office.ByStaff(), CancellationToken.None);
        Assert.Equal([cards[0].Id], view.Candidates.Select(row => row.CardId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Waits_are_in_the_order_of_the_offers_until_another_heading_is_pressed(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddNarrowCounterAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.WaitAsync(cards[0], counter, new DateOnly(2026, 12, 10));
        await office.WaitAsync(cards[1], counter, new DateOnly(2026, 12, 3), new DateOnly(2026, 12, 4));
        var list = new WaitList();

        Assert.Equal([cards[0].Card.SerialNumber.Display, cards[1].Card.SerialNumber.Display], Values(await SeeAsync(office, ListAsk.Of(list, office.Today)), "Serial"));
        var byDay = await SeeAsync(office, new(list, ListFilter.Of(list), "FromOn"));
        Assert.Equal([cards[1].Card.SerialNumber.Display, cards[0].Card.SerialNumber.Display], Values(byDay, "Serial"));
        Assert.Equal([counter.Name, counter.Name], Values(byDay, "Counters"));
        Assert.Equal(1, (await SeeAsync(office, new(list, ListFilter.Of(list, ("Day", "2026-12-04"), ("Counter", counter.Id.ToString()), ("Way", "Web"))))).Total);
        Assert.Equal(0, (await SeeAsync(office, new(list, ListFilter.Of(list, ("Offered", "True"))))).Total);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Opening_of_a_vault_names_who_opened_and_locked_it(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddBoxesAsync();
        var vault = await office.SeeAsync(context => context.Locations.Where(row => row.Kind == LocationKind.Vault).Select(row => row.Id).SingleAsync());
        var person = await office.AddStaffAsync("keeper", Tewatashi.Staff.StaffRoles.Custody);
        var caller = office.ByStaff() with { Actor = Actor.Staff(person.Id, "Custody") };
        await office.Staff<UnlockVault>().RunAsync(new(vault), caller, CancellationToken.None);
        await office.Staff<LockVault>().RunAsync(new(vault), caller, CancellationToken.None);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await office.Staff<UnlockVault>().RunAsync(new(vault), caller, CancellationToken.None);
        var list = new OpeningList();

        var all = await SeeAsync(office, ListAsk.Of(list, office.Today));
        Assert.Equal([person.DisplayName, person.DisplayName], Values(all, "Unlocker"));
        Assert.Equal([null, person.DisplayName], Values(all, "Locker"));
        Assert.Equal(1, (await SeeAsync(office, new(list, ListFilter.Of(list, ("Open", "True"), ("Vault", vault.ToString()), ("Person", person.Id.ToString()))))).Total);
        Assert.Equal(1, (await SeeAsync(office, new(list, ListFilter.Of(list, ("Until", "2026-11-24"))))).Total);
        Assert.Equal(1, (await SeeAsync(office, new(list, ListFilter.Of(list, ("From", "2026-11-25"))))).Total);
    }

    private static IEnumerable<object?> Values(Seen seen, string column)
    {
        var index = seen.List.Columns.ToList().FindIndex(one => one.Code == column);
        return seen.Lines.Select(line => line.Cells[index].Value);
    }

    private static async Task<Seen> SeeAsync(TestOffice office, ListAsk ask)
    {
        var view = await office.Staff<SeeList>().RunAsync(new(ask, 1), office.ByStaff(), CancellationToken.None);
        Assert.True(view.Total >= view.Lines.Count);
        return new(ask.List, view.Total, view.Lines);
    }

    private sealed record Seen(OfficeList List, int Total, IReadOnlyList<ListLine> Lines);
}
