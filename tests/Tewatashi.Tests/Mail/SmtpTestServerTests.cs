using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Tewatashi.Testing.Mail;

namespace Tewatashi.Tests.Mail;

public sealed class SmtpTestServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_arrives_whole_with_its_leading_dots()
    {
        await using var server = SmtpTestServer.Start();

        await SendAsync(server, "一行目\r\n.点で始まる行\r\n..\r\n最後");

        var mail = Assert.Single(server.Received);
        Assert.Equal("yoyaku@example.jp", mail.Sender);
        Assert.Equal(["uketori@example.jp"], mail.Recipients);
        Assert.True(mail.Answered);
        using var stream = new MemoryStream(mail.Raw.ToArray());
        var message = await MimeMessage.LoadAsync(stream, Cancellation);
        Assert.Equal("予約のお知らせ", message.Subject);
        Assert.Equal("一行目\n.点で始まる行\n..\n最後", message.TextBody?.ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    [Theory]
    [InlineData(SmtpStep.MailFrom)]
    [InlineData(SmtpStep.Recipient)]
    [InlineData(SmtpStep.Data)]
    [InlineData(SmtpStep.FinalDot)]
    public async Task A_refusal_reaches_the_sender_with_its_code_and_nothing_is_kept(SmtpStep step)
    {
        await using var server = SmtpTestServer.Start();
        server.Plan(new SmtpFault.Refuse(step, 451, "try later"));

        var refusal = await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(server));

        Assert.Equal(451, (int)refusal.StatusCode);
        Assert.Empty(server.Received);
    }

    [Theory]
    [InlineData(SmtpStep.Connect)]
    [InlineData(SmtpStep.Hello)]
    [InlineData(SmtpStep.MailFrom)]
    [InlineData(SmtpStep.Recipient)]
    [InlineData(SmtpStep.Data)]
    public async Task A_drop_before_the_final_dot_leaves_nothing(SmtpStep step)
    {
        await using var server = SmtpTestServer.Start();
        server.Plan(new SmtpFault.Drop(step));

        var failure = await Record.ExceptionAsync(() => SendAsync(server));

        Assert.True(failure is SmtpProtocolException or ServiceNotConnectedException or IOException, $"{failure}");
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_drop_after_the_final_dot_keeps_a_message_the_sender_believes_lost()
    {
        await using var server = SmtpTestServer.Start();
        server.Plan(new SmtpFault.Drop(SmtpStep.FinalDot));

        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(server));

        var mail = Assert.Single(await server.WaitForAsync(1, Cancellation));
        Assert.False(mail.Answered);
    }

    [Theory]
    [InlineData(SmtpStep.Connect)]
    [InlineData(SmtpStep.Data)]
    public async Task A_stall_lasts_until_the_sender_gives_up(SmtpStep step)
    {
        await using var server = SmtpTestServer.Start();
        server.Plan(new SmtpFault.Stall(step));

        await Assert.ThrowsAsync<TimeoutException>(() => SendAsync(server, timeoutMilliseconds: 200));

        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_stalled_conversation_ends_when_the_server_stops()
    {
        var server = SmtpTestServer.Start();
        server.Plan(new SmtpFault.Stall(SmtpStep.Connect));
        var sending = SendAsync(server, timeoutMilliseconds: 60_000);
        while (server.Connections == 0)
        {
            await Task.Delay(5, Cancellation);
        }

        await server.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => sending.WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
    }

    [Fact]
    public async Task Planned_faults_strike_one_conversation_each_then_the_server_is_well()
    {
        await using var server = SmtpTestServer.Start();
        server.Plan(new SmtpFault.Refuse(SmtpStep.Data, 452, "full"), null, new SmtpFault.Drop(SmtpStep.Hello));

        await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(server));
        await SendAsync(server);
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(server));
        await SendAsync(server);

        Assert.Equal(2, server.Received.Count);
        Assert.Equal(4, server.Connections);
    }

    [Fact]
    public async Task A_constant_fault_lasts_until_it_is_healed()
    {
        await using var server = SmtpTestServer.Start();
        server.Always = new SmtpFault.Refuse(SmtpStep.Connect, 421, "closed");

        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(server));
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(server));
        server.Always = null;
        await SendAsync(server);

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task An_unknown_recipient_is_refused_and_the_others_are_not()
    {
        await using var server = SmtpTestServer.Start();
        server.RefuseRecipient("inai@example.jp", 550, "no such mailbox");

        var refusal = await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(server, to: "inai@example.jp"));
        await SendAsync(server);

        Assert.Equal(SmtpStatusCode.MailboxUnavailable, refusal.StatusCode);
        Assert.Equal(["uketori@example.jp"], Assert.Single(server.Received).Recipients);
    }

    [Fact]
    public async Task A_server_can_come_back_on_its_port()
    {
        var first = SmtpTestServer.Start();
        await first.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(first));

        await using var second = SmtpTestServer.Start(first.Port);
        await SendAsync(second);

        Assert.Single(second.Received);
    }

    [Fact]
    public async Task Many_senders_at_once_are_all_heard()
    {
        await using var server = SmtpTestServer.Start();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => SendAsync(server, to: $"a{number}@example.jp")));

        Assert.Equal(20, server.Received.SelectMany(mail => mail.Recipients).Distinct().Count());
        Assert.Contains(server.Commands, command => command.StartsWith("MAIL FROM:<yoyaku@example.jp>", StringComparison.Ordinal));
    }

    private static async Task SendAsync(SmtpTestServer server, string text = "本文", string to = "uketori@example.jp", int timeoutMilliseconds = 20_000)
    {
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse("yoyaku@example.jp"));
        message.To.Add(MailboxAddress.Parse(to));
        message.Subject = "予約のお知らせ";
        using var body = new TextPart("plain");
        body.SetText(Encoding.UTF8, text);
        message.Body = body;

        using var client = new SmtpClient { Timeout = timeoutMilliseconds };
        await client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.None, Cancellation);
        await client.SendAsync(message, Cancellation);
        await client.DisconnectAsync(quit: true, Cancellation);
    }
}
