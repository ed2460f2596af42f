using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Disposal;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Disposal;

/// <summary>J-LISへ返送: a defective card leaves by two, and not while somebody is booked.</summary>
public sealed class ReturnToMakerTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Defective_card_leaves_for_its_maker_by_two_and_its_notice_ends(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var boxes = await office.AddBoxesAsync();
        var cards = await office.AddNotifiedCardsAsync(2);
        await office.StoreAsync(boxes[0], cards[0].Card);
        var (second, signature) = await office.AddSecondAsync(StaffRoles.Custody);

        Assert.IsType<ReturnToMaker.NotDefective>(await ReturnAsync(office, cards[0].Card, signature));
        await office.SuspendAsync(cards[0].Id, Suspension.Defective);
        Assert.IsType<ReturnToMaker.WrongCard>(await ReturnAsync(office, cards[0].Card, signature, label: cards[1].Card.SerialNumber));
        Assert.IsType<ReturnToMaker.SamePerson>(await ReturnAsync(office, cards[0].Card, signature, by: second.Id));
        Assert.IsType<ReturnToMaker.SecondRefused>(await ReturnAsync(office, cards[0].Card, signature with { Password = "ちがう合言葉ですよ" }));
        Assert.IsType<ReturnToMaker.Returned>(await ReturnAsync(office, cards[0].Card, signature));

        var after = await office.SeeAsync(context => context.Cards.SingleAsync(row => row.Id == cards[0].Id));
        Assert.Equal((CardProgress.ReturnedToMaker, Place.WithMaker), (after.Progress, after.Place));
        Assert.Equal(NoticeState.Withdrawn, (await office.SeeAsync(context => context.Notices.SingleAsync(row => row.CardId == cards[0].Id))).State);
        Assert.Equal((MakerReturnReason.ChipDefect, second.Id), await office.SeeAsync(context => context.MakerReturns.Select(row => new ValueTuple<MakerReturnReason, Guid>(row.Reason, row.SecondId)).SingleAsync()));
        Assert.IsType<ReturnToMaker.NotDefective>(await ReturnAsync(office, cards[0].Card, signature));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booked_card_stays_until_the_booking_is_cancelled(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine);
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync(StaffRoles.Custody);
        await office.SuspendAsync(day.Cards[0].Id, Suspension.Defective);

        Assert.Equal(day.Day, Assert.IsType<ReturnToMaker.StillBooked>(await ReturnAsync(office, day.Cards[0].Card, signature)).Booking.Day);
        Assert.Equal(CardProgress.Prepared, (await day.CardAsync()).Progress);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_returns_a_card_with_label_reason_and_second_person(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddCardsAsync(1))[0];
        var (_, signature) = await office.AddSecondAsync(StaffRoles.Custody);
        await office.SuspendAsync(card.Id, Suspension.Defective);
        var site = await office.StaffSiteAsync(StaffRoles.Custody);
        Assert.NotNull((await site.GetAsync($"/cards/{card.Id}")).Document.QuerySelector($"a[href='/cards/{card.Id}/return-to-maker']"));

        var empty = await site.SubmitAsync(await site.GetAsync($"/cards/{card.Id}/return-to-maker"), formAction: "return-to-maker");
        var done = await site.SubmitAsync(empty, new()
        {
            ["Label"] = card.SerialNumber.Display,
            ["Reason"] = nameof(MakerReturnReason.FaceDefect),
            ["SecondUserId"] = signature.UserId,
            ["SecondPassword"] = signature.Password,
        }, formAction: "return-to-maker");

        Assert.Equal(3, empty.Document.QuerySelectorAll(".tw-error-summary li").Length);
        Assert.Contains("J-LISへ返送しました", done.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await (await office.StaffSiteAsync(StaffRoles.Counter)).GetAsync($"/cards/{card.Id}/return-to-maker")).Status);
    }

    private static Task<ReturnToMaker.Outcome> ReturnAsync(TestOffice office, Card card, SecondSignature second, SerialNumber? label = null, Guid? by = null) =>
        office.Staff<ReturnToMaker>().RunAsync(new(card.Id, label ?? card.SerialNumber, MakerReturnReason.ChipDefect, second), by is { } id ? office.By(id) : office.ByStaff(), CancellationToken.None);
}
