using System.Globalization;
using Tewatashi.Time;

namespace Tewatashi.Lists;

/// <summary>What stands in a column of one row.</summary>
/// <param name="Link">Null where it leads nowhere.</param>
public sealed record ListCell(object? Value, string? Link, ListTone Tone)
{
    /// <summary>As a file for a spreadsheet has it.</summary>
    public string? InFile => Value switch
    {
        null => null,
        string text => text,
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTimeOffset at => string.Create(CultureInfo.InvariantCulture, $"{JapanTime.DateOf(at):yyyy-MM-dd} {JapanTime.TimeOf(at):HH:mm}"),
        var other => throw new InvalidOperationException($"A list cannot write {other.GetType().Name}."),
    };
}

/// <summary>One row as it is shown or written, a cell for each column of the list.</summary>
/// <param name="CardId">The card that it names; null where it names none.</param>
public sealed record ListLine(Guid Id, Guid? CardId, IReadOnlyList<ListCell> Cells);
