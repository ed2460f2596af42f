using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.HandOver.Closings;
using Tewatashi.HandOver.PinForms;
using Tewatashi.Staff;
using Tewatashi.Testing;
using Tewatashi.Tests.HandOver.Closings;

namespace Tewatashi.Tests.HandOver.PinForms;

/// <summary>暗証番号設定依頼書: every way in and out by name, never a PIN, and no closing while one is out.</summary>
public sealed class PinFormTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_goes_in_and_out_of_custody_by_name_and_ends_before_two(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var (second, signature) = await office.AddSecondAsync();

        var received = Assert.IsType<ReceivePinForm.Received>(await ReceiveAsync(day));
        Assert.IsType<ReceivePinForm.AlreadyThere>(await ReceiveAsync(day));
        Assert.IsType<MovePinForm.NotPossible>(await MoveAsync(office, received.FormId, PinFormStep.SealAgain));
        Assert.Equal(new MovePinForm.Moved(PinFormState.TakenOut), await MoveAsync(office, received.FormId, PinFormStep.TakeOut));
        Assert.Equal(new MovePinForm.Moved(PinFormState.Sealed), await MoveAsync(office, received.FormId, PinFormStep.SealAgain));
        Assert.IsType<MovePinForm.SecondNeeded>(await MoveAsync(office, received.FormId, PinFormStep.Destroy));
        Assert.IsType<MovePinForm.SecondRefused>(await MoveAsync(office, received.FormId, PinFormStep.Destroy, signature with { Password = "ちがう合言葉ですよ" }));
        Assert.Equal(new MovePinForm.Moved(PinFormState.Destroyed), await MoveAsync(office, received.FormId, PinFormStep.Destroy, signature));
        Assert.IsType<MovePinForm.NotPossible>(await MoveAsync(office, received.FormId, PinFormStep.TakeOut));

        var moves = await office.SeeAsync(context => context.PinFormMoves.AsNoTracking().ToListAsync());
        Assert.Equal([PinFormStep.Receive, PinFormStep.TakeOut, PinFormStep.SealAgain, PinFormStep.Destroy], moves.Select(row => row.Step).Order());
        Assert.Equal(second.Id, moves.Single(row => row.Step == PinFormStep.Destroy).SecondId);
        Assert.Empty(await office.Staff<SeePinForms>().RunAsync(new(null), office.ByStaff(), CancellationToken.None));
        Assert.Empty((await new Check(office.Provider).RunAsync(office.Municipality, CancellationToken.None)).Violations);
        Assert.IsType<ReceivePinForm.Received>(await ReceiveAsync(day));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_step_from_every_state_is_as_the_table_says(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        var (_, signature) = await office.AddSecondAsync();
        foreach (var (state, step) in from state in new[] { PinFormState.Sealed, PinFormState.TakenOut } from step in Enum.GetValues<PinFormStep>() select (state, step))
        {
            var form = Assert.IsType<ReceivePinForm.Received>(await ReceiveAsync(day)).FormId;
            if (state == PinFormState.TakenOut) await MoveAsync(office, form, PinFormStep.TakeOut);

            var outcome = await MoveAsync(office, form, step, signature);

            if (PinFormMachine.Forms.Find(state, step) is { } way) Assert.Equal(new MovePinForm.Moved(way.To), outcome);
            else Assert.IsType<MovePinForm.NotPossible>(outcome);
            await MoveAsync(office, form, PinFormStep.Return);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Form_that_is_out_stops_the_closing_and_a_sealed_one_is_counted(Engine engine)
    {
        var day = await TestDay.OpenAsync(engine, cards: 4);
        await using var office = day.Office;
        await ClosingTests.EndAsync(day);
        var form = Assert.IsType<ReceivePinForm.Received>(await ReceiveAsync(day, 1)).FormId;
        await MoveAsync(office, form, PinFormStep.TakeOut);

        var open = Assert.IsType<CloseCounter.StillOpen>(await ClosingTests.CloseAsync(day, oldPapers: 3)).View;
        await MoveAsync(office, form, PinFormStep.SealAgain);
        var closed = Assert.IsType<CloseCounter.Closed>(await ClosingTests.CloseAsync(day, oldPapers: 3)).Closing;

        Assert.Equal(1, open.FormsOut);
        Assert.Equal(1, closed.PinForms);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Card_that_is_gone_or_unknown_takes_no_form(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;
        await day.HandedOverAsync();

        Assert.IsType<ReceivePinForm.Over>(await ReceiveAsync(day));
        Assert.IsType<ReceivePinForm.UnknownCard>(await office.Staff<ReceivePinForm>().RunAsync(
            new(Tewatashi.Cards.SerialNumber.Parse("ZZZ999999"), day.Counter.Id, PinFormReason.PersonLeft), office.ByStaff(), CancellationToken.None));
        Assert.Empty(await day.RecordedAsync(OperationKind.KeepPinForm));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Four_who_take_one_form_in_at_once_take_it_once(Engine engine)
    {
        var day = await (await TestDay.OpenAsync(engine)).EveryoneHereAsync();
        await using var office = day.Office;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReceiveAsync(day))));

        Assert.Single(outcomes.OfType<ReceivePinForm.Received>());
        Assert.Equal(3, outcomes.OfType<ReceivePinForm.AlreadyThere>().Count());
    }

    private static Task<ReceivePinForm.Outcome> ReceiveAsync(TestDay day, int card = 0) =>
        day.Office.Staff<ReceivePinForm>().RunAsync(new(day.Cards[card].Card.SerialNumber, day.Counter.Id, PinFormReason.NationalSystemDown), day.Office.ByStaff(), CancellationToken.None);

    private static Task<MovePinForm.Outcome> MoveAsync(TestOffice office, Guid form, PinFormStep step, SecondSignature? second = null) =>
        office.Staff<MovePinForm>().RunAsync(new(form, step, second), office.ByStaff(), CancellationToken.None);
}
