using Tewatashi.Storage;

namespace Tewatashi.Tests.Storage;

public sealed class LocationPathTests
{
    [Theory]
    [InlineData("1-V1")]
    [InlineData("H--01")]
    [InlineData("H-V1-00003")]
    [InlineData("H-V1-01-01-01-01")]
    [InlineData("MIH-000001")]
    [InlineData("庁舎-1")]
    [InlineData("-H")]
    public void Text_that_is_no_path_is_refused(string text)
    {
        Assert.False(LocationPath.TryParse(text, out _));
    }

    [Fact]
    public void Paths_sort_in_walking_order()
    {
        var vault = LocationPath.Parse("h-v1");
        var boxes = new[] { vault.Inside(10).Inside(2), vault.Inside(2).Inside(11), vault.Inside(2).Inside(9) };

        Assert.Equal(["H-V1-02-09", "H-V1-02-11", "H-V1-10-02"], boxes.Select(box => box.Value).Order(StringComparer.Ordinal));
        Assert.Equal(["H", "H-V1", "H-V1-02", "H-V1-02-09"], boxes[2].WayIn);
    }
}
