using Tewatashi.Notices;

namespace Tewatashi.Tests.Notices;

public sealed class ReceptionNumberTests
{
    [Fact]
    public void New_number_reads_back_from_what_is_printed()
    {
        for (var i = 0; i < 500; i++)
        {
            var number = ReceptionNumber.New();
            Assert.Equal(number, ReceptionNumber.Parse(number.Display));
            Assert.Equal(10, number.Value.Length);
        }
    }

    [Fact]
    public void Swapped_neighbours_are_refused()
    {
        var right = ReceptionNumber.New().Value;
        for (var i = 1; i < right.Length; i++)
        {
            if (right[i] != right[i - 1])
                Assert.False(ReceptionNumber.TryParse(right[..(i - 1)] + right[i] + right[i - 1] + right[(i + 1)..], out _));
        }
    }
}
