namespace Tewatashi.Notices;

/// <summary>On what a notice is printed.</summary>
public enum NoticeForm
{
    /// <summary>A label for the maker's postcard.</summary>
    Label,

    /// <summary>The A4 guide.</summary>
    Guide,

    /// <summary>The A4 guide in 18-point type.</summary>
    LargeGuide,
}
