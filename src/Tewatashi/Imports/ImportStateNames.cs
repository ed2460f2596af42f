namespace Tewatashi.Imports;

/// <summary>What the office calls the states of an import.</summary>
public static class ImportStateNames
{
    public static string Name(this ImportState state) => state switch
    {
        ImportState.Receiving => "受信中",
        ImportState.Uploaded => "確認中",
        ImportState.Previewed => "確認待ち",
        ImportState.Applying => "取込中",
        ImportState.Applied => "取込済",
        ImportState.Refused => "取込不可",
        ImportState.Cancelled => "取消",
    };
}
