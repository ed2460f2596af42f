using Tewatashi.Notices;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Notices;

/// <summary>The colour beside a batch's stage.</summary>
public static class BatchTone
{
    public static Tone Of(BatchStage stage) => stage switch
    {
        BatchStage.Print or BatchStage.Match or BatchStage.Send => Tone.Info,
        BatchStage.Confirm => Tone.Warning,
        BatchStage.Done => Tone.Success,
        BatchStage.Empty => Tone.Neutral,
    };
}
