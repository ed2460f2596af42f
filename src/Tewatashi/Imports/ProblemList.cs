using Tewatashi.Data;

namespace Tewatashi.Imports;

/// <summary>The problems of an import that are kept for its page: the first of the file, up to a limit that no person reads through.</summary>
public static class ProblemList
{
    /// <summary>How many problems of one import are kept; the report of the command has them all.</summary>
    public const int Limit = 10_000;

    // No portion keeps more, so that portions do not share numbers.
    private const int PerPortion = Limit;

    internal static ImportProblem Entry(Work work, Guid importId, int portion, int index, (bool Refused, RowProblem Problem) found) => new()
    {
        Municipality = work.Municipality,
        ImportId = importId,
        Ordinal = (portion * PerPortion) + index,
        Refused = found.Refused,
        Line = found.Problem.Line,
        Column = found.Problem.Column,
        Reason = found.Problem.Reason,
    };
}
