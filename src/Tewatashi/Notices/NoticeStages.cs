namespace Tewatashi.Notices;

/// <summary>What the office calls a stage of 再通知.</summary>
public static class NoticeStages
{
    /// <param name="stage">0: no reminder.</param>
    public static string Name(int stage) => stage == 0 ? "最初の通知" : FormattableString.Invariant($"再通知{stage}");
}
