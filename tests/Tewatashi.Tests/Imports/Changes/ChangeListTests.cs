using System.Text;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Imports;
using Tewatashi.Imports.Changes;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Imports.Changes;

/// <summary>住基の異動リスト: candidates by name and birthday, a clerk confirms, and what names people is gone with the decision.</summary>
public sealed class ChangeListTests
{
    private const string Header = "カナ氏名,生年月日,異動事由,異動日\r\n";
    private static readonly ApplicantNames Hanako = new(ApplicationId.Parse("12345678901234567890201"), KanaName.Parse("ミホン　ハナコ"), Birthday.Parse("03-07"));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_rows_that_may_name_an_applicant_are_kept_and_sealed(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1, names: _ => Hanako);
        await office.AddCardsAsync(1, CardProgress.HandedOver, Place.WithResident, names: _ => Hanako with { KanaName = KanaName.Parse("レイダイ　ケン") });
        await office.AddCardsAsync(1, names: _ => Hanako with { KanaName = null, Birthday = Birthday.Parse("11-30") });

        var id = await UploadAsync(office, """
            ミホン　ハナコ,1980-03-07,転出,2026-11-01
            ミホン　バナコ,昭和55年3月7日,死亡,2026-11-02
            ミホン　ハナコ,1980-03-08,転出,2026-11-01
            レイダイ　ケン,1980-03-07,転出,2026-11-01
            カクウ　サクラ,1990-01-01,市内転居,令和8年11月3日
            ,1975-11-30,国外転出,2026-11-04
            """);

