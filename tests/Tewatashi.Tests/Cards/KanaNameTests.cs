using System.Text;
using CsCheck;
using Tewatashi.Cards;
using Tewatashi.Text;

namespace Tewatashi.Tests.Cards;

public sealed class KanaNameTests
{
    private const string Half = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ･";
    private const string Full = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー・";

    private static readonly Gen<string> Rich = Gen.String[
        Gen.Frequency(
            (8, Gen.Char['ァ', 'ヺ']),
            (6, Gen.Char['ぁ', 'ゖ']),
            (6, Gen.Char['ｦ', 'ﾟ']),
            (4, Gen.OneOf(Gen.Char['A', 'Z'], Gen.Char['a', 'z'], Gen.Char['Ａ', 'Ｚ'])),
            (3, Gen.OneOf('ー', '-', '‐', '―', '−', '－', 'ｰ', '─', '一', '–')),
            (3, Gen.OneOf(' ', '　', '\u2003', '\u00A0')),
            (1, Gen.OneOf('・', '･', 'ヽ', 'ゝ', 'ゞ', '\'', '＇', '.', ',', '，', 'ゟ', '㌔', '゛', '\u3099'))),
        0, 24];

    [Theory]
    [InlineData("タムラ　ユウト", "タムラ　ユウト")]
    [InlineData("ﾆｼﾑﾗ ﾊﾅｺ", "ニシムラ　ハナコ")]
    [InlineData("ﾔﾏﾓﾄ ﾁﾂﾞﾙ", "ヤマモト　チヅル")]
    [InlineData("ﾊｼﾓﾄ ｳﾞｧｲｵﾚｯﾄ", "ハシモト　ヴァイオレット")]
    [InlineData("やまだ  たろう", "ヤマダ　タロウ")]
    [InlineData(" みすゞ\u3000\u3000かねこ ", "ミスヾ　カネコ")]
    [InlineData("LEE MIN-JUN", "LEE　MIN-JUN")]
    [InlineData("ｌｅｅ　ｍｉｎ－ｊｕｎ", "LEE　MIN-JUN")]
    [InlineData("Lee MinｰJun", "LEE　MIN-JUN")]
    [InlineData("LEE　MINーJUN", "LEE　MIN-JUN")]
    [InlineData("GARCIA LOPEZ, MARIA", "GARCIA　LOPEZ,　MARIA")]
    [InlineData("O'BRIEN KATE", "O'BRIEN　KATE")]
    [InlineData("ス-ザン", "スーザン")]
    [InlineData("ス−ザン", "スーザン")]
    [InlineData("ス―ザン", "スーザン")]
    [InlineData("ス─ザン", "スーザン")]
    [InlineData("ス－ザン", "スーザン")]
    [InlineData("すーざん", "スーザン")]
    [InlineData("ス一ザン", "スーザン")]
    [InlineData("スｰザン", "スーザン")]
    [InlineData("マリア・ルイサ", "マリア・ルイサ")]
    [InlineData("ﾏﾘｱ･ﾙｲｻ", "マリア・ルイサ")]
    [InlineData("ヷヸヹヺ", "ヷヸヹヺ")]
    public void Name_has_one_stored_form(string written, string stored)
    {
        Assert.True(KanaName.TryParse(written, out var name, out var problem), problem);
        Assert.Equal(stored, name.Value);
    }

