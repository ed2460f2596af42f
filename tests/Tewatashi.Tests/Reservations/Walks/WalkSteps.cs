namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>What people do in a walk, and how often.</summary>
internal sealed class WalkSteps(IReadOnlyList<WalkSteps.Step> all)
{
    public sealed record Step(string Name, int Weight, Func<Walker, Task<string>> RunAsync);

    /// <summary>Everything that happens to reservations.</summary>
    public static readonly WalkSteps OfReservations = new(
    [
        .. ResidentSteps.All, .. DeskSteps.All, .. ErrandSteps.All, .. ArrivalSteps.All, .. CalendarSteps.All, .. SingleDaySteps.All, .. OutageSteps.All, .. WaitingSteps.All, .. MailSteps.All,
    ]);

    private readonly int sum = all.Sum(step => step.Weight);

    public Step Choose(Random random)
    {
        var at = random.Next(sum);
        foreach (var step in all)
        {
            if ((at -= step.Weight) < 0) return step;
        }

        return all[^1];
    }
}
