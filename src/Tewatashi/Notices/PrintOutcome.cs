using Tewatashi.Papers;

namespace Tewatashi.Notices;

/// <summary>What came of asking for papers with passwords. Everything but <see cref="Ready"/> issued nothing.</summary>
public abstract record PrintOutcome
{
    private PrintOutcome()
    {
    }

    /// <summary>The printing may begin; numbers and passwords are committed, part by part, before their pages go out.</summary>
    public sealed record Ready(NoticePdf Pdf) : PrintOutcome;

    public sealed record NotThere : PrintOutcome;

    /// <summary>The button was pressed before: the papers of then count. To print again is a step of its own.</summary>
    public sealed record AlreadyIssued(DateTimeOffset At) : PrintOutcome;

    /// <summary>Someone else printed or changed the batch since the page was shown.</summary>
    public sealed record ChangedMeanwhile : PrintOutcome;

    /// <summary>No card of the batch wants a paper: all were left out, or all papers are confirmed.</summary>
    public sealed record NothingToPrint : PrintOutcome;

    /// <summary>The notice was sent, or a newer one took its place: send it again instead.</summary>
    public sealed record NotPrintedNow : PrintOutcome;

    /// <summary>The address of the resident face is not set: the QR would lead nowhere.</summary>
    public sealed record NoAddress : PrintOutcome;

    public sealed record NotPrintable(IReadOnlyList<UnprintableCharacter> Characters) : PrintOutcome;

    public sealed record LabelTooSmall : PrintOutcome;
}
