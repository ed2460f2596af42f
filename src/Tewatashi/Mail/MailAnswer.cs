namespace Tewatashi.Mail;

/// <summary>How a try to send ended. A closed set; codes only, never an address.</summary>
public abstract record MailAnswer
{
    private MailAnswer()
    {
    }

    public sealed record Taken : MailAnswer;

    /// <summary>Not now: the server could not be reached, did not answer or asked to try later.</summary>
    public sealed record Later(string Code) : MailAnswer;

    /// <summary>Never: there is no such mailbox.</summary>
    public sealed record Refused(string Code) : MailAnswer;
}
