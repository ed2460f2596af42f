using Tewatashi.Text;

namespace Tewatashi.Time;

/// <summary>
/// Reads the written forms of a date: 2026-04-01, 2026/4/1, 20260401, 2026年4月1日, 令和8年4月1日, without a year 04-01 and 4月1日, and in files
/// R8.4.1. By hand rather than with the platform's Japanese calendar, which takes 平成31年5月1日 and 昭和64年1月8日.
/// </summary>
internal static class DateText
{
    public static bool TryRead(string? text, bool shortEras, out DateParts parts)
    {
        parts = default;
        if (Typed.Line(text) is not { } line)
            return false;
        // Forms print 令和 8年 4月 1日 with gaps.
        if (line.Contains('月', StringComparison.Ordinal))
            line = line.Replace(" ", "", StringComparison.Ordinal);

        return TryReadEra(line, shortEras, out parts) || TryReadPlain(line, out parts);
    }

    private static bool TryReadEra(string line, bool shortEras, out DateParts parts)
    {
        parts = default;
        foreach (var era in Eras.All)
        {
            var scanner = new Scanner(line);
            int month, day;
            if (scanner.Take(era.Name))
            {
                if (!scanner.EraYear(out var year) || !scanner.Take("年") || !TryMonthDay(ref scanner, out month, out day))
                    return false;
                parts = new(era.GregorianYear(year), month, day);
            }
            else if (shortEras && char.ToUpperInvariant(line[0]) == era.Letter)
            {
                scanner.Skip();
                if (!scanner.EraYear(out var year) || !scanner.Separator(out var separator) || !scanner.Number(1, 2, out month)
                    || !scanner.Take(separator) || !scanner.Number(1, 2, out day) || !scanner.AtEnd)
                    return false;
                parts = new(era.GregorianYear(year), month, day);
            }
            else
            {
                continue;
            }

            if (!parts.CanExist())
                return false;
            // A date that does not format back to the same era was never written by a calendar.
            var (first, last) = parts.Span();
            return last >= era.From && first <= era.To;
        }

        return false;
    }

    private static bool TryReadPlain(string line, out DateParts parts)
    {
        parts = default;
        var scanner = new Scanner(line);
        if (!scanner.Number(1, 8, out var number, out var digits))
            return false;

        if (digits == 8)
        {
            parts = new(number / 10000, number / 100 % 100, number % 100);
            return scanner.AtEnd && parts.CanExist();
        }

        int year = 0, month, day;
        if (digits == 4)
        {
            year = number;
            if (scanner.Take("年"))
            {
                if (!TryMonthDay(ref scanner, out month, out day))
                    return false;
            }
            else if (!scanner.Separator(out var separator) || separator == '.' || !scanner.Number(1, 2, out month)
                || !scanner.Take(separator) || !scanner.Number(1, 2, out day) || !scanner.AtEnd)
            {
                return false;
            }
        }
        else if (digits <= 2)
        {
            scanner = new Scanner(line);
            if (!TryMonthDay(ref scanner, out month, out day))
            {
                scanner = new Scanner(line);
                if (!scanner.Number(1, 2, out month) || !scanner.Separator(out var separator) || separator == '.'
                    || !scanner.Number(1, 2, out day) || !scanner.AtEnd)
                    return false;
            }
        }
        else
        {
            return false;
        }

        parts = new(year, month, day);
        return parts.CanExist();
    }

    private static bool TryMonthDay(ref Scanner scanner, out int month, out int day)
    {
        day = 0;
        return scanner.Number(1, 2, out month) && scanner.Take("月") && scanner.Number(1, 2, out day) && scanner.Take("日")
            && scanner.AtEnd;
    }

    private ref struct Scanner(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public readonly bool AtEnd => _rest.IsEmpty;

        public void Skip() => _rest = _rest[1..];

        public bool Take(ReadOnlySpan<char> expected)
        {
            if (!_rest.StartsWith(expected, StringComparison.Ordinal))
                return false;
            _rest = _rest[expected.Length..];
            return true;
        }

        public bool Take(char separator) => Separator(out var found) && found == separator;

        /// <summary>A hyphen of any kind, a slash or a dot.</summary>
        public bool Separator(out char separator)
        {
            separator = AtEnd ? '\0' : Typed.IsHyphen(_rest[0]) ? '-' : _rest[0];
            if (separator is not ('-' or '/' or '.'))
                return false;
            Skip();
            return true;
        }

        /// <summary>元 or a year from 1.</summary>
        public bool EraYear(out int year)
        {
            year = 1;
            return Take("元") || (Number(1, 2, out year) && year > 0);
        }

        public bool Number(int fewest, int most, out int number) => Number(fewest, most, out number, out _);

        public bool Number(int fewest, int most, out int number, out int digits)
        {
            number = 0;
            digits = 0;
            while (digits < _rest.Length && char.IsAsciiDigit(_rest[digits]))
            {
                if (digits == most)
                    return false;
                number = (number * 10) + (_rest[digits] - '0');
                digits++;
            }

            _rest = _rest[digits..];
            return digits >= fewest;
        }
    }
}
