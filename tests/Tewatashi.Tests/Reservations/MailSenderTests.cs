using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Tewatashi.Data;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Tewatashi.Testing.Mail;

namespace Tewatashi.Tests.Reservations;

/// <summary>From an address typed in to mails in the mailbox, whatever the mail server does.</summary>
public sealed partial class MailSenderTests
{
    private const string Face = "https://yoyaku.example.jp";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Address_is_verified_by_its_link_once_and_then_gets_the_booking(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.RegisterAsync();
        await scene.SendAsync();
        var verification = scene.Letters.Single();
        var secret = SecretIn(verification);
        Assert.Equal("【見本市】メールアドレスの確認をお願いします / Please confirm your e-mail address", verification.Subject);
        Assert.Contains($"{Face}/{scene.Office.Municipality.Value}/verify-mail?token=", verification.TextBody, StringComparison.Ordinal);

        var booked = await scene.BookAsync();
        await scene.SendAsync();
        Assert.Single(scene.Letters);

        Assert.IsType<VerifyMailAddress.Verified>(await scene.VerifyAsync(secret));
        Assert.IsType<VerifyMailAddress.LinkOver>(await scene.VerifyAsync(secret));
        await scene.SendAsync();
        var letter = scene.Letters[1];
        Assert.Equal("【見本市】マイナンバーカードの受け取りを予約しました / Your visit is booked", letter.Subject);
        Assert.Contains(booked.Number.Display, letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("令和8年11月27日(金) 9時00分から", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("交付通知書", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains(booked.Number.Display, letter.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("0001", letter.TextBody, StringComparison.Ordinal);
        Assert.Equal([scene.Address], scene.Server.Received[1].Recipients);
        Assert.Equal(0, await scene.Office.SeeAsync(context => context.WorkItems.CountAsync(row => row.Municipality == scene.Office.Municipality)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Verified_address_hears_of_change_and_cancellation(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var booked = await scene.BookWithMailAsync();
        await scene.Office.Resident<ChangeVisit>().RunAsync(new(booked.VisitId, scene.CounterId, TestCounters.FirstWebDay, new TimeOnly(14, 0)), scene.Office.ByResident(scene.Card.Id), CancellationToken.None);
        await scene.SendAsync();
        await scene.Office.Resident<CancelVisit>().RunAsync(new(booked.VisitId), scene.Office.ByResident(scene.Card.Id), CancellationToken.None);
        await scene.SendAsync();

        Assert.Equal(["Verification", "Booked", "Changed", "Cancelled"],
            await scene.Office.SeeAsync(context => context.Outbox.Where(row => row.State == OutboxState.Sent).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Select(row => row.Kind.ToString()).ToListAsync()));
        Assert.Contains("14時00分から", scene.Letters[^2].TextBody, StringComparison.Ordinal);
        Assert.Contains("取り消しました", scene.Letters[^1].TextBody, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Municipality_s_own_words_of_what_to_bring_stand_in_the_mail_and_on_the_page(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.Office.Staff<ChangeTexts>().RunAsync(new(TextKey.WhatToBring, MunicipalityText.Standard, "見本市の整理券\n\n老眼鏡"), scene.Office.ByStaff(), CancellationToken.None);
        await scene.BookWithMailAsync();
        await scene.SendAsync();
        var site = await scene.Office.ResidentSiteAsync();
        var page = await site.SignInAsync(scene.Office, scene.Card);

        Assert.Contains("見本市からの持ち物のご案内\n・見本市の整理券\n・老眼鏡\n", scene.Letters[^1].TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal); // it is a text
        Assert.Contains("見本市からの持ち物のご案内 見本市の整理券 老眼鏡", page.Text, StringComparison.Ordinal);
        Assert.Contains("見本市の整理券", (await site.GetAsync(scene.Office.At("reservation/print"))).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Link_opened_an_hour_later_is_over(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.RegisterAsync();
        await scene.SendAsync();
        var secret = SecretIn(scene.Letters.Single());
        scene.Office.Clock.Advance(TimeSpan.FromMinutes(60));

        Assert.IsType<VerifyMailAddress.LinkOver>(await scene.VerifyAsync(secret));
        Assert.True(secret.Length >= 22); // 128 bits and more
    }

    public static TheoryData<Engine, SmtpFault> Faults
    {
        get
        {
            var faults = new TheoryData<Engine, SmtpFault>();
            foreach (var engine in new[] { Engine.Sqlite, Engine.Postgres })
            {
                faults.Add(engine, new SmtpFault.Refuse(SmtpStep.Connect, 421, "try later"));
                faults.Add(engine, new SmtpFault.Refuse(SmtpStep.MailFrom, 550, "not you"));
                faults.Add(engine, new SmtpFault.Refuse(SmtpStep.FinalDot, 451, "full"));
                faults.Add(engine, new SmtpFault.Stall(SmtpStep.Data));
                faults.Add(engine, new SmtpFault.Drop(SmtpStep.Recipient));
            }

            return faults;
        }
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task Mail_that_met_a_failing_server_arrives_once_on_a_later_try(Engine engine, SmtpFault fault)
    {
        await using var scene = await Scene.OpenAsync(engine);
        scene.Server.Plan(fault);
        await scene.RegisterAsync();

        await scene.SendAsync();
        Assert.Empty(scene.Server.Received);
        await scene.SendAsync();
        Assert.Equal(1, scene.Server.Connections);
        scene.Office.Clock.Advance(MailSender.PauseAfter(1));
        await scene.SendAsync();
        await scene.SendAsync();

        Assert.Single(scene.Server.Received);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Server_that_hangs_up_after_the_last_dot_gets_a_second_copy_of_the_same_message(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        scene.Server.Plan(new SmtpFault.Drop(SmtpStep.FinalDot));
        await scene.RegisterAsync();

        await scene.SendAsync();
        scene.Office.Clock.Advance(MailSender.PauseAfter(1));
        await scene.SendAsync();
        await scene.SendAsync();

        Assert.Equal(2, scene.Letters.Count);
        Assert.Single(scene.Letters.Select(letter => letter.MessageId).Distinct());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Server_that_goes_silent_after_the_mail_was_taken_changes_nothing(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        scene.Server.Plan(new SmtpFault.Drop(SmtpStep.Quit));
        await scene.RegisterAsync();

        await scene.SendAsync();

        Assert.Equal(OutboxState.Sent, await scene.Office.SeeAsync(context => context.Outbox.Select(row => row.State).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Mailbox_that_does_not_exist_is_given_up_at_once(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        scene.Server.RefuseRecipient(scene.Address, 550, "no such user");
        await scene.RegisterAsync();

        await scene.SendAsync();

        var mail = await scene.Office.SeeAsync(context => context.Outbox.AsNoTracking().SingleAsync());
        Assert.Equal((OutboxState.Dead, "550"), (mail.State, mail.LastError));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Mail_that_never_gets_through_is_given_up_after_its_tries(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.BookWithMailAsync();
        scene.Server.Always = new SmtpFault.Refuse(SmtpStep.Connect, 421, "down");
        var before = scene.Server.Connections;
        await scene.Office.Resident<CancelVisit>().RunAsync(new(scene.VisitId), scene.Office.ByResident(scene.Card.Id), CancellationToken.None);

        for (var attempt = 0; attempt < MailSender.Tries + 3; attempt++)
        {
            await scene.SendAsync();
            scene.Office.Clock.Advance(TimeSpan.FromHours(8));
        }

        Assert.Equal(MailSender.Tries, scene.Server.Connections - before);
        Assert.Equal(OutboxState.Dead, await scene.Office.SeeAsync(context => context.Outbox.Where(row => row.Kind == MailKind.Cancelled).Select(row => row.State).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Several_senders_at_once_send_each_mail_once(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        for (var i = 0; i < RegisterMailAddress.Most; i++) await scene.RegisterAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new MailSender(scene.Office.Worker<Database>(), scene.Office.Worker<VisitLetters>())
            .SendDueAsync(scene.Transport, Face, scene.Office.Municipality, CancellationToken.None))));

        Assert.Equal(RegisterMailAddress.Most, scene.Letters.Select(letter => letter.MessageId).Distinct().Count());
        Assert.Equal(RegisterMailAddress.Most, scene.Server.Received.Count);
        Assert.IsType<RegisterMailAddress.Enough>(await scene.RegisterAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sender_that_died_with_its_claim_is_followed_by_another(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.RegisterAsync();
        var until = scene.Office.Clock.GetUtcNow().AddMinutes(2);
        await scene.Office.Worker<Database>().DirectoryAsync(context => context.WorkItems.Where(row => row.Municipality == scene.Office.Municipality)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedBy, "dead").SetProperty(row => row.ClaimedUntil, until)));

        await scene.SendAsync();
        var meanwhile = scene.Server.Received.Count;
        scene.Office.Clock.Advance(TimeSpan.FromMinutes(3));
        await scene.SendAsync();

        Assert.Equal(0, meanwhile);
        Assert.Single(scene.Server.Received);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Address_and_secret_lie_in_no_readable_column(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.RegisterAsync();
        await scene.SendAsync();
        var secret = SecretIn(scene.Letters.Single());

        var columns = await scene.Office.Worker<Database>().ReadAsync(scene.Office.Municipality, async context => new[]
        {
            (await context.ContactAddresses.SingleAsync()).Address,
            (await context.Outbox.SingleAsync()).Secret!,
            (await context.Contacts.SingleAsync()).TokenHash,
        });

        Assert.All(columns, column => Assert.DoesNotContain(scene.Address, System.Text.Encoding.UTF8.GetString(column), StringComparison.Ordinal));
        Assert.All(columns, column => Assert.DoesNotContain(secret, System.Text.Encoding.UTF8.GetString(column), StringComparison.Ordinal));
    }

    private static string SecretIn(MimeMessage letter) => LinkSecret().Match(letter.TextBody ?? "").Groups[1].Value;

    [GeneratedRegex("token=([A-Za-z0-9_-]+)")]
    private static partial Regex LinkSecret();

    /// <summary>A resident with a held time, and a mail server of the test's own.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        private byte[] session = [];

        public required TestOffice Office { get; init; }
        public required NotifiedCard Card { get; init; }
        public required Guid CounterId { get; init; }
        public SmtpTestServer Server { get; } = SmtpTestServer.Start();
        public Guid VisitId { get; private set; }
        public string Address => $"jumin-{Office.Municipality.Value}@example.jp";
        public SmtpTransport Transport => new(SmtpServer.Parse($"smtp://{Server.Host}:{Server.Port}?from=yoyaku@example.jp") with { Patience = TimeSpan.FromMilliseconds(1500) });
        public List<MimeMessage> Letters => [.. Server.Received.Select(mail => MimeMessage.Load(new MemoryStream(mail.Raw.ToArray())))];

        public static async Task<Scene> OpenAsync(Engine engine)
        {
            var office = await TestOffice.OpenAsync(engine);
            var counter = await office.AddCounterAsync();
            var scene = new Scene { Office = office, Card = (await office.AddNotifiedCardsAsync(1))[0], CounterId = counter.Id };
            scene.session = await office.SignInAsync(scene.Card);
            scene.VisitId = ((HoldSeat.Held)await office.HoldAsync(scene.Card, scene.session, counter, TestCounters.FirstWebDay, new TimeOnly(9, 0))).VisitId;
            return scene;
        }

        public Task<RegisterMailAddress.Outcome> RegisterAsync() =>
            Office.Resident<RegisterMailAddress>().RunAsync(new(VisitId, EmailAddress.Parse(Address)), Office.ByResident(Card.Id), CancellationToken.None);

        public Task<VerifyMailAddress.Outcome> VerifyAsync(string secret) =>
            Office.Resident<VerifyMailAddress>().RunAsync(secret, new(Office.Municipality, Tewatashi.Audit.Actor.Stranger, "test", Ids.New()), CancellationToken.None);

        public async Task<BookVisit.Booked> BookAsync() =>
            (BookVisit.Booked)await Office.Resident<BookVisit>().RunAsync(new(VisitId), Office.ByResident(Card.Id), CancellationToken.None);

        public async Task<BookVisit.Booked> BookWithMailAsync()
        {
            await RegisterAsync();
            await SendAsync();
            await VerifyAsync(SecretIn(Letters[^1]));
            var booked = await BookAsync();
            await SendAsync();
            return booked;
        }

        public Task<int> SendAsync() => Office.Worker<MailSender>().SendDueAsync(Transport, Face, Office.Municipality, CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            await Office.DisposeAsync();
        }
    }
}
