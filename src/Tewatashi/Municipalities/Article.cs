using Tewatashi.Data;

namespace Tewatashi.Municipalities;

/// <summary>One notice to the public (お知らせ) or one question with its answer (よくある質問).</summary>
public sealed class Article : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required ArticleKind Kind { get; init; }
    public required string Title { get; set; }
    public required string Body { get; set; }
    public required DateOnly PublishedOn { get; set; }

    /// <summary>Order on the page, lowest first.</summary>
    public int Position { get; set; }
}
