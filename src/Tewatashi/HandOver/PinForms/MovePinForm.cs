using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Staff;

namespace Tewatashi.HandOver.PinForms;

/// <summary>Takes a form out of custody, seals it again, gives it back to the person, or shreds it before a second member of staff.</summary>
[UseCase(UsedBy.Staff)]
public sealed class MovePinForm(Database database)
{
    public sealed record Request(Guid FormId, PinFormStep Step, SecondSignature? Second = null);

    public abstract record Outcome;

    public sealed record Moved(PinFormState State) : Outcome;

    /// <summary>Not possible as it stands: somebody moved it meanwhile, or it is not there.</summary>
    public sealed record NotPossible : Outcome;

    /// <summary>Nobody watched.</summary>
    public sealed record SecondNeeded : Outcome;

    public sealed record SamePerson : Outcome;

    public sealed record SecondRefused : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var second = request.Step == PinFormStep.Destroy ? await SecondPerson.ReadAsync(database, caller, request.Second, cancellationToken) : null;
        return await database.WriteAsync(caller with { OperationId = null }, OperationKind.KeepPinForm, work => MoveAsync(work, request, second, cancellationToken), cancellationToken: cancellationToken);
    }

    internal static PinFormMove Move(Work work, Guid formId, PinFormStep step, Guid? secondId) => new()
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        FormId = formId,
        Step = step,
        At = work.Now,
        StaffMemberId = Guid.Parse(work.Caller.Actor.Id),
        SecondId = secondId,
    };

    private static async Task<Outcome> MoveAsync(Work work, Request request, SecondPerson? second, CancellationToken cancellationToken)
    {
        if (await work.Context.PinForms.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.FormId, cancellationToken) is not { } form
            || PinFormMachine.Forms.Find(form.State, request.Step) is not { } way) return work.Refuse<Outcome>(new NotPossible());
        if (request.Step == PinFormStep.Destroy)
        {
            if (second is null) return work.Refuse<Outcome>(new SecondNeeded());
            switch (await second.StandsAsync(work, Permission.HandOver, form.CardId, cancellationToken))
            {
                case SecondPerson.Answer.SamePerson: return new SamePerson();
                case SecondPerson.Answer.Refused: return new SecondRefused();
            }
        }

        var endedAt = way.To is PinFormState.Returned or PinFormState.Destroyed ? work.Now : (DateTimeOffset?)null;
        if (await work.Context.PinForms.Where(row => row.Id == form.Id && row.State == way.From && row.Version == form.Version).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, way.To)
                .SetProperty(row => row.EndedAt, endedAt)
                .SetProperty(row => row.Version, row => row.Version + 1), cancellationToken) == 0) throw new PassingException();
        work.Context.Add(Move(work, form.Id, request.Step, second?.Id));
        work.Record("Moved", form.CardId, request.Step.ToString(), second is null ? [form.Id] : [form.Id, second.Id]);
        return new Moved(way.To);
    }
}
