namespace Tewatashi.HandOver.Post;

/// <summary>Which cards of the mail route a list shows.</summary>
public enum PostFilter
{
    /// <summary>郵送済, neither delivered nor back.</summary>
    InPost,

    /// <summary>交付前設定済, waiting for 暗証番号設定.</summary>
    ToSetPin,

    /// <summary>暗証番号設定済, waiting for the post.</summary>
    ToPost,

    /// <summary>保留 or 要追記: not by post as things stand.</summary>
    Stopped,
}

public static class PostFilterNames
{
    public static string Name(this PostFilter filter) => filter switch
    {
        PostFilter.InPost => "配達待ち",
        PostFilter.ToSetPin => "暗証番号設定待ち",
        PostFilter.ToPost => "郵送待ち",
        PostFilter.Stopped => "保留・要追記",
    };
}
