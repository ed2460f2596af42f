using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Reservations;

/// <summary>Reads what happened to a card out of the operation log and the movements, newest first.</summary>
internal sealed class CardHistory(TewatashiContext context, Guid cardId)
{
    /// <param name="most">So many lines at most.</param>
    /// <param name="views">With the entries that only say who saw it.</param>
    /// <returns>One line more than asked for where there are more.</returns>
    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(int most, bool views, CancellationToken cancellationToken)
    {
        // What was done to its visits and notices was done to the card.
        var subjects = await context.Reservations.Where(row => row.CardId == cardId).Select(row => row.Id)
            .Union(context.Reservations.Where(row => row.CardId == cardId).Select(row => row.VisitId))
            .Union(context.Notices.Where(row => row.CardId == cardId).Select(row => row.Id))
            .ToListAsync(cancellationToken);
        subjects.Add(cardId);

        var direct = context.Audit.Where(entry => entry.SubjectId != null && subjects.Contains(entry.SubjectId.Value));
        var named = context.Audit.Where(entry => context.AuditSubjects.Any(row => row.EntryId == entry.Id && row.SubjectId == cardId));
        if (!views)
        {
            direct = direct.Where(entry => !Views.Contains(entry.Operation));
            named = named.Where(entry => !Views.Contains(entry.Operation));
        }

        var entries = await Newest(direct, most).ToListAsync(cancellationToken);
        entries.AddRange(await Newest(named, most).ToListAsync(cancellationToken));
        var movements = await context.Movements.AsNoTracking().Where(row => row.CardId == cardId).OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
            .Take(most + 1).ToListAsync(cancellationToken);
        var ways = await WaysAsync(movements, cancellationToken);
        var people = await PeopleAsync([.. entries.Select(entry => entry.ActorId), .. movements.Select(row => row.ActorId)], cancellationToken);

        var seconds = await SecondsAsync([.. entries.Select(entry => entry.Id)], cancellationToken);

        var told = new HashSet<Guid>();
        var lines = new List<HistoryLine>();
        foreach (var entry in entries.DistinctBy(entry => entry.Id))
        {
            // A movement is written in the same moment as the entry of what was done.
            var movement = entry.Operation.IsView() ? null : movements.Find(row => row.At == entry.At && row.ActorId == entry.ActorId && !told.Contains(row.Id));
            if (movement is not null) told.Add(movement.Id);
            lines.Add(new HistoryLine(
                entry.At, entry.Operation.Name(), ResultOf(entry), movement is null ? null : ways[movement.Id],
                WhoIs(entry.ActorKind, entry.ActorId, people) + seconds.GetValueOrDefault(entry.Id, ""), entry.Operation.IsView()));
        }

        lines.AddRange(movements.Where(row => !told.Contains(row.Id)).Select(row =>
            new HistoryLine(row.At, "移動", "", ways[row.Id], people.GetValueOrDefault(row.ActorId, "—"), IsView: false)));
        return [.. lines.OrderByDescending(line => line.At).Take(most + 1)];
    }

    private static readonly OperationKind[] Views = [.. Enum.GetValues<OperationKind>().Where(kind => kind.IsView())];

    private static IQueryable<AuditEntry> Newest(IQueryable<AuditEntry> entries, int most) =>
        entries.AsNoTracking().OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(most + 1);

    private static string ResultOf(AuditEntry entry) =>
        entry.Operation == OperationKind.SuspendCard && Enum.TryParse<Suspension>(entry.Detail, out var reason)
            ? $"{OutcomeNames.Of(entry.Outcome)}({reason.Name()})"
            : OutcomeNames.Of(entry.Outcome);

    private async Task<Dictionary<Guid, string>> WaysAsync(List<Movement> movements, CancellationToken cancellationToken)
    {
        var places = await LocationWords.OfAsync(
            context, [.. movements.SelectMany(row => new[] { row.FromLocationId, row.ToLocationId }).OfType<Guid>().Distinct()], cancellationToken);
        var counterIds = movements.SelectMany(row => new[] { row.FromCounterId, row.ToCounterId }).OfType<Guid>().Distinct().ToList();
        var counters = await context.Counters.Where(row => counterIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        return movements.ToDictionary(row => row.Id, row =>
            $"{Words(row.FromKind, row.FromLocationId, row.FromCounterId)} → {Words(row.ToKind, row.ToLocationId, row.ToCounterId)}");

        string Words(PlaceKind kind, Guid? locationId, Guid? counterId) =>
            locationId is { } at && places.TryGetValue(at, out var place) ? place.Path
            : counterId is { } of && counters.TryGetValue(of, out var counter) ? $"{counter}のトレイ"
            : kind.Name();
    }

    private async Task<Dictionary<string, string>> PeopleAsync(IEnumerable<string> actorIds, CancellationToken cancellationToken)
    {
        var ids = actorIds.Distinct().Select(id => Guid.TryParse(id, out var guid) ? guid : (Guid?)null).OfType<Guid>().ToList();
        return await context.StaffMembers.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id.ToString(), row => row.DisplayName, cancellationToken);
    }

    /// <summary>An entry that names an account beside its actor names the second person.</summary>
    private async Task<Dictionary<Guid, string>> SecondsAsync(List<Guid> entryIds, CancellationToken cancellationToken)
    {
        var named = await (
            from subject in context.AuditSubjects
            where entryIds.Contains(subject.EntryId)
            join member in context.StaffMembers on subject.SubjectId equals member.Id
            select new { subject.EntryId, member.DisplayName }).ToListAsync(cancellationToken);
        return named.GroupBy(row => row.EntryId).ToDictionary(group => group.Key, group => $"、二人目 {string.Join("、", group.Select(row => row.DisplayName).Order(StringComparer.Ordinal))}");
    }

    private static string WhoIs(ActorKind kind, string id, Dictionary<string, string> people) => kind switch
    {
        ActorKind.Staff => people.GetValueOrDefault(id, "職員"),
        ActorKind.Resident => "住民(インターネット)",
        ActorKind.Worker => "自動処理",
        ActorKind.Command => "管理コマンド",
    };
}
