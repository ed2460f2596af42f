using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Testing;
using Xunit;

namespace Tewatashi.Tests.Reservations;

public sealed class ResidentSignInTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Either_number_with_the_password_opens_a_session(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var card = (await office.AddNotifiedCardsAsync(1))[0];

        foreach (var number in new[] { card.ReceptionNumber.Display, card.Card.SerialNumber.Display })
        {
            var request = SignInResident.Read(number, card.Password.Display, 1)!;
            var signedIn = Assert.IsType<SignInResident.SignedIn>(await office.Resident<SignInResident>().RunAsync(request, Stranger(office), CancellationToken.None));
            var session = await office.Resident<ResidentSessions>().FindAsync(office.Municipality, signedIn.Secret, CancellationToken.None);
            Assert.Equal((card.Id, false), (session!.CardId, session.ByLink));
        }

        Assert.Equal(2, await office.SeeAsync(context => context.Audit.CountAsync(entry => entry.Operation == OperationKind.SignInResident && entry.SubjectId == card.Id)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whatever_is_wrong_gets_the_same_answer_and_the_same_entry_in_the_log(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        await using var elsewhere = await TestOffice.OpenAsync(engine);
        var cards = await office.AddNotifiedCardsAsync(1);
        var withdrawn = (await office.AddNotifiedCardsAsync(1, NoticeState.Withdrawn))[0];
        var foreign = (await elsewhere.AddNotifiedCardsAsync(1))[0];
        SignInResident.Request[] wrong =
        [
            new(ReceptionNumber.New(), null, cards[0].Password, 1),
            new(cards[0].ReceptionNumber, null, ReceptionPassword.New(), 1),
            new(withdrawn.ReceptionNumber, null, withdrawn.Password, 1),
            new(foreign.ReceptionNumber, null, foreign.Password, 1),
        ];

        foreach (var request in wrong)
            Assert.Equal(new SignInResident.Refused(), await office.Resident<SignInResident>().RunAsync(request, Stranger(office), CancellationToken.None));

        var entries = await office.SeeAsync(context => context.Audit.Where(entry => entry.Operation == OperationKind.SignInResident)
            .Select(entry => new { entry.Outcome, entry.SubjectId, entry.Detail }).Distinct().ToListAsync());
        Assert.Equal("Refused", Assert.Single(entries).Outcome);
        Assert.Equal(0, await office.SeeAsync(context => context.ResidentSessions.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_person_joins_by_their_own_notice_alone(Engine engine)
    {
        await using var office = await TestOffice.OpenAsync(engine);
        var cards = await office.AddNotifiedCardsAsync(2);
        var session = await office.SignInAsync(cards[0]);

        var wrong = await JoinAsync(ReceptionPassword.New());
        var joined = await JoinAsync(cards[1].Password);
        var again = await JoinAsync(cards[1].Password);

        Assert.IsType<JoinPerson.Refused>(wrong);
        Assert.Equal(new JoinPerson.Joined(cards[1].Id), joined);
        Assert.IsType<JoinPerson.AlreadyJoined>(again);
        var shown = await office.Resident<ViewSession>().RunAsync(session, office.ByResident(cards[0].Id), CancellationToken.None);
        Assert.Equal([cards[0].Card.SerialNumber.LastFour, cards[1].Card.SerialNumber.LastFour], shown.Persons.Select(person => person.LastFour));
        Assert.Null(shown.Minutes); // the one who joined has not answered who comes

        Assert.True(await office.Resident<LeaveOutPerson>().RunAsync(session, 2, office.ByResident(cards[0].Id), CancellationToken.None));
        Assert.False(await office.Resident<LeaveOutPerson>().RunAsync(session, 1, office.ByResident(cards[0].Id), CancellationToken.None));

        Task<JoinPerson.Outcome> JoinAsync(ReceptionPassword password) => office.Resident<JoinPerson>().RunAsync(
            new(session, cards[1].ReceptionNumber, null, password), office.ByResident(cards[0].Id), CancellationToken.None);
    }

    private static Caller Stranger(TestOffice office) => new(office.Municipality, Actor.Stranger, "test", Ids.New());
}
