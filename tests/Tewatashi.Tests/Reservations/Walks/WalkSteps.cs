namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>Everything that people do to reservations, and how often.</summary>
internal static class WalkSteps
{
    public sealed record Step(string Name, int Weight, Func<Walker, Task<string>> RunAsync);

    public static readonly IReadOnlyList<Step> All =
    [
        .. ResidentSteps.All, .. DeskSteps.All, .. ErrandSteps.All, .. ArrivalSteps.All, .. CalendarSteps.All, .. SingleDaySteps.All, .. OutageSteps.All, .. WaitingSteps.All, .. MailSteps.All,
    ];

    private static readonly int Sum = All.Sum(step => step.Weight);

    public static Step Choose(Random random)
    {
        var at = random.Next(Sum);
        foreach (var step in All)
        {
            if ((at -= step.Weight) < 0) return step;
        }

        return All[^1];
    }
}
