namespace Tewatashi.Municipalities;

/// <summary>What a municipality publishes on the resident face.</summary>
public enum ArticleKind
{
    /// <summary>お知らせ.</summary>
    News,

    /// <summary>よくある質問.</summary>
    Faq,
}
