using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Tewatashi.Audit;
using Tewatashi.Counters;
using Tewatashi.Data;
using Tewatashi.Lists;
using Tewatashi.Mail;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Letters;
using Tewatashi.Reservations.Texts;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Testing.Mail;
using Tewatashi.Text;

namespace Tewatashi.Tests.Reservations.Letters;

/// <summary>What mails say, when reminders go out, when an address is erased, and what becomes of a mail that nobody got.</summary>
public sealed partial class LetterTests
{
    private static readonly DateOnly Day = TestCounters.FirstWebDay;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Mail_says_all_that_must_be_said_in_both_languages_around_the_municipalitys_words(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        foreach (var language in Enum.GetValues<MailLanguage>())
        {
            Assert.IsType<ChangeMailText.Changed>(await scene.Office.Staff<ChangeMailText>().RunAsync(
                new(MailKind.Booked, language, 0, new MailWording("{自治体名} OK", "{来庁日} {来庁時刻} {交付窓口} {予約番号}", "おわり {電話番号}")), scene.Office.ByStaff(), CancellationToken.None));
        }

        var booked = await scene.BookAsync(Day);
        await scene.SendAsync();

        var letter = scene.Letters[^1];
        Assert.Equal("見本市 OK / 見本市 OK", letter.Subject);
        foreach (var said in new[]
                 {
                     $"令和8年11月27日(金) 9時00分 窓口H1 {booked.Number.Display}", $"Friday, 27 November 2026 9:00 窓口H1 {booked.Number.Display}", "予約番号: " + booked.Number.Display,
                     "手続き: マイナンバーカードの受け取り", "Purpose: collecting the My Number Card", "日時: 令和8年11月27日(金) 9時00分から", "受け取り場所: 窓口H1", "■ お持ちいただくもの",
                     "■ What to bring", "■ お問い合わせ", "■ Contact", "/purpose", "おわり",
                 })
        {
            Assert.Contains(said, letter.TextBody, StringComparison.Ordinal);
            Assert.Contains(System.Net.WebUtility.HtmlEncode(said), letter.HtmlBody, StringComparison.Ordinal);
        }

        Assert.Single(letter.To);
        Assert.Equal("auto-generated", letter.Headers["Auto-Submitted"]);
        // No open tracking: nothing is fetched when it is read.
        Assert.DoesNotContain("<img", letter.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", letter.HtmlBody, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Calendar_entry_is_renewed_by_a_change_and_taken_away_by_a_cancellation(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var booked = await scene.BookAsync(Day);
        await scene.SendAsync();
        await scene.Office.Resident<ChangeVisit>().RunAsync(new(booked.VisitId, scene.Counter.Id, Day, new TimeOnly(14, 0)), scene.Office.ByResident(scene.Card.Id), CancellationToken.None);
        await scene.SendAsync();
        await scene.Office.Resident<CancelVisit>().RunAsync(new(booked.VisitId), scene.Office.ByResident(scene.Card.Id), CancellationToken.None);
        await scene.SendAsync();

        var calendars = scene.Letters.Select(letter => letter.BodyParts.OfType<TextPart>().SingleOrDefault(part => part.ContentType.IsMimeType("text", "calendar"))).OfType<TextPart>().ToList();
        Assert.Equal(["PUBLISH", "PUBLISH", "CANCEL"], calendars.Select(part => part.ContentType.Parameters["method"]));
        Assert.Equal(["PUBLISH", "PUBLISH", "CANCEL"], calendars.Select(part => ValueOf(part, "METHOD")));
        Assert.Single(calendars.Select(part => ValueOf(part, "UID")).Distinct());
        var sequences = calendars.ConvertAll(part => int.Parse(ValueOf(part, "SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(sequences[0] < sequences[1] && sequences[1] < sequences[2]);
        Assert.Equal("20261127T050000Z", ValueOf(calendars[1], "DTSTART"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cancellation_by_the_office_says_that_it_was_the_office(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var booked = await scene.BookAsync(Day);
        await scene.SendAsync();
        await scene.Office.Staff<CancelVisit>().RunAsync(new(booked.VisitId), scene.Office.ByStaff(), CancellationToken.None);
        await scene.SendAsync();

        Assert.Contains("窓口または電話の受付で取り消しました", scene.Letters[^1].TextBody, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reminders_come_a_week_and_a_day_before_in_the_daytime_and_once(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var day = new DateOnly(2026, 12, 10);
        await scene.BookAsync(day);
        await scene.SendAsync();

        // 2 December, 10:00: eight days before. 3 December, 8:59, 9:00 and the rest of the day. The night. The day before.
        Assert.Equal([], await scene.RemindersAsync(new DateOnly(2026, 12, 2), new TimeOnly(10, 0)));
        Assert.Equal([], await scene.RemindersAsync(new DateOnly(2026, 12, 3), new TimeOnly(8, 59)));
        Assert.Equal([MailKind.FirstReminder], await scene.RemindersAsync(new DateOnly(2026, 12, 3), new TimeOnly(9, 0)));
        Assert.Equal([], await scene.RemindersAsync(new DateOnly(2026, 12, 3), new TimeOnly(17, 0)));
        Assert.Equal([], await scene.RemindersAsync(new DateOnly(2026, 12, 8), new TimeOnly(12, 0)));
        Assert.Equal([], await scene.RemindersAsync(new DateOnly(2026, 12, 8), new TimeOnly(22, 0)));
        Assert.Equal([MailKind.LastReminder], await scene.RemindersAsync(new DateOnly(2026, 12, 9), new TimeOnly(13, 30)));
        Assert.Equal([], await scene.RemindersAsync(day, new TimeOnly(9, 0)));
        await scene.SendAsync();
        Assert.Contains("2026", scene.Letters[^1].TextBody, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reminder_missed_by_a_worker_that_stood_still_is_made_up_for(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.BookAsync(new DateOnly(2026, 12, 10));

        Assert.Equal([MailKind.FirstReminder], await scene.RemindersAsync(new DateOnly(2026, 12, 6), new TimeOnly(11, 0)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reminder_is_not_sent_of_a_visit_cancelled_or_moved_meanwhile(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var booked = await scene.BookAsync(new DateOnly(2026, 12, 10));
        await scene.SendAsync();
        var before = scene.Letters.Count;
        Assert.Equal([MailKind.FirstReminder], await scene.RemindersAsync(new DateOnly(2026, 12, 3), new TimeOnly(9, 0)));
        var moved = new DateOnly(2026, 12, 21);
        Assert.IsType<ChangeVisit.Changed>(await scene.Office.Resident<ChangeVisit>().RunAsync(
            new(booked.VisitId, scene.Counter.Id, moved, new TimeOnly(9, 0)), scene.Office.ByResident(scene.Card.Id), CancellationToken.None));

        await scene.SendAsync();

        Assert.Equal(before + 1, scene.Letters.Count);
        Assert.Contains("変更しました", scene.Letters[^1].TextBody, StringComparison.Ordinal);
        Assert.Equal(OutboxState.Useless, await scene.Office.SeeAsync(context => context.Outbox.Where(row => row.Kind == MailKind.FirstReminder).Select(row => row.State).SingleAsync()));
        // The new day has its own.
        Assert.Equal([MailKind.FirstReminder], await scene.RemindersAsync(moved.AddDays(-7), new TimeOnly(9, 0)));
        await scene.Office.Resident<CancelVisit>().RunAsync(new(booked.VisitId), scene.Office.ByResident(scene.Card.Id), CancellationToken.None);
        Assert.Equal([], await scene.RemindersAsync(moved.AddDays(-1), new TimeOnly(9, 0)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reminder_is_left_out_for_who_booked_since_and_where_it_is_switched_off(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.BookAsync(Day);

        // Booked three days before: no first reminder, the last one the day before.
        Assert.Equal([], await scene.RemindersAsync(new DateOnly(2026, 11, 25), new TimeOnly(9, 0)));
        await scene.Office.Staff<Database>().UnrecordedAsync(scene.Office.Municipality, context => context.Settings.ExecuteUpdateAsync(set => set.SetProperty(row => row.LastReminderDays, 0)));
        Assert.Equal([], await scene.RemindersAsync(new DateOnly(2026, 11, 26), new TimeOnly(9, 0)));
        await scene.Office.Staff<Database>().UnrecordedAsync(scene.Office.Municipality, context => context.Settings.ExecuteUpdateAsync(set => set.SetProperty(row => row.LastReminderDays, 1)));
        Assert.Equal([MailKind.LastReminder], await scene.RemindersAsync(new DateOnly(2026, 11, 26), new TimeOnly(9, 5)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Several_workers_make_each_reminder_once(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.BookAsync(new DateOnly(2026, 12, 10));
        scene.Office.Clock.SetUtcNow(Tewatashi.Time.JapanTime.InstantOf(new DateOnly(2026, 12, 3), new TimeOnly(9, 0)));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.Office.Worker<MakeReminders>().RunAsync(Caller.Worker(scene.Office.Municipality), CancellationToken.None))));

        Assert.Equal(1, await scene.Office.SeeAsync(context => context.Outbox.CountAsync(row => row.Kind == MailKind.FirstReminder)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sender_killed_between_acceptance_and_record_leads_to_one_copy_more_with_the_same_id(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.BookAsync(Day);
        var before = scene.Letters.Count;

        for (var crash = 0; crash < 2; crash++)
        {
            // A sender of its own dies the moment the server has taken the mail.
            await Assert.ThrowsAsync<OperationCanceledException>(() => new MailSender(scene.Office.Worker<Database>(), scene.Office.Worker<VisitLetters>())
                .SendDueAsync(new Killed(scene.Transport), Scene.Face, scene.Office.Municipality, CancellationToken.None));
            scene.Office.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        await scene.SendAsync();
        scene.Office.Clock.Advance(TimeSpan.FromHours(1));
        await scene.SendAsync();

        Assert.Equal(before + 2, scene.Letters.Count);
        Assert.Single(scene.Letters.Skip(before).Select(letter => letter.MessageId).Distinct());
        var mail = await scene.Office.SeeAsync(context => context.Outbox.AsNoTracking().SingleAsync(row => row.Kind == MailKind.Booked));
        Assert.Equal((OutboxState.Dead, MailSender.AnswerLost), (mail.State, mail.LastError));
    }

    public static TheoryData<Engine, SmtpFault, OutboxState> Refusals
    {
        get
        {
            var faults = new TheoryData<Engine, SmtpFault, OutboxState>();
            foreach (var engine in new[] { Engine.Sqlite, Engine.Postgres })
            {
                foreach (var step in new[] { SmtpStep.Connect, SmtpStep.Hello, SmtpStep.MailFrom, SmtpStep.Recipient, SmtpStep.Data, SmtpStep.FinalDot })
                {
                    faults.Add(engine, new SmtpFault.Refuse(step, 451, "later"), OutboxState.Waiting);
                    var forGood = step is SmtpStep.Recipient or SmtpStep.Data or SmtpStep.FinalDot;
                    faults.Add(engine, new SmtpFault.Refuse(step, 554, "never"), forGood ? OutboxState.Dead : OutboxState.Waiting);
                }
            }

            return faults;
        }
    }

    [Theory, MemberData(nameof(Refusals))]
    public async Task Refusal_for_good_of_recipient_or_text_ends_the_tries_and_every_other_is_tried_again(Engine engine, SmtpFault fault, OutboxState state)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.BookAsync(Day);
        scene.Server.Always = fault;

        await scene.SendAsync();

        var mail = await scene.Office.SeeAsync(context => context.Outbox.AsNoTracking().SingleAsync(row => row.Kind == MailKind.Booked));
        Assert.Equal((state, 0), (mail.State, mail.Unanswered));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Dead_mail_is_shown_masked_and_sent_again_under_the_same_id(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.BookAsync(Day);
        scene.Server.Always = new SmtpFault.Refuse(SmtpStep.Recipient, 550, "no such user");
        await scene.SendAsync();
        scene.Server.Always = null;

        var dead = Assert.Single(await DeadAsync(scene.Office));
        Assert.Equal(scene.Card.Id, dead.CardId);
        Assert.Equal([scene.Card.Card.SerialNumber.Display, "予約の完了", "j***@e***.jp", Day, new TimeOnly(9, 0), "このメールアドレスは受け取れません(宛先がありません) (550)", 1], dead.Cells.Select(cell => cell.Value).Take(7));
        Assert.DoesNotContain(dead.Cells, cell => cell.Value is string text && text.Contains(scene.Address, StringComparison.Ordinal));
        Assert.True(await scene.Office.Staff<ResendMail>().RunAsync(new(dead.Id), scene.Office.ByStaff(), CancellationToken.None));
        Assert.False(await scene.Office.Staff<ResendMail>().RunAsync(new(dead.Id), scene.Office.ByStaff(), CancellationToken.None));
        await scene.SendAsync();

        Assert.StartsWith(dead.Id.ToString("N"), scene.Letters[^1].MessageId, StringComparison.Ordinal);
        Assert.Empty(await DeadAsync(scene.Office));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Dead_mail_given_up_puts_its_resident_on_the_call_list(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.BookAsync(Day);
        scene.Server.Always = new SmtpFault.Refuse(SmtpStep.Recipient, 550, "no such user");
        await scene.SendAsync();
        var dead = Assert.Single(await DeadAsync(scene.Office));

        Assert.Equal(new GiveUpMail.GivenUp(Calls: true), await scene.Office.Staff<GiveUpMail>().RunAsync(new(dead.Id), scene.Office.ByStaff(), CancellationToken.None));
        Assert.Equal(scene.Card.Id, await scene.Office.SeeAsync(context => context.Calls.Select(row => row.CardId).SingleAsync()));
        Assert.IsType<GiveUpMail.Gone>(await scene.Office.Staff<GiveUpMail>().RunAsync(new(dead.Id), scene.Office.ByStaff(), CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Dead_mails_are_listed_by_kind_and_day_of_the_visit_and_their_file_holds_no_address(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.BookAsync(Day);
        scene.Server.Always = new SmtpFault.Refuse(SmtpStep.Recipient, 550, "no such user");
        await scene.SendAsync();
        var list = new DeadMailList();

        Assert.Single(await DeadAsync(scene.Office, ("Kind", "Booked"), ("From", $"{Day:yyyy-MM-dd}"), ("Until", $"{Day:yyyy-MM-dd}")));
        Assert.Empty(await DeadAsync(scene.Office, ("Kind", "Offer")));
        Assert.Empty(await DeadAsync(scene.Office, ("Until", $"{Day.AddDays(-1):yyyy-MM-dd}")));
        Assert.Empty(await DeadAsync(scene.Office, ("From", $"{Day.AddDays(1):yyyy-MM-dd}")));
        var file = Assert.IsType<ExportList.Exported>(await scene.Office.Staff<ExportList>().RunAsync(
            new(ListAsk.Of(list, scene.Office.Today), ExportReason.VisitWork, SpreadsheetEncoding.Utf8, StaffRoles.Admin), scene.Office.ByStaff(), CancellationToken.None));
        var text = System.Text.Encoding.UTF8.GetString(file.Csv);
        Assert.Contains("予約の完了", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
        Assert.DoesNotContain("宛先,", text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Dead_mails_are_ended_together_after_a_preview_and_what_somebody_dealt_with_stays(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var office = scene.Office;
        await scene.BookAsync(Day);
        scene.Server.Always = new SmtpFault.Refuse(SmtpStep.Recipient, 550, "no such user");
        await scene.SendAsync();
        scene.Server.Always = null;
        var dead = Assert.Single(await DeadAsync(office)).Id;
        var verified = await office.SeeAsync(context => context.Outbox.Where(row => row.Kind == MailKind.Verification).Select(row => row.Id).SingleAsync()); // sent long ago

        var preview = await office.Staff<PreviewDeadMails>().RunAsync(new([dead, verified]), office.ByStaff(), CancellationToken.None);
        Assert.Equal([(verified, false, true), (dead, true, false)], preview.Select(line => (line.MailId, line.Calls, line.Over)));
        var again = await office.Staff<EndDeadMails>().RunAsync(new([dead, verified], DeadMailEnd.SendAgain), office.ByStaff(), CancellationToken.None);
        Assert.Equal((1, 0, verified), (again.Ended, again.Calls, Assert.Single(again.LeftOut)));
        scene.Server.Always = new SmtpFault.Refuse(SmtpStep.Recipient, 550, "no such user");
        await scene.SendAsync();
        var given = await office.Staff<EndDeadMails>().RunAsync(new([dead, dead, verified], DeadMailEnd.GiveUp), office.ByStaff(), CancellationToken.None);
        Assert.Equal((1, 1, verified), (given.Ended, given.Calls, Assert.Single(given.LeftOut)));
        Assert.Equal((0, 2), await EndAsync(DeadMailEnd.SendAgain));
        Assert.Equal((0, 2), await EndAsync(DeadMailEnd.GiveUp));

        Assert.Equal(1, await office.SeeAsync(context => context.Calls.CountAsync()));
        Assert.Equal(1, await office.SeeAsync(context => context.Audit.CountAsync(row => row.Operation == OperationKind.GiveUpMail && row.Outcome == "GivenUp")));

        async Task<(int Ended, int LeftOut)> EndAsync(DeadMailEnd how)
        {
            var result = await office.Staff<EndDeadMails>().RunAsync(new([dead, verified], how), office.ByStaff(), CancellationToken.None);
            return (result.Ended, result.LeftOut.Count);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_shows_what_becomes_of_the_ticked_mails_before_it_is_done(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.BookAsync(Day);
        scene.Server.Always = new SmtpFault.Refuse(SmtpStep.Recipient, 550, "no such user");
        await scene.SendAsync();
        var site = await scene.Office.StaffSiteAsync(StaffRoles.Phone);

        var list = await site.GetAsync("/mails");
        Assert.Contains("j***@e***.jp", list.Text, StringComparison.Ordinal);
        Assert.Contains("メールを1通以上選んでください", (await site.SubmitAsync(list, new() { ["How"] = "GiveUp" }, "/mails/end")).Text, StringComparison.Ordinal);
        var selected = list.Document.QuerySelector("input[name=Selected]")!.GetAttribute("value")!; // it is dead
        Assert.Contains("どうするかを選んでください", (await site.SubmitAsync(list, new() { ["Selected"] = selected }, "/mails/end")).Text, StringComparison.Ordinal);
        Assert.Contains("もう一度送ります", (await site.SubmitAsync(list, new() { ["Selected"] = selected, ["How"] = "SendAgain" }, "/mails/end")).Text, StringComparison.Ordinal);
        var preview = await site.SubmitAsync(list, new() { ["Selected"] = selected, ["How"] = "GiveUp" }, "/mails/end");
        Assert.Contains("送るのをやめ、電話連絡の一覧に載せます", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await scene.Office.SeeAsync(context => context.Calls.CountAsync()));

        Assert.Contains("1通を送るのをやめました。1件を電話連絡の一覧に載せました。", (await site.SubmitAsync(preview)).Text, StringComparison.Ordinal);
        Assert.Contains("すでに対応が済んでいます", (await site.SubmitAsync(preview)).Text, StringComparison.Ordinal); // once more changes nothing
        Assert.Equal(1, await scene.Office.SeeAsync(context => context.Calls.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Address_is_erased_the_set_days_after_the_booking_has_ended(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var booked = await scene.BookAsync(Day);
        await scene.SendAsync();
        await scene.Office.Resident<CancelVisit>().RunAsync(new(booked.VisitId), scene.Office.ByResident(scene.Card.Id), CancellationToken.None);
        await scene.SendAsync();

        Task<int> EraseAsync() => scene.Office.Worker<EraseAddresses>().RunAsync(Caller.Worker(scene.Office.Municipality), CancellationToken.None);
        scene.Office.Clock.Advance(TimeSpan.FromDays(13.9));
        Assert.Equal(0, await EraseAsync());
        scene.Office.Clock.Advance(TimeSpan.FromDays(0.2));
        Assert.Equal(1, await EraseAsync());
        Assert.Equal(0, await EraseAsync());

        Assert.Equal(0, await scene.Office.Worker<Database>().ReadAsync(scene.Office.Municipality, async context =>
            await context.ContactAddresses.CountAsync() + await context.Contacts.CountAsync() + await context.Outbox.CountAsync()));
        Assert.Equal("1", await scene.Office.SeeAsync(context => context.Audit.Where(row => row.Operation == OperationKind.EraseAddresses).Select(row => row.Detail).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Address_of_a_booking_to_come_is_never_erased(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.BookAsync(new DateOnly(2027, 1, 20));
        scene.Office.Clock.Advance(TimeSpan.FromDays(50));

        Assert.Equal(0, await scene.Office.Worker<EraseAddresses>().RunAsync(Caller.Worker(scene.Office.Municipality), CancellationToken.None));
    }

    [Fact]
    public void Every_word_of_mails_is_there_in_both_languages()
    {
        var japanese = KeysOf("ja", parents: true);
        var english = KeysOf("en", parents: false);
        Assert.NotEmpty(japanese);
        Assert.Equal(japanese, english);

        static List<string> KeysOf(string language, bool parents) =>
            [.. VisitTexts.ResourceManager.GetResourceSet(System.Globalization.CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: parents)!
                .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Standard_wording_of_every_kind_keeps_to_its_own_rules() =>
        Assert.All(Enum.GetValues<MailKind>(), kind => Assert.All(Enum.GetValues<MailLanguage>(), language =>
            Assert.Empty(ChangeMailText.Problems(kind, LetterWords.Of(language).Standard(kind)))));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Wording_with_an_item_of_a_person_is_refused_at_saving(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);

        var outcome = await office.Staff<ChangeMailText>().RunAsync(new(MailKind.Booked, MailLanguage.Japanese, 0, new MailWording("件名", "{カナ氏名}様", "")), office.ByStaff(), CancellationToken.None);

        var refused = Assert.IsType<ChangeMailText.Refused>(outcome);
        Assert.Equal(nameof(MailWording.Opening), refused.Field);
        Assert.Contains("{予約番号}", refused.Problem, StringComparison.Ordinal);
    }

    private static string ValueOf(TextPart calendar, string name) => Regex.Match(calendar.Text, $"^{name}[^:\r\n]*:([^\r\n]*)", RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex("token=([A-Za-z0-9_-]+)")]
    private static partial Regex LinkSecret();

    /// <summary>Hands the mail over, then dies before anything is written down.</summary>
    private sealed class Killed(IMailTransport transport) : IMailTransport
    {
        public async Task<MailAnswer> SendAsync(MailMessage message, CancellationToken cancellationToken)
        {
            await transport.SendAsync(message, cancellationToken);
            throw new OperationCanceledException("killed");
        }
    }

    /// <summary>A resident with a verified address.</summary>
    private static async Task<IReadOnlyList<ListLine>> DeadAsync(TestOffice office, params IEnumerable<(string Key, string Value)> filter)
    {
        var list = new DeadMailList();
        return (await office.Staff<SeeList>().RunAsync(new(new(list, ListFilter.Of(list, filter)), 1), office.ByStaff(), CancellationToken.None)).Lines;
    }

    private sealed class Scene : IAsyncDisposable
    {
        public const string Face = "https://yoyaku.example.jp";

        public required TestOffice Office { get; init; }
        public required NotifiedCard Card { get; init; }
        public required Counter Counter { get; init; }
        public SmtpTestServer Server { get; } = SmtpTestServer.Start();
        public string Address => $"jumin-{Office.Municipality.Value}@example.jp";
        public SmtpTransport Transport => new(SmtpServer.Parse($"smtp://{Server.Host}:{Server.Port}?from=yoyaku@example.jp") with { Patience = TimeSpan.FromSeconds(20) });
        public List<MimeMessage> Letters => [.. Server.Received.Select(mail => MimeMessage.Load(new MemoryStream(mail.Raw.ToArray())))];

        public static async Task<Scene> OpenAsync(Engine engine)
        {
            var office = await TestOffice.OpenAsync(engine);
            return new Scene { Office = office, Card = (await office.AddNotifiedCardsAsync(1))[0], Counter = await office.AddCounterAsync() };
        }

        /// <summary>Booked for 9:00 with a verified address; its first mail lies in the outbox.</summary>
        public async Task<BookVisit.Booked> BookAsync(DateOnly day)
        {
            var session = await Office.SignInAsync(Card);
            var held = (HoldSeat.Held)await Office.HoldAsync(Card, session, Counter, day, new TimeOnly(9, 0));
            await Office.Resident<RegisterMailAddress>().RunAsync(new(held.VisitId, EmailAddress.Parse(Address)), Office.ByResident(Card.Id), CancellationToken.None);
            await SendAsync();
            await Office.Resident<VerifyMailAddress>().RunAsync(LinkSecret().Match(Letters[^1].TextBody ?? "").Groups[1].Value, new(Office.Municipality, Actor.Stranger, "test", Ids.New()), CancellationToken.None);
            return (BookVisit.Booked)await Office.Resident<BookVisit>().RunAsync(new(held.VisitId), Office.ByResident(Card.Id), CancellationToken.None);
        }

        public Task<int> SendAsync() => Office.Worker<MailSender>().SendDueAsync(Transport, Face, Office.Municipality, CancellationToken.None);

        /// <summary>The reminders that the worker makes at a moment.</summary>
        public async Task<List<MailKind>> RemindersAsync(DateOnly day, TimeOnly time)
        {
            Office.Clock.SetUtcNow(Tewatashi.Time.JapanTime.InstantOf(day, time));
            var before = await CountAsync();
            await Office.Worker<MakeReminders>().RunAsync(Caller.Worker(Office.Municipality), CancellationToken.None);
            return (await CountAsync())[before.Count..];
        }

        private Task<List<MailKind>> CountAsync() => Office.SeeAsync(context => context.Outbox
            .Where(row => row.ForDay != null).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Select(row => row.Kind).ToListAsync());

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            await Office.DisposeAsync();
        }
    }
}
