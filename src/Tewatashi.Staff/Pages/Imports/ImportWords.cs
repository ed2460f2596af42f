using Tewatashi.Imports;
using Tewatashi.Web.Marks;

namespace Tewatashi.Staff.Pages.Imports;

/// <summary>How the pages call the states and forms of an import.</summary>
internal static class ImportWords
{
    public static Tone Tone(this ImportState state) => state switch
    {
        ImportState.Receiving or ImportState.Uploaded or ImportState.Applying => Web.Marks.Tone.Info,
        ImportState.Previewed => Web.Marks.Tone.Warning,
        ImportState.Applied => Web.Marks.Tone.Success,
        ImportState.Refused => Web.Marks.Tone.Error,
        ImportState.Cancelled => Web.Marks.Tone.Neutral,
    };

    public static string ProfileName(string profile) => profile switch
    {
        "standard" => "J-LIS発送(これから届くカード)",
        "stock" => "既存の在庫(すでに保管しているカード)",
        _ => profile,
    };
}
