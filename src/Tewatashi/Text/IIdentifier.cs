using System.Diagnostics.CodeAnalysis;

namespace Tewatashi.Text;

/// <summary>An identifier of the real world with exactly one canonical stored form.</summary>
public interface IIdentifier<TSelf>
    where TSelf : class, IIdentifier<TSelf>
{
    /// <summary>The canonical form: what is stored, compared and hashed.</summary>
    string Value { get; }

    /// <summary>The form people read.</summary>
    string Display { get; }

    /// <summary>Reads what a person or a file wrote; tolerant of width, case and grouping where the identifier allows it.</summary>
    static abstract bool TryParse(string? text, [NotNullWhen(true)] out TSelf? value);

    /// <summary>For stored values and code. The exception never repeats the text: it may be personal.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    static abstract TSelf Parse(string text);
}
