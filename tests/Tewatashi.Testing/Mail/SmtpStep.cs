namespace Tewatashi.Testing.Mail;

/// <summary>The points of a mail conversation at which a <see cref="SmtpFault"/> can strike, in their order.</summary>
public enum SmtpStep
{
    /// <summary>The connection stands, the greeting is due.</summary>
    Connect,

    /// <summary>The sender said EHLO or HELO.</summary>
    Hello,

    /// <summary>The sender named itself with MAIL FROM.</summary>
    MailFrom,

    /// <summary>The sender named a recipient with RCPT TO.</summary>
    Recipient,

    /// <summary>The sender asked to send with DATA; nothing of the message has come yet.</summary>
    Data,

    /// <summary>The final dot has come: the server holds the whole message, the sender does not know yet.</summary>
    FinalDot,

    /// <summary>The sender said QUIT.</summary>
    Quit,
}
