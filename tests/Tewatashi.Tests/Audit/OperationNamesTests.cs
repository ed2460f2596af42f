using Tewatashi.Audit;

namespace Tewatashi.Tests.Audit;

public sealed class OperationNamesTests
{
    [Fact]
    public void Every_operation_has_a_name_of_its_own()
    {
        var names = Enum.GetValues<OperationKind>().Select(kind => kind.Name()).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Outcome_without_a_translation_is_shown_as_recorded()
    {
        Assert.Equal("収納済", OutcomeNames.Of("Stored"));
        Assert.Equal("SomethingNew", OutcomeNames.Of("SomethingNew"));
    }
}
