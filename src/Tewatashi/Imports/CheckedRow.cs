using Tewatashi.Cards;

namespace Tewatashi.Imports;

/// <summary>What a row of a file means for what the system holds.</summary>
internal abstract record CheckedRow(int Line);

/// <summary>A card the system does not know yet.</summary>
/// <param name="Names">The items as they will be stored.</param>
internal sealed record RowToAdd(ShipmentRow Row, ApplicantNames Names, byte[] Fingerprint, IReadOnlyList<RowProblem> Warnings) : CheckedRow(Row.Line);

/// <summary>This import added the card before it was interrupted.</summary>
internal sealed record RowAddedBefore(int Line, IReadOnlyList<RowProblem> Warnings) : CheckedRow(Line);

/// <summary>The system, or an earlier row, says the same.</summary>
internal sealed record RowUnchanged(int Line) : CheckedRow(Line);

/// <summary>A row that is not taken.</summary>
internal sealed record RowNotTaken(int Line, IReadOnlyList<RowProblem> Problems) : CheckedRow(Line);
