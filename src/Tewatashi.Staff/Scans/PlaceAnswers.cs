using Tewatashi.Storage;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Scans;

/// <summary>What a page says to the label of a place that takes no card.</summary>
internal static class PlaceAnswers
{
    public static ScanAnswer NotForCards(LocationPath path, LocationKind kind, bool retired) => (kind, retired) switch
    {
        (_, true) => new(Tone.Error, $"使用停止の場所です {path}", "ほかの箱のラベルを読み取ってください。"),
        (LocationKind.Box, false) => new(Tone.Error, $"位置に分けた箱です {path}", "箱の中の、位置のラベルを読み取ってください。"),
        _ => new(Tone.Error, $"{kind.Name()}のラベルです {path}", "箱か位置のラベルを読み取ってください。"),
    };
}
