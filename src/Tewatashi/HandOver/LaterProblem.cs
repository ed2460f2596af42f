namespace Tewatashi.HandOver;

/// <summary>Why something cannot be entered later with the time that was given.</summary>
public enum LaterProblem
{
    InFuture,

    /// <summary>Not on the day of the visit.</summary>
    OtherDay,

    TooLongAgo,

    /// <summary>Before they came.</summary>
    BeforeArrival,

    /// <summary>締め: the day of that counter is over and counted.</summary>
    DayClosed,
}

public static class LaterProblemNames
{
    public static string Name(this LaterProblem problem) => problem switch
    {
        LaterProblem.InFuture => "まだ来ていない時刻です。当日控えの時刻を確かめてください。",
        LaterProblem.OtherDay => "予約の日の時刻ではありません。当日控えの日付を確かめてください。",
        LaterProblem.TooLongAgo => $"あとから入力できるのは{LaterEntry.MostDays}日前までです。管理者に相談してください。",
        LaterProblem.BeforeArrival => "来庁の時刻より前です。当日控えの時刻を確かめてください。",
        LaterProblem.DayClosed => "その日はもう締めてあります。同じ日のうちなら、締めを取り消してから入力してください。",
    };
}
