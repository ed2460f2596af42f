using System.Text;

namespace Tewatashi.Papers;

/// <summary>
/// What one notice shows of one card: numbers, never a name. The password is readable here and nowhere else, so a log or an
/// exception that prints this record must not show it.
/// </summary>
/// <param name="SerialDisplay">製造管理番号 as people read it.</param>
/// <param name="ReceptionDisplay">受付番号, grouped.</param>
/// <param name="PasswordDisplay">受付パスワード, 4 + 4.</param>
/// <param name="DeadlineText">The last day, for example 「令和9年2月1日まで」.</param>
/// <param name="Url">The resident face with the number filled in; goes into the QR only.</param>
public sealed record NoticePaper(string SerialDisplay, string ReceptionDisplay, string PasswordDisplay, string DeadlineText, string Url)
{
    /// <summary>
    /// The characters the shown values are made of. Fixed, because the font of a whole run is cut before its first notice is
    /// known; a value with another character is a mistake in the program.
    /// </summary>
    public const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-/ ()（）令和元年月日火水木金土まで";

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(nameof(SerialDisplay)).Append(" = ").Append(SerialDisplay);
        return true;
    }
}
