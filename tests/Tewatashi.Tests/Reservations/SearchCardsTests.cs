using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Storage;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations;

public sealed class SearchCardsTests
{
    private static readonly string[] People = ["ミホン　ハナコ", "ミホン　ハナゴ", "ミポン　ハナコ", "ミホ", "サンプル　イチロウ", "サンプル　イチロ"];

    private static ApplicantNames Named(int number) => new(
        ApplicationId.Parse(number.ToString("D23", System.Globalization.CultureInfo.InvariantCulture)),
        KanaName.Parse(People[(number - 1) % People.Length]),
        Birthday.Parse(number % 2 == 0 ? "03-07" : "12-24"));

    private static async Task<SearchCards.Outcome> SearchAsync(TestOffice office, string term)
    {
        var saved = Assert.IsType<SaveSearch.Saved>(await office.Staff<SaveSearch>().RunAsync(new(term, office.StaffMemberId), office.ByStaff(), CancellationToken.None));
        return await office.Staff<SearchCards>().RunAsync(new(saved.SearchId, office.StaffMemberId), office.ByStaff(), CancellationToken.None);
    }

    private static async Task<(string Name, CardMatch Match)[]> HitsAsync(TestOffice office, string term) =>
        [.. Assert.IsType<SearchCards.Found>(await SearchAsync(office, term)).Hits.Select(hit => (hit.KanaName!, hit.Match))];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_is_found_by_every_number_it_bears(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(3, names: Named);

        foreach (var term in new[] { "MIH-000002", "ｍｉｈ０００００２", "TW:C:MIH000002", "00000000000000000000002" })
        {
            var hit = Assert.Single(Assert.IsType<SearchCards.Found>(await SearchAsync(office, term)).Hits);
            Assert.Equal(cards[1].Id, hit.CardId);
        }

        Assert.Equal(3, Assert.IsType<SearchCards.Found>(await SearchAsync(office, "MIH0")).Hits.Count);
        Assert.Equal(3, Assert.IsType<SearchCards.Found>(await SearchAsync(office, "M2600-00")).Hits.Count);
        Assert.IsType<SearchCards.Nothing>(await SearchAsync(office, "MIH000009"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_is_found_by_the_numbers_of_its_notice_and_its_booking(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(2))[0];
        var reception = await office.WriteNoticeAsync(card);
        var reservation = await office.WriteBookingAsync(card);

        var byNotice = Assert.Single(Assert.IsType<SearchCards.Found>(await SearchAsync(office, reception.Display)).Hits);
        var byBooking = Assert.Single(Assert.IsType<SearchCards.Found>(await SearchAsync(office, reservation.Value)).Hits);

        Assert.Equal((card.Id, CardMatch.ReceptionNumber), (byNotice.CardId, byNotice.Match));
        Assert.Equal((card.Id, CardMatch.ReservationNumber), (byBooking.CardId, byBooking.Match));
        Assert.Equal((CardStatus.Booked, new DateOnly(2026, 12, 1)), (byBooking.Status, byBooking.VisitDay!.Value));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Names_are_found_by_their_beginning_as_heard_before_those_that_differ_in_voicing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(6, names: Named);

        Assert.Equal(
            [("ミホ", CardMatch.WholeName), ("ミホン　ハナコ", CardMatch.NameBeginning), ("ミホン　ハナゴ", CardMatch.NameBeginning), ("ミポン　ハナコ", CardMatch.LooseName)],
            await HitsAsync(office, "みほ"));
        Assert.Equal(
            [("ミホン　ハナコ", CardMatch.WholeName), ("ミホン　ハナゴ", CardMatch.LooseName), ("ミポン　ハナコ", CardMatch.LooseName)],
            await HitsAsync(office, "ﾐﾎﾝ ﾊﾅｺ"));
        Assert.Equal(
            [("サンプル　イチロ", CardMatch.WholeName), ("サンプル　イチロウ", CardMatch.NameBeginning)],
            await HitsAsync(office, "サンプルイチロ"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Birthday_behind_the_name_narrows_it(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(6, names: Named);

        foreach (var birthday in new[] { "3月7日", "3/7", "0307", "03-07", "３／７" })
            Assert.Equal([("ミホ", CardMatch.WholeName), ("ミホン　ハナゴ", CardMatch.NameBeginning)], await HitsAsync(office, $"ミホ {birthday}"));
        Assert.IsType<SearchCards.Nothing>(await SearchAsync(office, "ミホ 3月8日"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Too_short_a_name_and_too_many_cards_ask_for_one_more_character(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(SearchCards.MostHits + 1, names: _ => Named(5));

        Assert.IsType<SearchCards.TooMany>(await SearchAsync(office, "サ"));
        Assert.IsType<SearchCards.TooMany>(await SearchAsync(office, "サンプル"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Scanned_place_leads_to_the_place(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var box = (await office.AddBoxesAsync())[0];

        var found = Assert.IsType<SearchCards.AtLocation>(await SearchAsync(office, ScanCode.OfLocation(box.Value)));

        Assert.Equal(box.Value, await office.SeeAsync(context => context.Locations.Where(row => row.Id == found.LocationId).Select(row => row.Path).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Individual_number_is_neither_kept_nor_logged(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var entries = await office.SeeAsync(context => context.Audit.CountAsync());

        var outcome = await office.Staff<SaveSearch>().RunAsync(new("1234-5678-9018", office.StaffMemberId), office.ByStaff(), CancellationToken.None);

        Assert.IsType<SaveSearch.IndividualNumberDropped>(outcome);
        Assert.Equal(entries, await office.SeeAsync(context => context.Audit.CountAsync()));
        Assert.Equal(0, await office.SeeAsync(context => context.SavedSearches.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_belongs_to_the_person_who_typed_it_for_a_day(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1);
        var saved = Assert.IsType<SaveSearch.Saved>(await office.Staff<SaveSearch>().RunAsync(new("MIH000001", office.StaffMemberId), office.ByStaff(), CancellationToken.None));
        Task<SearchCards.Outcome> Look(Guid member) => office.Staff<SearchCards>().RunAsync(new(saved.SearchId, member), office.ByStaff(), CancellationToken.None);

        Assert.IsType<SearchCards.Found>(await Look(office.StaffMemberId));
        Assert.IsType<SearchCards.Gone>(await Look(Guid.Empty));
        office.Clock.Advance(TimeSpan.FromHours(25));
        Assert.IsType<SearchCards.Gone>(await Look(office.StaffMemberId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Term_lies_sealed_and_the_log_names_every_card_shown(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(6, names: Named);

        await SearchAsync(office, "ミホン　ハナコ");

        var saved = await office.SeeAsync(context => context.SavedSearches.AsNoTracking().SingleAsync());
        Assert.DoesNotContain("ミホン", System.Text.Encoding.UTF8.GetString(saved.Term), StringComparison.Ordinal);
        var entry = await office.SeeAsync(context => context.Audit.SingleAsync(row => row.Operation == OperationKind.SearchCards && row.Outcome == "Found"));
        Assert.Equal("3", entry.Detail);
        Assert.Equal(3, await office.SeeAsync(context => context.AuditSubjects.CountAsync(row => row.EntryId == entry.Id)));
    }
}
