using Tewatashi.HandOver;
using Tewatashi.Municipalities;
using Tewatashi.Testing;

namespace Tewatashi.Tests.HandOver;

/// <summary>The warning of people who could be taken for each other: at the pick, at the check-in, at the gate; never who it is.</summary>
public sealed class LikenessTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Namesake_and_shared_birthday_of_the_day_are_told_at_pick_check_in_and_gate(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        await day.MakeAlikeAsync(1, 0, name: true);
        await day.MakeAlikeAsync(2, 0, birthday: true);
        day.At(10, 0);

        var picked = new List<Likeness>();
        var arrived = new List<Likeness>();
        var seen = new List<Likeness>();
        foreach (var card in new[] { 0, 1, 2, 3 })
        {
            picked.Add(Assert.IsType<PickCard.Picked>(await day.PickAsync(card)).Likeness);
            arrived.Add(Assert.IsType<CheckIn.CheckedIn>(await day.CheckInAsync(card)).Likeness);
            seen.Add(Assert.IsType<OpenGate.Opened>(await office.Staff<OpenGate>().RunAsync(new((await day.ReservationAsync(card)).Id), office.ByStaff(), CancellationToken.None)).View.Likeness);
        }

        Likeness[] expected = [Likeness.SameName | Likeness.SameBirthday, Likeness.SameName, Likeness.SameBirthday, Likeness.None];
        Assert.Equal(expected, picked);
        Assert.Equal(expected, arrived);
        Assert.Equal(expected, seen);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Namesake_at_another_counter_on_another_day_or_called_off_is_not_told(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        await day.MakeAlikeAsync(1, 0, name: true, birthday: true);
        await office.Staff<Tewatashi.Reservations.CancelVisit>().RunAsync(new(day.Booked[1].VisitId), office.ByStaff(), CancellationToken.None);
        await office.BookForCallerAsync(day.Cards[1].Id, day.Counter, day.Day.AddDays(1), new TimeOnly(10, 0));
        day.At(10, 0);

        Assert.Equal(Likeness.None, Assert.IsType<PickCard.Picked>(await day.PickAsync()).Likeness);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Walk_in_who_is_like_somebody_booked_is_told(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 2);
        await using var office = day.Office;
        await day.MakeAlikeAsync(1, 0, birthday: true);
        await office.Staff<Tewatashi.Reservations.CancelVisit>().RunAsync(new(day.Booked[1].VisitId), office.ByStaff(), CancellationToken.None);
        day.At(9, 30);

        var came = await office.Staff<CheckInWalkIn>().RunAsync(new(day.Cards[1].Id, day.Counter.Id, RecipientKind.Applicant), office.ByStaff(), CancellationToken.None);

        Assert.Equal(Likeness.SameBirthday, Assert.IsType<CheckInWalkIn.CheckedIn>(came).Likeness);
    }
}
