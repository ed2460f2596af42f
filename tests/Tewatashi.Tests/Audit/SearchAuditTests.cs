using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Audit;

/// <summary>Who saw and did what.</summary>
public sealed class SearchAuditTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_narrows_by_period_person_kind_and_record(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var (card, companion) = (Ids.New(), Ids.New());
        var start = office.Clock.GetUtcNow();
        await RecordAsync(office, office.ByStaff(), OperationKind.ViewCard, card);
        office.Clock.Advance(TimeSpan.FromHours(1));
        await RecordAsync(office, office.ByResident(card), OperationKind.BookReservation, card, companion);
        var until = office.Clock.GetUtcNow();
        await RecordAsync(office, office.ByStaff(), OperationKind.ChangeCard, companion);

        Task<SearchAudit.Found> FindAsync(string? actor = null, OperationKind? kind = null, Guid? subject = null, DateTimeOffset? to = null) =>
            office.Staff<SearchAudit>().RunAsync(new(start, to ?? until.AddSeconds(1), actor, kind, subject, 1), office.ByStaff(), CancellationToken.None);

        Assert.Equal([OperationKind.ViewCard], Kinds((await FindAsync(to: until)).Entries.Where(entry => entry.Operation is not (OperationKind.AddMunicipality or OperationKind.SearchAudit))));
        Assert.Equal([OperationKind.BookReservation], Kinds((await FindAsync(actor: card.ToString())).Entries));
        Assert.Equal([OperationKind.ChangeCard], Kinds((await FindAsync(kind: OperationKind.ChangeCard)).Entries));
        // The second person of a family's booking is found by the entry that names both; newest first.
        Assert.Equal([OperationKind.ChangeCard, OperationKind.BookReservation], Kinds((await FindAsync(subject: companion)).Entries));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_is_itself_in_the_log_with_what_it_was_about(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = Ids.New();
        var now = office.Clock.GetUtcNow();

        await office.Staff<SearchAudit>().RunAsync(new(now.AddDays(-1), now.AddDays(1), null, null, card, 1), office.ByStaff(StaffRoles.Auditor), CancellationToken.None);

        var entry = await office.SeeAsync(context => context.Audit.SingleAsync(row => row.Operation == OperationKind.SearchAudit));
        Assert.Equal((card, "Found", "0", "Auditor"), (entry.SubjectId, entry.Outcome, entry.Detail, entry.Role));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Long_result_is_paged_without_gap_or_repeat(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        for (var i = 0; i < SearchAudit.PageSize + 3; i++) await RecordAsync(office, office.ByStaff(), OperationKind.PickCard, Ids.New());
        var now = office.Clock.GetUtcNow();
        Task<SearchAudit.Found> PageAsync(int page) =>
            office.Staff<SearchAudit>().RunAsync(new(now.AddDays(-1), now.AddDays(1), null, OperationKind.PickCard, null, page), office.ByStaff(), CancellationToken.None);

        var (first, second, beyond, before) = (await PageAsync(1), await PageAsync(2), await PageAsync(3), await PageAsync(0));

        Assert.Equal((SearchAudit.PageSize, 3, 0), (first.Entries.Count, second.Entries.Count, beyond.Entries.Count));
        Assert.Equal(SearchAudit.PageSize + 3, first.Entries.Concat(second.Entries).Select(entry => entry.Id).Distinct().Count());
        Assert.Equal(2, first.Pages);
        Assert.Equal(first.Entries.Select(entry => entry.Id), before.Entries.Select(entry => entry.Id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_is_found_by_its_serial_number_in_its_own_municipality_alone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await using var other = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];

        Assert.Equal(card.Id, await office.Staff<FindCardId>().RunAsync(office.Municipality, card.SerialNumber, CancellationToken.None));
        Assert.Null(await other.Staff<FindCardId>().RunAsync(other.Municipality, card.SerialNumber, CancellationToken.None));
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own()
    {
        var names = Enum.GetValues<OperationKind>().Select(kind => kind.Name()).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }

    private static IEnumerable<OperationKind> Kinds(IEnumerable<AuditEntry> entries) => entries.Select(entry => entry.Operation);

    private static Task<Guid> RecordAsync(TestOffice office, Caller caller, OperationKind kind, Guid subject, params Guid[] others) =>
        office.Staff<Database>().WriteAsync(caller, kind, work => Task.FromResult(work.Record("Done", subject, others: others)));
}
