using System.Buffers;
using System.Text;
using Tewatashi.Imports;

namespace Tewatashi.Tests.Imports;

public sealed class Cp932DecodingTests
{
    private static readonly Encoding Platform = CodePagesEncodingProvider.Instance.GetEncoding(
        932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    [Fact]
    public void Every_character_of_the_code_page_reads_as_the_platform_reads_it()
    {
        var compared = 0;
        for (var lead = 0; lead <= 0xFF; lead++)
        {
            for (var trail = 0x40; trail <= 0xFC; trail++)
            {
                byte[] pair = [(byte)lead, (byte)trail];
                if (Decode(pair) is { Status: OperationStatus.Done, Text: var text })
                {
                    Assert.Equal(Platform.GetString(pair), text);
                    compared++;
                }
            }
        }

        Assert.True(compared > 128 * 60 + 9_000);
    }

    [Theory]
    [InlineData(new byte[] { 0x81 }, OperationStatus.InvalidData, 0)]
    [InlineData(new byte[] { 0x41, 0x81, 0x20 }, OperationStatus.InvalidData, 1)]
    [InlineData(new byte[] { 0x80 }, OperationStatus.InvalidData, 0)]
    [InlineData(new byte[] { 0xB1, 0xFF }, OperationStatus.InvalidData, 1)]
    public void A_byte_that_begins_no_character_is_named_by_its_place(byte[] bytes, OperationStatus status, int place)
    {
        var decoded = Decode(bytes);
        Assert.Equal((status, place), (decoded.Status, decoded.Used));
    }

    [Fact]
    public void Half_a_character_waits_for_the_rest()
    {
        Span<char> characters = stackalloc char[4];
        var status = Cp932Decoding.Instance.Decode([0x41, 0x83], characters, isEnd: false, out var used, out var written);
        Assert.Equal((OperationStatus.NeedMoreData, 1, 1), (status, used, written));
    }

    private static (OperationStatus Status, int Used, string Text) Decode(byte[] bytes)
    {
        var characters = new char[8];
        var status = Cp932Decoding.Instance.Decode(bytes, characters, isEnd: true, out var used, out var written);
        return (status, used, new string(characters, 0, written));
    }
}
