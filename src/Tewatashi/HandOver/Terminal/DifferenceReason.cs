namespace Tewatashi.HandOver.Terminal;

/// <summary>Why a difference to the national terminal's list is in order all the same.</summary>
public enum DifferenceReason
{
    EnteredOnAnotherDay,
    CorrectedThere,
    DoneElsewhere,
    OtherCard,
}
