using Microsoft.EntityFrameworkCore;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Closures;
using Tewatashi.Reservations.Kinds;
using Tewatashi.Reservations.Letters;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Tests.Reservations.Families;
using Tewatashi.Time;

namespace Tewatashi.Tests.Reservations.Kinds;

/// <summary>Without a notice: the address is verified by a mailed link before anything else is asked, and stands for nobody's name.</summary>
public sealed class LinkSignInTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Resident_without_a_notice_books_by_a_mailed_link_and_finds_the_booking_again(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var kind = await office.OpenKindAsync();
        var site = await office.ResidentSiteAsync();

        var persons = await FollowAsync(office, site, "t@example.jp");
        Assert.Equal("受け取りのほかの用件の予約", persons.Heading);
        var empty = await site.SubmitAsync(persons, [], "reserve/persons");
        Assert.Contains("用件を選んでください。", empty.Text, StringComparison.Ordinal);
        var chosen = await site.SubmitAsync(persons, new() { ["AddedKind"] = kind.Id.ToString() }, "handler=Kind");
        Assert.Contains("1人目(電子証明書更新)", chosen.Text, StringComparison.Ordinal);
        var days = await site.SubmitAsync(chosen);
        var check = await site.ChooseTimeAsync(days);
        Assert.Contains("確認済みのアドレスにお知らせします", check.Text, StringComparison.Ordinal);
        var booked = await site.SubmitAsync(check);

        Assert.Equal("予約しました", booked.Heading);
        Assert.Contains("有効期限のお知らせ", booked.Text, StringComparison.Ordinal);
        Assert.Equal(1, await office.SeeAsync(context => context.Outbox.CountAsync(row => row.Kind == MailKind.Booked)));
        await FamilyTests.AssertSoundAsync(office);

        // Another day, another browser: the same address finds it, and cannot book a second one.
        var again = await office.ResidentSiteAsync();
        var found = await FollowAsync(office, again, "T@example.jp");
        Assert.Equal("予約の内容", found.Heading);
        var cancelled = await again.SubmitAsync(await again.GetAsync(office.At("reservation/cancel")));
        Assert.Equal("予約を取り消しました", cancelled.Heading);
        Assert.Empty(await office.SeatViolationsAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Purpose_stands_above_the_first_field_and_the_page_is_empty_while_all_kinds_are_off(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var site = await office.ResidentSiteAsync();
        var off = await site.GetAsync(office.At("errands"));
        Assert.Contains("いまインターネットで予約できる用件はありません", off.Text, StringComparison.Ordinal);
        Assert.Null(off.Document.QuerySelector("main input[name=Address]"));
        Assert.DoesNotContain("受け取りのほかの用件の予約", (await site.GetAsync(office.At(""))).Text, StringComparison.Ordinal);

        await office.OpenKindAsync();
        var page = await site.GetAsync(office.At("errands"));

        Assert.True(page.Html.IndexOf("id=\"purpose\"", StringComparison.Ordinal) is > 0 and var purpose && purpose < page.Html.IndexOf("name=\"Address\"", StringComparison.Ordinal));
        Assert.Contains("受け取りのほかの用件の予約", (await site.GetAsync(office.At(""))).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Link_works_once_and_within_its_hour_and_one_address_is_not_flooded(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.OpenKindAsync();
        await MailAsync(office, "t@example.jp");
        var secret = await SecretAsync(office);

        Assert.IsType<SignInByLink.SignedIn>(await SignInAsync(office, secret));
        Assert.IsType<SignInByLink.LinkOver>(await SignInAsync(office, secret));
        Assert.IsType<SignInByLink.LinkOver>(await SignInAsync(office, Secret.New()));
        for (var i = 0; i < 9; i++) await MailAsync(office, "t@example.jp");
        Assert.Equal(MailSignInLink.MostAnHour, await office.SeeAsync(context => context.Contacts.CountAsync()));

        office.Clock.Advance(TimeSpan.FromMinutes(61));
        await MailAsync(office, "u@example.jp");
        var late = await SecretAsync(office);
        office.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.IsType<SignInByLink.LinkOver>(await SignInAsync(office, late));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_windows_of_one_address_book_once(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync(booths: 9);
        var kind = await office.OpenKindAsync();
        var windows = new List<(byte[] Session, Guid Contact)>();
        for (var i = 0; i < 4; i++)
        {
            await MailAsync(office, "t@example.jp");
            var signedIn = (SignInByLink.SignedIn)await SignInAsync(office, await SecretAsync(office));
            var session = Secret.HashOf(signedIn.Secret);
            var contact = await office.SeeAsync(context => context.ResidentSessions.Where(row => row.SecretHash == session).Select(row => row.ContactId!.Value).SingleAsync()); // signed in by it
            await office.Resident<JoinKind>().RunAsync(new(session, kind.Id), office.ByResident(contact), CancellationToken.None);
            windows.Add((session, contact));
            office.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var outcomes = await Task.WhenAll(windows.Select((window, i) => Task.Run(async () =>
            await office.Resident<HoldSeat>().RunAsync(new(window.Session, counter.Id, TestCounters.FirstWebDay, new TimeOnly(10 + i, 0)), office.ByResident(window.Contact), CancellationToken.None) is HoldSeat.Held held
            && await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(window.Contact), CancellationToken.None) is BookVisit.Booked)));

        Assert.Single(outcomes, booked => booked);
        Assert.Equal(1, await office.SeeAsync(context => context.Reservations.CountAsync(row => row.State == ReservationState.Booked)));
        await FamilyTests.AssertSoundAsync(office);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Address_of_somebody_else_finds_nothing(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await office.AddCounterAsync();
        var kind = await office.OpenKindAsync();
        var site = await office.ResidentSiteAsync();
        var chosen = await site.SubmitAsync(await FollowAsync(office, site, "t@example.jp"), new() { ["AddedKind"] = kind.Id.ToString() }, "handler=Kind");
        await site.SubmitAsync(await site.ChooseTimeAsync(await site.SubmitAsync(chosen)));

        var other = await office.ResidentSiteAsync();
        var page = await FollowAsync(office, other, "u@example.jp");

        Assert.Equal("受け取りのほかの用件の予約", page.Heading);
        Assert.Equal("予約はありません", (await other.GetAsync(office.At("reservation"))).Heading);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closure_and_reminder_tell_who_booked_by_a_mailed_link_by_mail(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var counter = await office.AddCounterAsync();
        var kind = await office.OpenKindAsync();
        await MailAsync(office, "t@example.jp");
        var session = Secret.HashOf(((SignInByLink.SignedIn)await SignInAsync(office, await SecretAsync(office))).Secret);
        var contact = await office.SeeAsync(context => context.ResidentSessions.Where(row => row.SecretHash == session).Select(row => row.ContactId!.Value).SingleAsync()); // signed in by it
        var resident = office.ByResident(contact);
        await office.Resident<JoinKind>().RunAsync(new(session, kind.Id), resident, CancellationToken.None);
        var day = TestCounters.FirstWebDay.AddDays(14);
        var held = Assert.IsType<HoldSeat.Held>(await office.Resident<HoldSeat>().RunAsync(new(session, counter.Id, day, new TimeOnly(10, 0)), office.ByResident(contact), CancellationToken.None));
        Assert.IsType<BookVisit.Booked>(await office.Resident<BookVisit>().RunAsync(new(held.VisitId), office.ByResident(contact), CancellationToken.None));
        // Somebody asks for a link to the same address and never follows it: the mails still go where they were proven to go.
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await MailAsync(office, "t@example.jp");

        office.Clock.SetUtcNow(JapanTime.InstantOf(day.AddDays(-7), new TimeOnly(10, 0)));
        Assert.Equal(1, await office.Worker<MakeReminders>().RunAsync(Tewatashi.Audit.Caller.Worker(office.Municipality), CancellationToken.None));
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        var effect = Assert.IsType<SaveClosure.Loses>(await office.CloseAsync(day, apply: false)).Effect;
        Assert.Equal((1, 0), (effect.ByMail, effect.ByTelephone));
        Assert.IsType<SaveClosure.Saved>(await office.CloseAsync(day));

        Assert.Equal([ReservationState.NeedsRebooking], await office.StatesAsync(held.VisitId));
        var told = await office.SeeAsync(context => context.Outbox.AsNoTracking().Where(row => row.VisitId == held.VisitId).OrderBy(row => row.CreatedAt).Select(row => new { row.Kind, row.ContactId }).ToListAsync());
        Assert.Equal([MailKind.Booked, MailKind.FirstReminder, MailKind.NeedsRebooking], told.Select(row => row.Kind));
        Assert.All(told, row => Assert.Equal(contact, row.ContactId));
        Assert.Equal(0, await office.SeeAsync(context => context.Calls.CountAsync()));
        await FamilyTests.AssertSoundAsync(office);
    }

    /// <summary>Asks for the link, follows it and presses the button.</summary>
    private static async Task<TestPage> FollowAsync(TestOffice office, TestSite site, string address)
    {
        var mailed = await site.SubmitAsync(await site.GetAsync(office.At("errands")), new() { ["Address"] = address });
        Assert.Contains("メールをお送りしました", mailed.Text, StringComparison.Ordinal);
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        return await site.SubmitAsync(await site.GetAsync(office.At($"verify-mail?token={await SecretAsync(office)}")));
    }

    private static Task<MailSignInLink.Outcome> MailAsync(TestOffice office, string address) =>
        office.Resident<MailSignInLink>().RunAsync(new(EmailAddress.Parse(address)), Stranger(office), CancellationToken.None);

    private static Task<SignInByLink.Outcome> SignInAsync(TestOffice office, string secret) =>
        office.Resident<SignInByLink>().RunAsync(secret, 1, Stranger(office), CancellationToken.None);

    private static Tewatashi.Audit.Caller Stranger(TestOffice office) => new(office.Municipality, Tewatashi.Audit.Actor.Stranger, "test", Ids.New());

    /// <summary>The secret of the newest link, as the mail shows it.</summary>
    private static async Task<string> SecretAsync(TestOffice office)
    {
        var mail = await office.SeeAsync(context => context.Outbox.AsNoTracking().Where(row => row.Kind == MailKind.Verification).OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).FirstAsync());
        return Outbox.SecretOf(mail, office.Staff<KeyStore>().KeysOf(office.Municipality, KeyPurpose.Contact)) ?? throw new InvalidOperationException("A verification has a secret.");
    }
}
