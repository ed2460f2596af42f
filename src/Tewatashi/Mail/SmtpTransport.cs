using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Tewatashi.Mail;

/// <summary>Hands mails to a mail server, one conversation each: a server that fails in one does not hurt the next.</summary>
public sealed class SmtpTransport(SmtpServer server) : IMailTransport
{
    public async Task<MailAnswer> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        // Real time: a silent server is waited for by the wall's clock, not the office's.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(server.Patience);
        var text = new TextOnItsWay();
        using var client = new Client();
        try
        {
            await client.ConnectAsync(server.Host, server.Port, server.Encrypted ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable, patience.Token);
            if (server.User is { } user) await client.AuthenticateAsync(user, server.Password ?? "", patience.Token);
            await client.SendAsync(MailLetter.Of(message, server.From), patience.Token, text);
            await SayGoodbyeAsync(client, patience.Token);
            return new MailAnswer.Taken();
        }
        // What the server refuses of ourselves (greeting, MAIL FROM) may be mended there: only the recipient and the mail itself are refused for good.
        catch (SmtpCommandException refusal) when ((int)refusal.StatusCode >= 500 && client.SenderAccepted)
        {
            return new MailAnswer.Refused(CodeOf(refusal));
        }
        catch (SmtpCommandException refusal)
        {
            return new MailAnswer.Later(CodeOf(refusal));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return text.Begun ? new MailAnswer.Unknown("TimedOut") : new MailAnswer.Later("TimedOut");
        }
        catch (Exception failure) when (failure is IOException or SocketException or ProtocolException or SslHandshakeException or AuthenticationException)
        {
            return text.Begun ? new MailAnswer.Unknown(failure.GetType().Name) : new MailAnswer.Later(failure.GetType().Name);
        }
    }

    // The server has the mail: whatever happens while leaving changes nothing about that.
    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
        {
            // Nothing is lost.
        }
    }

    /// <summary>Knows whether the server has taken us for a sender: what it refuses after that is this mail.</summary>
    private sealed class Client : SmtpClient
    {
        public bool SenderAccepted { get; private set; }

        protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            SenderAccepted = true;
            base.OnSenderAccepted(message, mailbox, response);
        }
    }

    /// <summary>Knows whether any of the mail itself has left.</summary>
    private sealed class TextOnItsWay : ITransferProgress
    {
        public bool Begun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Begun = true;

        public void Report(long bytesTransferred) => Begun = true;
    }

    private static string CodeOf(SmtpCommandException refusal) => ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture);
}
