namespace Tewatashi.Tests.Reservations.Walks.Custody;

/// <summary>Everything that happens to cards, together with what people do to their bookings and with time.</summary>
internal static class CustodySteps
{
    public const string Nothing = "nothing to do";

    public static WalkSteps Of(CustodyFloor floor) => new(
    [
        .. DeskSteps.All, .. ArrivalSteps.All, .. CalendarSteps.All,
        .. new ReceivingSteps(floor).All, .. new ShelfSteps(floor).All, .. new CountSteps(floor).All, .. new MissingSteps(floor).All, .. new ParcelSteps(floor).All,
        .. new ClosingSteps(floor).All, .. new NoticeSteps(floor).All, .. new PostSteps(floor).All, .. new DisposalSteps(floor).All,
    ]);
}
