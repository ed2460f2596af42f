using Tewatashi.Staff;

namespace Tewatashi.Lifecycle;

/// <summary>One row of a machine's table: from a state, by a step, to a state.</summary>
/// <param name="Needs">What else must hold, in the office's words; null where nothing.</param>
/// <param name="WhoMay">The permission of the member of staff who does it; null where the resident or the system does.</param>
public sealed record Transition<TState, TStep>(TState From, TStep Step, TState To, string? Needs = null, Permission? WhoMay = null)
    where TState : struct, Enum
    where TStep : struct, Enum;
