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

    /// <summary>Looks through the source: an outcome is a word in the call that records it.</summary>
    [Fact]
    public void Every_outcome_that_a_use_case_records_has_a_word()
    {
        var recorded = RecordedOutcomes.InSource().Concat(["Sent", "Dead", "Roles", "Opened", "Stopped", "Removed", "UnknownCard", "OtherShipment", "WrongCard", "BooksCorrected", "WhereBooksSay", "Amended", "AlreadyStopped", "NotOurs", "Suspended"]).ToHashSet(StringComparer.Ordinal);

        Assert.True(recorded.Count > 60, "The source was not found.");
        Assert.Equal([], recorded.Where(outcome => OutcomeNames.Of(outcome) == outcome).Order(StringComparer.Ordinal));
    }

    /// <summary>An outcome that no word in the call names is said in the test above by hand; these are all.</summary>
    [Fact]
    public void Outcomes_that_are_no_word_of_the_call_are_known() => Assert.Equal(
        ["ChangeStaff.cs: word", "DecideChange.cs: how.ToString()", "InspectCard.cs: OtherShipmentOutcome", "InspectCard.cs: UnknownCardOutcome", "PackCard.cs: Wrong", "SettleFinding.cs: how.ToString()"], RecordedOutcomes.NotWords().Order(StringComparer.Ordinal));

    [Fact]
    public void Outcome_without_a_translation_is_shown_as_recorded()
    {
        Assert.Equal("収納済", OutcomeNames.Of("Stored"));
        Assert.Equal("SomethingNew", OutcomeNames.Of("SomethingNew"));
    }
}
