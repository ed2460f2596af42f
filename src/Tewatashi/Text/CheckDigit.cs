namespace Tewatashi.Text;

/// <summary>
/// Check digit of the numbers we make, by H. Michael Damm (2004): catches every single wrong digit and every swap of neighbours.
/// </summary>
public static class CheckDigit
{
    // Damm's totally anti-symmetric quasigroup of order 10: row = state, column = digit.
    private static ReadOnlySpan<byte> Table =>
    [
        0, 3, 1, 7, 5, 9, 8, 6, 4, 2,
        7, 0, 9, 2, 1, 5, 4, 8, 6, 3,
        4, 2, 0, 6, 8, 7, 1, 3, 5, 9,
        1, 7, 5, 0, 9, 8, 3, 4, 2, 6,
        6, 1, 2, 3, 0, 4, 5, 9, 7, 8,
        3, 6, 7, 4, 2, 0, 9, 5, 8, 1,
        5, 8, 6, 9, 7, 2, 0, 1, 3, 4,
        8, 9, 4, 5, 3, 6, 2, 0, 1, 7,
        9, 4, 3, 8, 6, 1, 7, 2, 0, 5,
        2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
    ];

    /// <summary>The digit to put behind these digits (0-9 only).</summary>
    public static char For(ReadOnlySpan<char> digits)
    {
        var state = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                throw new ArgumentException("Only the digits 0 to 9.", nameof(digits));
            state = Table[(state * 10) + (c - '0')];
        }

        return (char)('0' + state);
    }

    /// <summary>Whether the last digit is the check digit of those before it.</summary>
    public static bool Fits(ReadOnlySpan<char> digits) =>
        digits.Length > 1 && !digits.ContainsAnyExceptInRange('0', '9') && For(digits[..^1]) == digits[^1];
}
