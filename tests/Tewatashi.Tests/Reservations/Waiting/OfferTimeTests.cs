using Tewatashi.Reservations.Waiting;
using Tewatashi.Time;

namespace Tewatashi.Tests.Reservations.Waiting;

public sealed class OfferTimeTests
{
    private static readonly DateOnly Friday = new(2026, 11, 27);

    [Theory]
    [InlineData(9, 0, 27, 12, 0)]
    [InlineData(17, 0, 27, 20, 0)]
    [InlineData(19, 30, 28, 10, 30)]
    [InlineData(23, 0, 28, 11, 0)]
    [InlineData(3, 0, 27, 11, 0)]
    public void Offer_by_mail_never_expires_at_night(int hour, int minute, int day, int expiresHour, int expiresMinute) =>
        Assert.Equal(At(day, expiresHour, expiresMinute), OfferTime.ExpiryOf(OfferWay.Mail, At(27, hour, minute), 180, BusinessDays.Default.IsOpen));

    [Fact]
    public void Offer_by_telephone_waits_over_the_weekend() =>
        Assert.Equal(At(30, 10, 0), OfferTime.ExpiryOf(OfferWay.Call, At(27, 15, 0), 180, BusinessDays.Default.IsOpen));

    [Fact]
    public void No_offer_of_any_length_and_moment_expires_at_night()
    {
        for (var minute = 0; minute < 24 * 60; minute += 7)
        {
            foreach (var length in new[] { 30, 180, 719, 720, 1440 })
            {
                var expires = JapanTime.TimeOf(OfferTime.ExpiryOf(OfferWay.Mail, JapanTime.StartOf(Friday).AddMinutes(minute), length, BusinessDays.Default.IsOpen));
                Assert.InRange(expires, new TimeOnly(8, 0), new TimeOnly(20, 0));
            }
        }
    }

    private static DateTimeOffset At(int day, int hour, int minute) => JapanTime.InstantOf(new DateOnly(2026, 11, day), new TimeOnly(hour, minute));
}
