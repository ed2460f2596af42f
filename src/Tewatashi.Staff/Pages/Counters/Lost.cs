namespace Tewatashi.Staff.Pages.Counters;

/// <summary>What is told after a change that may have cost bookings their place.</summary>
internal static class Lost
{
    public static string Words(int? lost) => lost is > 0 ? $"{lost}件の予約を要日時変更にしました。メールで知らせられない方は「電話連絡」の一覧にいます。" : "";
}
