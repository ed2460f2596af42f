namespace Tewatashi.Reservations;

/// <summary>How far a municipality's set-up is.</summary>
/// <param name="FirstBookableOn">The first day on which a resident would find a seat on the internet now; null while there is none.</param>
/// <param name="FinishedAt">When an administrator ended the set-up; null before.</param>
public sealed record SetUpProgress(IReadOnlyList<SetUpStep> Steps, DateOnly? FirstBookableOn, DateTimeOffset? FinishedAt)
{
    /// <summary>The first matter that is still to do; what is not needed comes last by itself.</summary>
    public SetUpMatter? Next => Steps.FirstOrDefault(step => !step.Done)?.Matter;

    public bool CanFinish => Steps.All(step => step.Done || !step.Needed);
}
