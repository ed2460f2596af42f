using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Storage;

namespace Tewatashi.Cards;

/// <summary>
/// Gives a place another name or capacity, or takes it out of use when it is empty and everything inside it is too. A capacity below what lies
/// there is refused. A place is never deleted: history names it.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class ChangeLocation(Database database)
{
    /// <param name="Version">As the form showed it.</param>
    /// <param name="Capacity">Not used for places in which no card lies directly.</param>
    public sealed record Request(Guid LocationId, int Version, string Name, int? Capacity, bool Retired);

    public abstract record Outcome;

    public sealed record Changed : Outcome;

    /// <summary>Cards lie in it or inside it.</summary>
    public sealed record NotEmpty(int Cards) : Outcome;

    public sealed record CapacityTooSmall(int Cards) : Outcome;

    /// <summary>In words for the person at the form.</summary>
    public sealed record Refused(string Reason) : Outcome;

    /// <summary>Another person changed it since the form was shown.</summary>
    public sealed record Overtaken : Outcome;

    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (!LocationName.IsGood(request.Name)) return Task.FromResult<Outcome>(new Refused($"名前を{LocationName.MaxLength}文字までで入力してください。"));
        if (request.Capacity is < 1 or > AddLocations.LargestCapacity)
            return Task.FromResult<Outcome>(new Refused($"入る枚数は1から{AddLocations.LargestCapacity}までにしてください。"));
        return database.WriteAsync(caller, OperationKind.ChangeLocation, async work =>
        {
            var outcome = await ChangeAsync(work, request, cancellationToken);
            if (outcome is Changed) work.Record(nameof(Changed), request.LocationId, request.Retired ? "Retired" : null);
            else work.Abandon();
            return outcome;
        }, (_, _) => Task.FromResult<Outcome>(new Changed()), cancellationToken);
    }

    private static async Task<Outcome> ChangeAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var context = work.Context;
        // The row is taken first: no card is stored here while its emptiness is looked at.
        await context.Locations.Where(row => row.Id == request.LocationId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Retired, row => row.Retired), cancellationToken);
        if (await context.Locations.SingleOrDefaultAsync(row => row.Id == request.LocationId, cancellationToken) is not { } location) return new NotFound();
        if (location.Version != request.Version) return new Overtaken();

        var inside = location.Path + "-";
        var within = context.Locations.Where(row => row.Id == location.Id || row.Path.StartsWith(inside));
        var ids = within.Select(row => (Guid?)row.Id);
        if (request.Retired && !location.Retired)
        {
            // The places inside go out of use with it, each taken in the same way.
            await within.Where(row => row.Id != location.Id && !row.Retired).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Retired, true).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
            var cards = await context.Cards.CountAsync(row => ids.Contains(row.LocationId), cancellationToken);
            if (cards > 0) return new NotEmpty(cards);
        }

        if (!request.Retired && location.Retired && location.ParentId is { } parentId
            && await context.Locations.AnyAsync(row => row.Id == parentId && row.Retired, cancellationToken))
            return new Refused("この場所を含む場所(棚や保管庫)が使用停止です。先にそちらを再開してください。");
        if (!request.Retired && location.Retired && location.Kind == LocationKind.Position && await context.Locations.AnyAsync(row => row.Id == location.ParentId && row.Capacity != null, cancellationToken))
            return new Refused("この位置のある箱には、いまカードを直接入れます。箱を空にして、もう一度位置に分けてください。");

        // A box whose positions are all out of use holds cards again; while one is in use, the cards lie there.
        var divided = location.Kind == LocationKind.Box && await context.Locations.AnyAsync(row => row.ParentId == location.Id && !row.Retired, cancellationToken);
        if (divided && !request.Retired && request.Capacity is not null) return new Refused("位置に分けた箱です。枚数は中の位置ごとに入力するか、先に中の位置をすべて使用停止にしてください。");
        if (location.Kind is LocationKind.Box or LocationKind.Position && request.Capacity is { } capacity)
        {
            var here = await context.Cards.CountAsync(row => row.LocationId == location.Id, cancellationToken);
            if (capacity < here) return new CapacityTooSmall(here);
            location.Capacity = capacity;
        }

        location.Name = Text.Typed.Line(request.Name)!; // good above
        location.Retired = request.Retired;
        return new Changed();
    }
}
