using Tewatashi.Cards;

namespace Tewatashi.HandOver.Post;

/// <summary>What names a card that is in the post: the label on its sleeve, 製造管理番号 typed, or its 引受番号.</summary>
public abstract record PostedCode
{
    private PostedCode()
    {
    }

    public sealed record Serial(SerialNumber Number) : PostedCode;

    public sealed record Tracking(TrackingNumber Number) : PostedCode;
}
