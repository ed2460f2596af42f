namespace Tewatashi.Notices;

/// <summary>Why the data of a batch leave the system (CMP-06).</summary>
public enum WindowDataReason
{
    MakeEnvelopes,
    MakeAgain,
    CompareEnvelopes,
}

public static class WindowDataReasonNames
{
    public static string Name(this WindowDataReason reason) => reason switch
    {
        WindowDataReason.MakeEnvelopes => "窓あき封筒を作る",
        WindowDataReason.MakeAgain => "窓あき封筒を作り直す",
        WindowDataReason.CompareEnvelopes => "できた封筒を束と照らし合わせる",
    };
}
