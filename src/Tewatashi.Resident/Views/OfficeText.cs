using Tewatashi.Municipalities;
using Tewatashi.Resident.Resources;
using Tewatashi.Text;

namespace Tewatashi.Resident.Views;

/// <summary>
/// A text that the municipality words itself, in the language spoken. What it has not worded yet is translated; its own words are shown
/// as it wrote them, and said to be so.
/// </summary>
/// <param name="IsForeign">Written in another language than the page's.</param>
public sealed record OfficeText(string Body, bool IsForeign)
{
    public static readonly OfficeText None = new("", false);

    public static OfficeText Of(TextKey key, string body) =>
        Language.Current.IsJapanese || body.Length == 0 ? new(body, false)
        : body == DefaultTexts.All[key] && Translated(key) is { } translated ? new(translated, false)
        : new(body, true);

    /// <summary>An article has one language, the office's.</summary>
    public static bool ArticlesAreForeign => !Language.Current.IsJapanese;

    private static string? Translated(TextKey key) => key switch
    {
        TextKey.PurposeOfUse => ResidentTexts.DefaultPurpose,
        TextKey.Welcome => ResidentTexts.DefaultWelcome,
        TextKey.CannotCome => ResidentTexts.DefaultCannotCome,
        TextKey.Access => ResidentTexts.DefaultAccess,
        TextKey.WhatToBring or TextKey.NoticeOpening or TextKey.ReminderOpening or TextKey.NoticeSender => null,
        _ => null,
    };
}
