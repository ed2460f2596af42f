using System.Text;
using Tewatashi.Text;

namespace Tewatashi.Tests.Text;

public sealed class SpreadsheetFileTests
{
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932) ?? throw new InvalidOperationException("No CP932.");

    [Fact]
    public void Utf8_begins_with_its_mark_and_carries_every_character()
    {
        var file = new SpreadsheetFile(SpreadsheetEncoding.Utf8, ["名"]);
        file.Add(["𠮷é〜"]);

        Assert.Equal("\uFEFF名\r\n𠮷é〜\r\n", Encoding.UTF8.GetString(file.ToArray()));
    }

    [Fact]
    public void Cp932_has_no_mark_and_its_own_forms_of_four_characters()
    {
        var file = new SpreadsheetFile(SpreadsheetEncoding.Cp932, ["名", "数"]);
        file.Add(["あ〜い−う—え‖お", "+1"]);

        Assert.Equal("名,数\r\nあ～い－う―え∥お,'+1\r\n", Cp932.GetString(file.ToArray()));
        Assert.Null(file.Unwritable);
    }

    [Theory]
    [InlineData("é", "U+00E9")]
    [InlineData("𠮷", "U+20BB7")]
    [InlineData("ヷ", "U+30F7")]
    public void Character_that_Cp932_cannot_carry_is_named_by_row_and_column_and_nothing_is_handed_out(string character, string codePoint)
    {
        var file = new SpreadsheetFile(SpreadsheetEncoding.Cp932, ["番号", "名"]);
        file.Add(["1", "よい名"]);
        file.Add(["2", $"あ{character}い"]);
        file.Add(["3", "𠮷"]);

        Assert.Equal(new UnwritableCell(2, "名", character), file.Unwritable);
        Assert.Equal(codePoint, file.Unwritable!.CodePoint); // just seen
        Assert.Throws<InvalidOperationException>(file.ToArray);
    }
}
