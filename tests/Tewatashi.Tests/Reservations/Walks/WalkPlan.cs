namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>Who walks and how far.</summary>
/// <param name="Actors">People at the same time.</param>
/// <param name="MostSteps">Of each in one sequence.</param>
internal sealed record WalkPlan(WalkSteps Steps, int Actors, int MostSteps)
{
    public static readonly WalkPlan OfReservations = new(WalkSteps.OfReservations, Actors: 4, MostSteps: 3);
}
