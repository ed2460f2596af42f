using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;
using Tewatashi.Text;

namespace Tewatashi.Reservations.Statuses;

/// <summary>
/// An administrator renames 処理状況. A word that names a reason of 保留 is refused, whichever status it is for: the resident face would say why a card is
/// stopped, and 要窓口確認 must hide among the others.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangeStatusLabels(Database database)
{
    // What a reason of 保留 is called, and what hides behind 要窓口確認 (特記5).
    private static readonly string[] Telling =
        [.. Enum.GetValues<Suspension>().SelectMany(reason => new[] { reason.Name(), reason.Name().TrimEnd('等') }).Distinct(), "支援措置", "DV", "被害"];

    /// <param name="Version">Of the municipality's settings, as the form was made.</param>
    /// <param name="Labels">By status; blank: the standard word.</param>
    public sealed record Request(int Version, IReadOnlyDictionary<CardStatus, string> Labels);

    public sealed record Current(int Version, StatusLabels Labels);

    public abstract record Outcome;

    /// <param name="Labels">How many are others now.</param>
    public sealed record Changed(int Labels) : Outcome;

    public sealed record ChangedMeanwhile : Outcome;

    public sealed record Refused(CardStatus Status, string Problem) : Outcome;

    public Task<Current> CurrentAsync(MunicipalityCode municipality, CancellationToken cancellationToken) =>
        database.ReadAsync(municipality, async context => new Current(
            await context.Settings.Select(row => row.Version).SingleAsync(cancellationToken),
            new StatusLabels(await context.StatusLabels.AsNoTracking().ToDictionaryAsync(row => row.Status, row => row.Label, cancellationToken))), cancellationToken);

    public async Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        var wanted = new Dictionary<CardStatus, string>();
        foreach (var (status, typed) in request.Labels)
        {
            if (string.IsNullOrWhiteSpace(typed)) continue;
            if (Typed.Line(typed) is not { Length: <= StatusLabel.Longest } label) return new Refused(status, $"{StatusLabel.Longest}文字以内で入力してください。");
            if (IndividualNumber.ContainsOne(typed)) return new Refused(status, "個人番号(マイナンバー)は入力できません。");
            if (Telling.Any(word => label.Contains(word, StringComparison.OrdinalIgnoreCase))) return new Refused(status, "保留の理由が分かる名前は使えません。どの理由でも同じ名前にしてください。");
            if (label != status.Name()) wanted[status] = label;
        }

        try
        {
            return await database.WriteAsync(caller, OperationKind.ChangeSettings, work => ChangeAsync(work, request.Version, wanted, cancellationToken),
                (_, _) => Task.FromResult<Outcome>(new Changed(wanted.Count)), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile(); // both had read the same version
        }
    }

    private static async Task<Outcome> ChangeAsync(Work work, int version, Dictionary<CardStatus, string> wanted, CancellationToken cancellationToken)
    {
        var settings = await work.Context.Settings.SingleAsync(cancellationToken);
        if (settings.Version != version) return work.Refuse<Outcome>(new ChangedMeanwhile());
        var rows = await work.Context.StatusLabels.ToDictionaryAsync(row => row.Status, cancellationToken);
        var changes = new List<string>();
        foreach (var status in Enum.GetValues<CardStatus>())
        {
            var (row, label) = (rows.GetValueOrDefault(status), wanted.GetValueOrDefault(status));
            if (row?.Label == label) continue;
            changes.Add($"{status} {row?.Label ?? status.Name()}→{label ?? status.Name()}");
            if (label is null) work.Context.Remove(row!); // differs from none
            else if (row is null) work.Context.Add(new StatusLabel { Municipality = work.Municipality, Status = status, Label = label });
            else row.Label = label;
        }

        if (changes.Count == 0) return work.Refuse<Outcome>(new Changed(0));
        // Two who change them at once must not both win.
        work.Context.Entry(settings).State = EntityState.Modified;
        work.Record("Changed", detail: string.Join(", ", changes));
        return new Changed(changes.Count);
    }
}
