using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Tewatashi.Mail;

/// <summary>Hands mails to a mail server, one conversation each: a server that fails in one does not hurt the next.</summary>
public sealed class SmtpTransport(SmtpServer server) : IMailTransport
{
    public async Task<MailAnswer> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        // Real time: a silent server is waited for by the wall's clock, not the office's.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(server.Patience);
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(server.Host, server.Port, server.Encrypted ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable, patience.Token);
            if (server.User is { } user) await client.AuthenticateAsync(user, server.Password ?? "", patience.Token);
            await client.SendAsync(MailLetter.Of(message, server.From), patience.Token);
            await SayGoodbyeAsync(client, patience.Token);
            return new MailAnswer.Taken();
        }
        catch (SmtpCommandException refusal) when (refusal.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refusal.StatusCode >= 500)
        {
            return new MailAnswer.Refused(CodeOf(refusal));
        }
        catch (SmtpCommandException refusal)
        {
            return new MailAnswer.Later(CodeOf(refusal));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new MailAnswer.Later("TimedOut");
        }
        catch (Exception failure) when (failure is IOException or SocketException or ProtocolException or SslHandshakeException or AuthenticationException)
        {
            return new MailAnswer.Later(failure.GetType().Name);
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

    private static string CodeOf(SmtpCommandException refusal) => ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture);
}
