using Tewatashi.Imports;

namespace Tewatashi.Tests.Imports;

public sealed class SeenSerialsTests
{
    [Fact]
    public void Every_serial_number_is_found_again_with_its_line_and_content()
    {
        var seen = new SeenSerials();
        for (var number = 0; number < 100_000; number++)
        {
            Assert.True(seen.TryAdd(Serial(number), number + 2, (ulong)number * 7, out _, out _));
        }

        for (var number = 0; number < 100_000; number++)
        {
            Assert.False(seen.TryAdd(Serial(number), 1, (ulong)number * 7 + (ulong)(number % 2), out var line, out var isEqual));
            Assert.Equal((number + 2, number % 2 == 0), (line, isEqual));
        }
    }

    private static string Serial(int number) => $"{(char)('A' + number % 26)}Z{number % 10}{number:D6}";
}
