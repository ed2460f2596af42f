using Tewatashi.Cards;
using Tewatashi.Text;

namespace Tewatashi.Notices;

/// <summary>What a scanner or a person gave to name a notice.</summary>
public abstract record NoticeCode
{
    private NoticeCode()
    {
    }

    /// <summary>Our QR, or the 受付番号 typed.</summary>
    public sealed record Reception(ReceptionNumber Number) : NoticeCode;

    /// <summary>製造管理番号 of the maker's postcard or of the sleeve.</summary>
    public sealed record Serial(SerialNumber Number) : NoticeCode;

    /// <summary>A 個人番号: dropped at once, it is no item of this system. Nothing of it is kept here.</summary>
    public sealed record Forbidden : NoticeCode;

    public sealed record Unreadable : NoticeCode;

    public static NoticeCode Read(string? text) => text switch
    {
        _ when IndividualNumber.IsIndividualNumber(text) => new Forbidden(),
        _ when NoticeUrl.NumberIn(text) is { } scanned => new Reception(scanned),
        _ when ReceptionNumber.TryParse(text, out var typed) => new Reception(typed),
        _ when SerialNumber.TryParse(text, out var serial) => new Serial(serial),
        _ => new Unreadable(),
    };
}
