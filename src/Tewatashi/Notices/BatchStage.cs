namespace Tewatashi.Notices;

/// <summary>What is to be done next with a batch; derived from its papers, never stored.</summary>
public enum BatchStage
{
    /// <summary>印刷: nothing is issued yet.</summary>
    Print,

    /// <summary>印刷の確認: papers wait for someone to look at them, or a printing broke off.</summary>
    Confirm,

    /// <summary>封入照合.</summary>
    Match,

    /// <summary>発送.</summary>
    Send,

    /// <summary>発送済: every paper was sent or replaced.</summary>
    Done,

    /// <summary>取りやめ: given up, or every card was left out.</summary>
    Empty,
}

public static class BatchStageNames
{
    public static string Name(this BatchStage stage) => stage switch
    {
        BatchStage.Print => "印刷前",
        BatchStage.Confirm => "印刷の確認待ち",
        BatchStage.Match => "封入照合待ち",
        BatchStage.Send => "発送待ち",
        BatchStage.Done => "発送済",
        BatchStage.Empty => "取りやめ",
    };
}
