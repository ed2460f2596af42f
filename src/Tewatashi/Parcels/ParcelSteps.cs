using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;

namespace Tewatashi.Parcels;

/// <summary>What the steps of a parcel share.</summary>
internal static class ParcelSteps
{
    /// <summary>Takes the row of a parcel in this state, so that scans and its sending or closing come one after the other; false where it is in another.</summary>
    public static async Task<bool> TakeTurnAsync(this Work work, Guid parcelId, ParcelState state, CancellationToken cancellationToken) =>
        await work.Context.Parcels.Where(row => row.Id == parcelId && row.State == state)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state), cancellationToken) == 1;

    /// <summary>The cards that are in it now.</summary>
    public static IQueryable<ParcelLine> PackedIn(this TewatashiContext context, Guid parcelId) =>
        context.ParcelLines.Where(row => row.ParcelId == parcelId && row.State == ParcelLineState.Packed);

    public static ParcelLine NewLine(this Work work, Guid parcelId, SerialNumber serial, Guid? cardId, ParcelLineState state) => new()
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        ParcelId = parcelId,
        SerialNumber = serial,
        CardId = cardId,
        State = state,
        AddedAt = work.Now,
        AddedBy = work.Caller.Actor.Id,
        EndedAt = state == ParcelLineState.Packed ? null : work.Now,
        EndedBy = state == ParcelLineState.Packed ? null : work.Caller.Actor.Id,
    };

    /// <summary>A card leaves the parcel. Somebody else's scan of it this very moment makes the whole use case look again.</summary>
    public static async Task EndLineAsync(this Work work, Guid parcelId, Guid cardId, ParcelLineState state, CancellationToken cancellationToken)
    {
        if (await work.Context.PackedIn(parcelId).Where(row => row.CardId == cardId).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, state)
            .SetProperty(row => row.EndedAt, work.Now)
            .SetProperty(row => row.EndedBy, work.Caller.Actor.Id), cancellationToken) != 1) throw new PassingException();
    }

    /// <summary>The last business day by which what leaves on a day has to be there.</summary>
    public static async Task<DateOnly> DueAsync(this TewatashiContext context, DateOnly day, CancellationToken cancellationToken)
    {
        var days = await context.Settings.Select(row => row.TransferBusinessDays).SingleAsync(cancellationToken);
        var closed = (await context.Closures.Where(row => row.CounterId == null).Select(row => row.Day).ToListAsync(cancellationToken)).ToHashSet();
        return new Time.BusinessDays(closed).Add(day, days);
    }
}
