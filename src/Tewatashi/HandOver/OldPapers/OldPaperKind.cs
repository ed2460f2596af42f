namespace Tewatashi.HandOver.OldPapers;

/// <summary>What is taken back at the hand-over. Never which certificate it was, nor its number.</summary>
public enum OldPaperKind
{
    /// <summary>通知カード.</summary>
    NotificationCard,

    /// <summary>住民基本台帳カード.</summary>
    RegisterCard,

    /// <summary>The 個人番号カード that the new one replaces.</summary>
    FormerCard,
}

public static class OldPaperKindNames
{
    public static string Name(this OldPaperKind kind) => kind switch
    {
        OldPaperKind.NotificationCard => "通知カード",
        OldPaperKind.RegisterCard => "住民基本台帳カード",
        OldPaperKind.FormerCard => "以前の個人番号カード",
    };
}
