using Tewatashi.Cards;
using Tewatashi.Notices;
using Tewatashi.Reservations;

namespace Tewatashi.Tests.Reservations;

public sealed class CardStatusTests
{
    [Theory]
    [InlineData(CardProgress.Expected, PlaceKind.None, null, null, null, "未着")]
    [InlineData(CardProgress.Prepared, PlaceKind.Storage, null, null, null, "交付前設定済")]
    [InlineData(CardProgress.Prepared, PlaceKind.Storage, null, NoticeState.Printed, null, "交付前設定済")]
    [InlineData(CardProgress.Prepared, PlaceKind.Storage, null, NoticeState.Sent, null, "通知済")]
    [InlineData(CardProgress.Prepared, PlaceKind.Storage, null, NoticeState.Sent, ReservationState.Held, "通知済")]
    [InlineData(CardProgress.Prepared, PlaceKind.Storage, null, NoticeState.Returned, null, "通知返戻")]
    [InlineData(CardProgress.Prepared, PlaceKind.Tray, null, NoticeState.Sent, ReservationState.Booked, "予約済")]
    [InlineData(CardProgress.Prepared, PlaceKind.Tray, null, NoticeState.Sent, ReservationState.CheckedIn, "来庁中")]
    [InlineData(CardProgress.Prepared, PlaceKind.Tray, Suspension.Deceased, NoticeState.Sent, ReservationState.Booked, "保留")]
    [InlineData(CardProgress.Prepared, PlaceKind.Missing, Suspension.Deceased, NoticeState.Sent, ReservationState.Booked, "所在不明")]
    [InlineData(CardProgress.HandedOver, PlaceKind.WithResident, Suspension.Deceased, null, ReservationState.Completed, "交付済")]
    public void Label_is_the_first_that_applies(
        CardProgress progress, PlaceKind place, Suspension? suspension, NoticeState? notice, ReservationState? reservation, string name)
    {
        Assert.Equal(name, CardStatuses.Of(progress, place, suspension, notice, reservation).Name());
    }
}
