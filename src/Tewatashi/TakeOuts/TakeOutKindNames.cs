using Tewatashi.Cards;

namespace Tewatashi.TakeOuts;

/// <summary>What the office calls the kinds of outing.</summary>
public static class TakeOutKindNames
{
    public static string Name(this TakeOutKind kind) => kind switch
    {
        TakeOutKind.HomeVisit => "自宅への訪問",
        TakeOutKind.Institution => "病院・施設への訪問",
        TakeOutKind.TemporaryCounter => "出張窓口",
        TakeOutKind.ApplicationEvent => "出張申請の会場",
    };
}
