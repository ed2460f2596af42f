using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Text;

namespace Tewatashi.Municipalities;

/// <summary>Adds or changes a kind of booking. It counts from the next booking on; what is booked stays as it was booked.</summary>
[UseCase(UsedBy.Staff)]
public sealed class SaveBookingKind(Database database)
{
    private const int MostKinds = 20;

    /// <param name="Id">Null: a new one.</param>
    /// <param name="Counters">Empty: every counter.</param>
    /// <param name="DecisionNumber">Empty: off.</param>
    /// <param name="Version">As the form showed it; not asked of a new one.</param>
    public sealed record Request(
        Guid? Id, string Name, int Minutes, bool NeedsCard, KindChannels Channels, IReadOnlyList<CounterCode> Counters, string Bring, string DecisionNumber, int Version = 0);

    public abstract record Outcome;

    public sealed record Saved(Guid Id) : Outcome;

    public sealed record Gone : Outcome;

    /// <summary>Someone else changed it while the form was open.</summary>
    public sealed record ChangedMeanwhile : Outcome;

    public sealed record Refused(string Field, string Problem) : Outcome;

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        request = request with { Name = request.Name.Trim(), Bring = request.Bring.ReplaceLineEndings("\n").Trim(), DecisionNumber = request.DecisionNumber.Trim() };
        if (ProblemOf(request) is { } problem) return problem;
        try
        {
            return await database.WriteAsync(caller, OperationKind.ChangeSettings, work => SaveAsync(work, request, cancellationToken),
                (_, first) => Task.FromResult<Outcome>(new Saved(first.SubjectId!.Value)), cancellationToken); // recorded with its kind
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile(); // both had read the same version
        }
        catch (AlreadyThereException)
        {
            return new Refused(nameof(request.Name), "同じ名前の用件があります。別の名前にしてください。");
        }
    }

    private static Refused? ProblemOf(Request request)
    {
        if (request.Name.Length is 0 or > 30 || request.Name == "受取") return new Refused(nameof(request.Name), "用件の名前を30文字以内で入力してください。「受取」は使えません。");
        if (request.Minutes is < 5 or > 180) return new Refused(nameof(request.Minutes), "1人の時間は5から180までの数字で入力してください。");
        if (request.Bring.Length > 1000) return new Refused(nameof(request.Bring), "持ちものは1000文字以内で入力してください。");
        if (request.DecisionNumber.Length > 100) return new Refused(nameof(request.DecisionNumber), "決定の番号は100文字以内で入力してください。");
        if (request.DecisionNumber.Length > 0 && request.Channels == KindChannels.None) return new Refused(nameof(request.Channels), "受け付ける方法を1つ以上選んでください。");
        foreach (var (field, text) in new[] { (nameof(request.Name), request.Name), (nameof(request.Bring), request.Bring), (nameof(request.DecisionNumber), request.DecisionNumber) })
        {
            if (IndividualNumber.ContainsOne(text)) return new Refused(field, "個人番号(マイナンバー)は入力できません。");
        }

        return null;
    }

    private static async Task<Outcome> SaveAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var kind = request.Id is { } id ? await work.Context.BookingKinds.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
        if (request.Id is not null && kind?.Version != request.Version) return work.Refuse<Outcome>(kind is null ? new Gone() : new ChangedMeanwhile());
        if (kind is null)
        {
            var position = await work.Context.BookingKinds.CountAsync(cancellationToken) + 1;
            if (position > MostKinds) return work.Refuse<Outcome>(new Refused(nameof(request.Name), $"用件は{MostKinds}までです。使わないものの名前を変えて使ってください。"));
            kind = new BookingKind { Municipality = work.Municipality, Id = Ids.New(), Name = request.Name, Position = position, Minutes = request.Minutes };
            work.Context.Add(kind);
        }

        var wasOn = kind.IsOn;
        (kind.Name, kind.Minutes, kind.NeedsCard, kind.Bring) = (request.Name, request.Minutes, request.NeedsCard, request.Bring);
        (kind.OnWeb, kind.OnPhone, kind.AtCounter) = (request.Channels.HasFlag(KindChannels.Web), request.Channels.HasFlag(KindChannels.Phone), request.Channels.HasFlag(KindChannels.Counter));
        kind.Counters = string.Join(',', request.Counters.Select(counter => counter.Value).Distinct().Order(StringComparer.Ordinal));
        kind.DecisionNumber = request.DecisionNumber.Length > 0 ? request.DecisionNumber : null;
        work.Record("Saved", kind.Id, kind.IsOn == wasOn ? $"kind {(kind.IsOn ? "on" : "off")}" : $"kind {(wasOn ? "on→off" : "off→on")} {kind.DecisionNumber}");
        return new Saved(kind.Id);
    }
}
