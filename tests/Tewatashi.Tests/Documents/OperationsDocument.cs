using System.Globalization;
using System.Text;
using Tewatashi.Audit;

namespace Tewatashi.Tests.Documents;

/// <summary>Everything the operation log can hold.</summary>
internal static class OperationsDocument
{
    public static string Write()
    {
        var text = new StringBuilder("# Operations\n\nEvery entry of the operation log (操作ログ) names one of these.\n\n| operation | in the office | |\n| --- | --- | --- |\n");
        foreach (var kind in Enum.GetValues<OperationKind>())
            text.Append(CultureInfo.InvariantCulture, $"| {kind} | {kind.Name()} | {(kind.IsView() ? "view" : "")} |\n");
        return text.ToString();
    }
}
