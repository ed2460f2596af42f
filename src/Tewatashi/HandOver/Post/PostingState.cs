namespace Tewatashi.HandOver.Post;

/// <summary>How a sending by post stands.</summary>
public enum PostingState
{
    /// <summary>郵送済: at the post, or on its way.</summary>
    Posted,

    /// <summary>配達済 (= 交付済).</summary>
    Delivered,

    /// <summary>返戻: back here, and for the counter from now on.</summary>
    Returned,
}

public static class PostingStateNames
{
    public static string Name(this PostingState state) => state switch
    {
        PostingState.Posted => "郵送済",
        PostingState.Delivered => "配達済",
        PostingState.Returned => "返戻",
    };
}