    [Theory]
    [InlineData("山田", "「山」(U+5C71)")]
    [InlineData("タロウ1", "「1」(U+0031)")]
    [InlineData("ｱﾞ", "「゛」(U+3099)")]
    [InlineData("ア\u309A", "「゜」(U+309A)")]
    [InlineData("ア゛", "「゛」(U+3099)")]
    [InlineData("㈱ミホン", "「(」(U+0028)")]
    [InlineData("ア〜ア", "「〜」(U+301C)")]
    [InlineData("A−", "「−」(U+2212)")]
    [InlineData("ス一", "「一」(U+4E00)")]
    [InlineData("RENÉ", "「É」(U+00C9)")]
    [InlineData("ア𠮷", "「𠮷」(U+20BB7)")]
    [InlineData("ア\tイ", "U+0009")]
    [InlineData("ア\u202Eイ", "U+202E")]
    [InlineData("ア\u200Bイ", "U+200B")]
    [InlineData("\uFEFFア", "U+FEFF")]
    [InlineData("ア\uE000", "U+E000")]
    [InlineData("ア\U000F0000", "U+F0000")]
    [InlineData("ア\0", "U+0000")]
    [InlineData("ア\n", "U+000A")]
    public void Refusal_names_the_character(string written, string named)
    {
        Assert.False(KanaName.TryParse(written, out _, out var problem));
        Assert.Contains(named, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Lone_surrogate_is_refused_and_the_message_stays_well_formed()
    {
        // Built at run time: a lone half cannot stand in the name of a test.
        foreach (var broken in new[] { "ア" + '\uD842', '\uDFB7' + "ア", "" + '\uD842' + '\uD842' })
        {
            Assert.False(KanaName.TryParse(broken, out _, out var problem));
            Assert.Contains("壊れています", problem, StringComparison.Ordinal);
            Assert.DoesNotContain(problem, char.IsSurrogate);
        }
    }

    [Theory]
    [InlineData(null, "入力してください")]
    [InlineData("", "入力してください")]
    [InlineData(" 　", "1文字もありません")]
    [InlineData("-", "1文字もありません")]
    [InlineData("ー・", "1文字もありません")]
    public void Name_without_a_letter_is_refused(string? written, string says)
    {
        Assert.False(KanaName.TryParse(written, out _, out var problem));
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Kana_ends_at_80_latin_at_100_and_any_input_at_200()
    {
        Assert.True(KanaName.TryParse(new string('ア', 80), out _));
        Assert.False(KanaName.TryParse(new string('ア', 81), out _));
        Assert.False(KanaName.TryParse(new string('A', 80) + "ア", out _));
        Assert.True(KanaName.TryParse(new string('A', 100), out _));
        Assert.False(KanaName.TryParse(new string('a', 101), out _));
        Assert.True(KanaName.TryParse(new string(' ', 199) + "ア", out _));
        Assert.False(KanaName.TryParse(new string(' ', 200) + "ア", out _));
    }

    [Fact]
    public void Normalizing_twice_is_normalizing_once() => Rich.Sample(text =>
    {
        if (KanaName.TryParse(text, out var once))
            Assert.Equal(once.Value, KanaName.Parse(once.Value).Value);
    }, iter: 20000);

    [Fact]
    public void Output_lies_in_the_allowed_set() => Gen.OneOf(Rich, Gen.String).Sample(text =>
    {
        if (!KanaName.TryParse(text, out var name, out var problem))
        {
            Assert.NotEmpty(problem);
            return;
        }

        Assert.All(name.Value, c => Assert.True(
            c is (>= '\u30A1' and <= '\u30FA') or 'ー' or '・' or 'ヽ' or 'ヾ' or (>= 'A' and <= 'Z') or '-' or '\'' or '.' or ',' or '\u3000'));
        Assert.InRange(name.Value.Length, 1, 100);
        Assert.Equal(name.Value, name.Value.Trim());
        Assert.DoesNotContain("\u3000\u3000", name.Value, StringComparison.Ordinal);
    }, iter: 20000);

    [Fact]
    public void Half_and_full_width_are_the_same_name() =>
        Gen.String[Gen.OneOf(Gen.Int[0, Full.Length - 1].Select(i => Full[i]), Gen.OneOf('ガ', 'ヴ', 'パ', '　', 'A', 'Ｚ', '-')), 1, 24].Sample(text =>
        {
            var full = KanaName.TryParse(text, out var fullName);
            var half = KanaName.TryParse(ToHalf(text), out var halfName);
            Assert.Equal(full, half);
            Assert.Equal(fullName, halfName);
        }, iter: 5000);

    [Fact]
    public void Hiragana_and_katakana_are_the_same_name() =>
        Gen.String[Gen.Char['ぁ', 'ゖ'], 1, 20].Sample(hiragana =>
            KanaName.Parse(hiragana) == KanaName.Parse(string.Concat(hiragana.Select(c => (char)(c + 0x60)))));

    [Theory]
    [InlineData("ヴァイオレット", "バイオレツト")]
    [InlineData("ヴアイオレット", "バイオレツト")]
    [InlineData("ヴィ ヴ ヴェ ヴォ", "ビブベボ")]
    [InlineData("ヴ", "ブ")]
    [InlineData("チヅル", "チズル")]
    [InlineData("ヂヲヰヱ", "ジオイエ")]
    [InlineData("スーザン・マリー", "スザンマリ")]
    [InlineData("キョウ シャッ", "キヨウシヤツ")]
    [InlineData("ヵヶヮ", "カケワ")]
    [InlineData("ァィゥェォッャュョ", "アイウエオツヤユヨ")]
    [InlineData("LEE MIN-JUN", "LEEMINJUN")]
    [InlineData("O'BRIEN", "O'BRIEN")]
    public void Strict_key_hears_alike_what_sounds_alike(string name, string key) =>
        Assert.Equal(key, KanaName.Parse(name).StrictKey);

    [Theory]
    [InlineData("ヤマザキ", "ヤマサキ")]
    [InlineData("バパハ", "ハハハ")]
    [InlineData("ヴァイオレット", "ハイオレツト")]
    [InlineData("チヅル", "チスル")]
    [InlineData("ヷヸヹヺヾ", "ワイエオヽ")]
    [InlineData("O'BRIEN", "OBRIEN")]
    [InlineData("GARCIA LOPEZ, MARIA", "GARCIALOPEZMARIA")]
    public void Loose_key_drops_voicing_marks_too(string name, string key) =>
        Assert.Equal(key, KanaName.Parse(name).LooseKey);

    [Fact]
    public void Keys_are_never_empty_and_same_strict_means_same_loose() => Gen.Select(Rich, Rich).Sample((a, b) =>
    {
        if (!KanaName.TryParse(a, out var one))
            return;
        Assert.NotEmpty(one.StrictKey);
        Assert.NotEmpty(one.LooseKey);
        if (KanaName.TryParse(one.StrictKey, out var key))
        {
            Assert.Equal(one.StrictKey, key.StrictKey);
            Assert.Equal(one.LooseKey, key.LooseKey);
        }

        if (KanaName.TryParse(b, out var two) && one.StrictKey == two.StrictKey)
            Assert.Equal(one.LooseKey, two.LooseKey);
    }, iter: 20000);

    [Fact]
    public void Canonical_name_keeps_its_string()
    {
        const string canonical = "タムラ　ユウト";
        Assert.Same(canonical, KanaName.Parse(canonical).Value);
    }

    [Fact]
    public void Text_in_a_log_shows_nothing_of_it() => Assert.Equal(Personal.Mask, $"{KanaName.Parse("タムラ　ユウト")}");

    private static string ToHalf(string text)
    {
        var half = new StringBuilder();
        // Decomposed, a voiced kana is its base and U+3099 or U+309A, as the half-width set writes it.
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            var index = Full.IndexOf(c, StringComparison.Ordinal);
            half.Append(c switch
            {
                '\u3099' => 'ﾞ',
                '\u309A' => 'ﾟ',
                '　' => ' ',
                'Ｚ' => 'Z',
                _ => index < 0 ? c : Half[index],
            });
        }

        return half.ToString();
    }
}