        var preview = await ViewAsync(office, id);
        Assert.Equal((ChangeListState.Previewed, 6, 3, 3), (preview.State, preview.Total, preview.WithoutMatch, preview.Open));
        Assert.Empty(preview.Rows);
        Assert.Equal((1, 1, 1), (preview.Kinds[ChangeKind.MovedOut], preview.Kinds[ChangeKind.Died], preview.Kinds[ChangeKind.MovedAbroad]));
        Assert.IsType<BeginChanges.Begun>(await office.Staff<BeginChanges>().RunAsync(new(id), office.ByStaff(), CancellationToken.None));
        var rows = (await ViewAsync(office, id)).Rows;
        Assert.Equal([(2, "ミホン　ハナコ", true), (3, "ミホン　バナコ", false), (7, null, false)], rows.Select(row => (row.Line, row.KanaName?.Value, Assert.Single(row.Candidates).Surely)));
        // The year is kept where the municipality decided so, and nowhere else.
        Assert.All(rows, row => Assert.Null(row.Birthday.Year));
        var stored = await office.SeeAsync(context => context.ChangeRows.AsNoTracking().ToListAsync());
        Assert.All(stored, row => Assert.DoesNotContain("ミホン", Encoding.UTF8.GetString(row.KanaName ?? []), StringComparison.Ordinal));
        var views = await office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.ViewChanges).Select(row => row.Id).ToListAsync());
        Assert.Equal(2, await office.SeeAsync(context => context.AuditSubjects.CountAsync(row => views.Contains(row.EntryId))));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Confirmed_card_is_stopped_or_marked_its_booking_handled_and_the_row_erased(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(4, names: number => Hanako with { KanaName = KanaName.Parse(number switch { 1 => "ミホン　イチ", 2 => "ミホン　ニ", 3 => "ミホン　サン", _ => "ミホン　シ" }) });
        Assert.IsType<BookForCaller.Booked>(await office.BookForCallerAsync(cards[0].Id, await office.AddCounterAsync(), TestCounters.FirstWebDay, new TimeOnly(10, 0)));
        await office.Staff<SuspendCard>().RunAsync(new(cards[2].Id, Suspension.AskAtCounter), office.ByStaff(), CancellationToken.None);
        var id = await BegunAsync(office, """
            ミホン　イチ,03-07,転出,2026-11-01
            ミホン　ニ,03-07,氏名変更,2026-11-01
            ミホン　サン,03-07,死亡,2026-11-01
            ミホン　シ,03-07,国外転出,2026-11-01
            """);
        var rows = (await ViewAsync(office, id)).Rows;

        Assert.Equal(new DecideChange.Decided(ChangeRowState.Suspended, 1, Booking: true), await DecideAsync(office, id, rows[0].Id, cards[0].Id));
        Assert.Equal(new DecideChange.Decided(ChangeRowState.Amended, 1, Booking: false), await DecideAsync(office, id, rows[1].Id, cards[1].Id));
        Assert.Equal(new DecideChange.Decided(ChangeRowState.AlreadyStopped, 1, Booking: false), await DecideAsync(office, id, rows[2].Id, cards[2].Id));
        Assert.IsType<DecideChange.NotACandidate>(await DecideAsync(office, id, rows[3].Id, cards[0].Id));
        Assert.Equal(ChangeListState.Open, (await ViewAsync(office, id)).State);
        Assert.Equal(new DecideChange.Decided(ChangeRowState.NotOurs, 0, Booking: false), await DecideAsync(office, id, rows[3].Id));

        var after = await office.SeeAsync(context => context.Cards.AsNoTracking().OrderBy(row => row.SerialNumber).Select(row => new { row.Suspension, row.AmendmentNeeded }).ToListAsync());
        Assert.Equal([(Suspension.MovedOut, false), ((Suspension?)null, true), (Suspension.AskAtCounter, false), (null, false)], after.Select(row => (row.Suspension, row.AmendmentNeeded)));
        Assert.Equal((cards[0].Id, CallReason.CardOnHold), await office.SeeAsync(async context => { var call = await context.Calls.SingleAsync(); return (call.CardId, call.Reason); }));
        Assert.All(await office.SeeAsync(context => context.ChangeRows.AsNoTracking().ToListAsync()), row => Assert.True(row.KanaName is null && row.Birthday is null));
        Assert.Equal(ChangeListState.Ended, (await ViewAsync(office, id)).State);
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Row_confirmed_by_two_is_decided_once_and_stops_what_the_one_chose(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddCardsAsync(2, names: _ => Hanako);
        var id = await BegunAsync(office, "ミホン　ハナコ,03-07,転出,2026-11-01");
        var row = Assert.Single((await ViewAsync(office, id)).Rows);
        Assert.Equal(2, row.Candidates.Count);

        var outcomes = await Task.WhenAll(new Guid[][] { [cards[0].Id], [cards[1].Id], [], [cards[0].Id, cards[1].Id] }.Select(chosen => Task.Run(() => DecideAsync(office, id, row.Id, chosen))));

        var decided = Assert.Single(outcomes.OfType<DecideChange.Decided>());
        Assert.Equal(3, outcomes.Count(outcome => outcome is DecideChange.AlreadyDecided));
        Assert.Equal(decided.Cards, await office.SeeAsync(context => context.Cards.CountAsync(card => card.Suspension != null)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_given_up_or_forgotten_names_nobody_any_more(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1, names: _ => Hanako);
        const string Row = "ミホン　ハナコ,03-07,転出,2026-11-01";
        var (givenUp, open, preview) = (await BegunAsync(office, Row), await BegunAsync(office, Row), await UploadAsync(office, Row));

        Assert.IsType<EndChanges.Ended>(await office.Staff<EndChanges>().RunAsync(new(givenUp), office.ByStaff(), CancellationToken.None));
        Assert.IsType<EndChanges.NotOpen>(await office.Staff<EndChanges>().RunAsync(new(givenUp), office.ByStaff(), CancellationToken.None));
        office.Clock.Advance(ChangeList.PreviewKept + TimeSpan.FromMinutes(1));
        Assert.Equal(1, await office.Worker<ForgetChanges>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None));
        Assert.Equal((ChangeListState.Ended, ChangeListState.Open), ((await ViewAsync(office, preview)).State, (await ViewAsync(office, open)).State));
        office.Clock.Advance(ChangeList.Kept);
        Assert.Equal(1, await office.Worker<ForgetChanges>().RunAsync(Caller.Worker(office.Municipality), CancellationToken.None));

        Assert.All(await office.SeeAsync(context => context.ChangeRows.AsNoTracking().ToListAsync()), row => Assert.Equal((ChangeRowState.Erased, true, true), (row.State, row.KanaName is null, row.Birthday is null)));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task File_with_a_faulty_row_is_kept_nowhere_and_names_lines_without_what_they_held(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCardsAsync(1, names: _ => Hanako);

        var refused = Assert.IsType<UploadChanges.NotReadable>(await SendAsync(office, Header + "ミホン　ハナコ,03-07,転出,2026-11-01\r\nミホン　ハナコ,13月,転出,2026-11-01\r\n123456789018,03-07,転出,2026-11-01\r\nミホン　ハナコ,03-07,婚姻,きのう\r\n"));

        Assert.Equal([(3, "生年月日"), (4, ""), (5, "異動事由"), (5, "異動日")], refused.Problems.Select(problem => (problem.Line, problem.Column)));
        Assert.All(refused.Problems, problem => Assert.DoesNotContain("婚姻", problem.Reason, StringComparison.Ordinal));
        Assert.Equal(["カナ氏名", "生年月日", "異動事由", "異動日"], Assert.IsType<UploadChanges.NotReadable>(await SendAsync(office, "a,b\r\n1,2\r\n")).Problems.Select(problem => problem.Column));
        Assert.Single(Assert.IsType<UploadChanges.NotReadable>(await SendAsync(office, Header)).Problems);
        Assert.IsType<UploadChanges.NameRefused>(await SendAsync(office, Header, "123456789018.csv"));
        Assert.Equal(0, await office.SeeAsync(context => context.ChangeLists.CountAsync()));
    }

    private static Task<UploadChanges.Outcome> SendAsync(TestOffice office, string text, string name = "idou.csv") => office.Staff<UploadChanges>().RunAsync(
        new(name, ImportEncoding.Utf8, new MemoryStream(Encoding.UTF8.GetBytes(text))), office.ByStaff(), CancellationToken.None);

    private static async Task<Guid> UploadAsync(TestOffice office, string rows) =>
        Assert.IsType<UploadChanges.Uploaded>(await SendAsync(office, Header + rows)).ListId;

    private static async Task<Guid> BegunAsync(TestOffice office, string rows)
    {
        var id = await UploadAsync(office, rows);
        Assert.IsType<BeginChanges.Begun>(await office.Staff<BeginChanges>().RunAsync(new(id), office.ByStaff(), CancellationToken.None));
        return id;
    }

    private static Task<DecideChange.Outcome> DecideAsync(TestOffice office, Guid list, Guid row, params Guid[] cards) =>
        office.Staff<DecideChange>().RunAsync(new(list, row, cards), office.ByStaff(), CancellationToken.None);

    private static async Task<ViewChanges.Shown> ViewAsync(TestOffice office, Guid id) =>
        Assert.IsType<ViewChanges.Shown>(await office.Staff<ViewChanges>().RunAsync(new(id), office.ByStaff(), CancellationToken.None));
}
