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

public static class NoticeFormNames
{
    public static string Name(this NoticeForm form) => form switch
    {
        NoticeForm.Label => "はがきに貼るラベル",
        NoticeForm.Guide => "A4の案内",
        NoticeForm.LargeGuide => "A4の案内(18ポイント)",
    };
}
