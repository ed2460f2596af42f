namespace Tewatashi.Storage;

/// <summary>What the office calls the levels of its storage.</summary>
public static class LocationKindNames
{
    public static string Name(this LocationKind kind) => kind switch
    {
        LocationKind.Building => "庁舎",
        LocationKind.Vault => "保管庫",
        LocationKind.Shelf => "棚",
        LocationKind.Box => "箱",
        LocationKind.Position => "位置",
    };
}
