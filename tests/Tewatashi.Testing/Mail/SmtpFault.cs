namespace Tewatashi.Testing.Mail;

/// <summary>What goes wrong in one conversation, and at which step. A closed set.</summary>
public abstract record SmtpFault
{
    private SmtpFault(SmtpStep at) => At = at;

    public SmtpStep At { get; }

    /// <summary>
    /// Answers the step with a refusal: 4xx asks to try later, 5xx never. A message refused at its final dot is not kept.
    /// </summary>
    public sealed record Refuse(SmtpStep Step, int Code, string Text) : SmtpFault(Step);

    /// <summary>Answers nothing and keeps the connection open until the sender gives up or the server stops.</summary>
    public sealed record Stall(SmtpStep Step) : SmtpFault(Step);

    /// <summary>
    /// Closes the connection instead of answering. At <see cref="SmtpStep.FinalDot"/> the message counts as received:
    /// the sender cannot tell that from a loss, which is the case worth testing.
    /// </summary>
    public sealed record Drop(SmtpStep Step) : SmtpFault(Step);
}
