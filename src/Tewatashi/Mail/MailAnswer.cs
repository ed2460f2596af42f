namespace Tewatashi.Mail;

/// <summary>How a try to send ended. A closed set; codes only, never an address.</summary>
public abstract record MailAnswer
{
    private MailAnswer()
    {
    }

    public sealed record Taken : MailAnswer;

    /// <summary>Not now, and surely not taken: the server could not be reached, did not answer or asked to try later.</summary>
    public sealed record Later(string Code) : MailAnswer;

    /// <summary>The text was on its way when the answer failed to come: the server may have taken it.</summary>
    public sealed record Unknown(string Code) : MailAnswer;

    /// <summary>Never: the server refused this recipient or this mail for good.</summary>
    public sealed record Refused(string Code) : MailAnswer;
}
