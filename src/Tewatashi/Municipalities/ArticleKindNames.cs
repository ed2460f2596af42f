namespace Tewatashi.Municipalities;

/// <summary>What the office calls the kinds of article.</summary>
public static class ArticleKindNames
{
    public static string Name(this ArticleKind kind) => kind switch
    {
        ArticleKind.News => "お知らせ",
        ArticleKind.Faq => "よくある質問",
    };
}
