using System.Text;
using CsCheck;
using Tewatashi.Imports;
using static Tewatashi.Tests.Imports.ShipmentText;

namespace Tewatashi.Tests.Imports;

public sealed class ShipmentFileFuzzTests
{
    private const string Marker = "ｦﾏｰｶｰ";

    private static readonly byte[] Whole = Cp932.GetBytes(File(
        Row(1), Row(2, kana: "\"ミホン, ハナコ\""), Row(3, kana: "XQZ"), Row(4, kana: "ｦﾏｰｶｰ○"), Row(5, birthday: "昭和59年6月9日"), Row(1)));

    private static readonly byte[] Pieces =
        [0, 9, 10, 13, (byte)'"', (byte)',', (byte)'=', (byte)'0', (byte)'9', (byte)'-', 0x81, 0x83, 0xE3, 0xEF, 0xFE, 0xFF, 0x40, 0x7F];

    [Fact]
    public async Task A_file_however_damaged_ends_with_one_verdict_and_tells_nothing_of_itself() =>
        await Gen.Select(Gen.Int[0, 2], Gen.Int[0, Whole.Length - 1], Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece])).Array[1, 12]
            .SampleAsync(async damages =>
            {
                var bytes = Whole.ToList();
                foreach (var (kind, place, value) in damages.Where(damage => damage.Item2 < bytes.Count))
                {
                    Damage(bytes, kind, place, value);
                }

                var readings = await ReadAsync([.. bytes]);
                Assert.IsType<FileVerdict>(readings[^1], exactMatch: false);
                Assert.Single(readings.OfType<FileVerdict>());
                var told = Told(readings).Normalize(NormalizationForm.FormKC);
                Assert.DoesNotContain(Marker.Normalize(NormalizationForm.FormKC), told, StringComparison.Ordinal);
                Assert.DoesNotContain("00000000000", told, StringComparison.Ordinal);
                Assert.DoesNotContain("ハナコ", told, StringComparison.Ordinal);
                Assert.All(readings.OfType<RowRefused>(), refused => Assert.InRange(refused.Line, 2, bytes.Count));
                Assert.All(readings.OfType<RowRefused>(), refused => Assert.NotEmpty(refused.Problems));
            }, iter: 3_000);

    private static void Damage(List<byte> bytes, int kind, int place, byte value)
    {
        switch (kind)
        {
            case 0:
                bytes[place] = value;
                break;
            case 1:
                bytes.Insert(place, value);
                break;
            case 2 when place % 7 == 0:
                bytes.RemoveRange(place, bytes.Count - place);
                break;
            case 2:
                bytes.RemoveAt(place);
                break;
        }
    }

    /// <summary>Everything a person would be shown about the file. A damaged header may itself be shown, as a header.</summary>
    private static string Told(IEnumerable<ShipmentReading> readings) => string.Concat(readings.Select(reading => reading switch
    {
        RowRefused refused => string.Concat(refused.Problems.Select(problem => problem.Reason)),
        RowRead read => string.Concat(read.Warnings.Select(warning => warning.Reason)),
        FileRefused refused => refused.Reason,
        _ => "",
    }));
}
