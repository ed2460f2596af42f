using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Lists;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Lists;

/// <summary>予約一覧: three booked on one day at one counter, each a quarter of an hour after the other.</summary>
public sealed class ReservationListTests
{
    private static readonly ReservationList List = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reservations_are_found_by_day_counter_state_kind_and_way(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;
        await office.Staff<CancelVisit>().RunAsync(new(day.Booked[2].VisitId), office.ByStaff(), CancellationToken.None);

        Assert.Equal(3, await CountAsync());
        Assert.Equal(3, await CountAsync(("From", "2026-11-25"), ("Until", "2026-11-25")));
        Assert.Equal(0, await CountAsync(("From", "2026-11-26")));
        Assert.Equal(0, await CountAsync(("Until", "2026-11-24")));
        Assert.Equal(3, await CountAsync(("Counter", day.Counter.Id.ToString())));
        Assert.Equal(0, await CountAsync(("Counter", Ids.New().ToString())));
        Assert.Equal(2, await CountAsync(("State", "Booked")));
        Assert.Equal(1, await CountAsync(("State", "Cancelled")));
        Assert.Equal(3, await CountAsync(("Kind", Guid.Empty.ToString())));
        Assert.Equal(3, await CountAsync(("Way", "Phone"), ("Recipient", "Applicant")));
        Assert.Equal(0, await CountAsync(("Way", "Web")));

        async Task<int> CountAsync(params (string Key, string Value)[] pairs) => (await SeeAsync(office, new(List, ListFilter.Of(List, pairs)))).Total;
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_begins_with_today_until_the_day_is_emptied(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 1);
        await using var office = day.Office;
        day.After(1);

        var asked = ListAsk.Of(List, office.Today);

        Assert.Equal("From=2026-11-26", asked.Filter.Query);
        Assert.Equal(0, (await SeeAsync(office, asked)).Total);
        var emptied = ListFilter.Read(List, office.Today, key => key == "From" ? "" : null).Filter;
        Assert.Equal("From=", emptied.Query);
        Assert.Equal(1, (await SeeAsync(office, new(List, emptied))).Total);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Order_is_by_day_and_time_and_turns_round(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 3);
        await using var office = day.Office;

        Assert.Equal(["10:00", "10:15", "10:30"], await TimesAsync(descending: false));
        Assert.Equal(["10:30", "10:15", "10:00"], await TimesAsync(descending: true));

        async Task<IEnumerable<string?>> TimesAsync(bool descending) => (await SeeAsync(office, new(List, ListFilter.Of(List), "Day", descending))).Lines.Select(line => line.Cells[2].InFile);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_of_equal_rows_hold_each_once_and_the_last_answers_for_those_beyond(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.WriteBookingAsync((await office.AddCardsAsync(1))[0]);
        await LikeItAsync(office, await office.AddCardsAsync(SeeList.PageSize + 6));

        // One counter, day and time for all: every row is equal to every other.
        var ask = new ListAsk(List, ListFilter.Of(List), "Counter");
        var (first, second, beyond) = (await SeeAsync(office, ask), await SeeAsync(office, ask, 2), await SeeAsync(office, ask, 999));

        Assert.Equal((SeeList.PageSize + 7, 2), (first.Total, first.Pages));
        Assert.Equal(SeeList.PageSize + 7, first.Lines.Concat(second.Lines).Select(line => line.Id).Distinct().Count());
        Assert.Equal(second.Lines.Select(line => line.Id), beyond.Lines.Select(line => line.Id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_is_recorded_with_its_filter_and_the_cards_shown(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;

        await SeeAsync(office, new(List, ListFilter.Of(List, ("State", "Booked"))));

        var entry = await office.SeeAsync(context => context.Audit.AsNoTracking().SingleAsync(row => row.Operation == OperationKind.ViewReservation));
        Assert.Equal("2 State=Booked", entry.Detail);
        Assert.Equal(2, await office.SeeAsync(context => context.AuditSubjects.CountAsync(row => row.EntryId == entry.Id)));
    }

    [Fact]
    public void Filter_of_the_address_is_read_or_told_field_by_field()
    {
        var (filter, problems) = ListFilter.Read(List, new(2026, 11, 24), key => key switch { "From" => "令和8年11月25日", "State" => "Held", "Counter" => "x", _ => null });

        Assert.Equal([("From", "2026-11-25")], filter.Pairs);
        Assert.Equal(["Counter", "State"], problems.Select(problem => problem.Key));
    }

    /// <summary>A visit of each card at the same counter, day and time as the one that is there.</summary>
    private static Task<int> LikeItAsync(TestOffice office, IReadOnlyList<Tewatashi.Cards.Card> cards) => office.Staff<Database>().UnrecordedAsync(office.Municipality, async context =>
    {
        var first = await context.Visits.AsNoTracking().SingleAsync();
        foreach (var card in cards)
        {
            var visit = new Visit
            {
                Municipality = office.Municipality,
                Id = Ids.New(),
                ReservationNumber = ReservationNumber.New(),
                CounterId = first.CounterId,
                BuildingId = first.BuildingId,
                Day = first.Day,
                StartsAt = first.StartsAt,
                Minutes = first.Minutes,
                GridMinutes = first.GridMinutes,
                Channel = first.Channel,
                Seat = first.Seat,
                CreatedAt = first.CreatedAt,
            };
            context.Add(visit);
            context.Add(new Reservation
            {
                Municipality = office.Municipality,
                Id = Ids.New(),
                VisitId = visit.Id,
                CardId = card.Id,
                Ordinal = 1,
                RecipientKind = Tewatashi.Municipalities.RecipientKind.Applicant,
                Minutes = 15,
                State = ReservationState.Booked,
            });
        }

        return await context.SaveChangesAsync();
    });

    private static Task<SeeList.View> SeeAsync(TestOffice office, ListAsk ask, int page = 1) => office.Staff<SeeList>().RunAsync(new(ask, page), office.ByStaff(), CancellationToken.None);
}
