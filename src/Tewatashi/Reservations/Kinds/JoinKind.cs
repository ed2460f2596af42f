using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations.Kinds;

/// <summary>Another kind of booking comes along in the visit that is being put together; one that needs no card needs no notice.</summary>
[UseCase(UsedBy.Resident)]
public sealed class JoinKind(Database database)
{
    public sealed record Request(byte[] SessionHash, Guid KindId);

    public abstract record Outcome;

    public sealed record Joined : Outcome;

    /// <summary>As many as may come together are there already.</summary>
    public sealed record Enough(int Most) : Outcome;

    /// <summary>Off, not taken on the internet, or one that needs a card.</summary>
    public sealed record Closed : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.AddPerson, async work =>
        {
            var kind = await work.Context.BookingKinds.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.KindId, cancellationToken);
            if (kind is not { IsOn: true, OnWeb: true, NeedsCard: false }) return work.Refuse<Outcome>(new Closed());
            var ordinals = await work.Context.SessionPersons.Where(row => row.SecretHash == request.SessionHash).Select(row => row.Ordinal).ToListAsync(cancellationToken);
            var most = await work.Context.Settings.Select(row => row.PersonsPerVisit).SingleAsync(cancellationToken);
            // Whoever signed in with a notice is the first; by a mailed link the first kind is.
            if (ordinals.Count >= most || (ordinals.Count == 0 && await LinkOwner.OfAsync(work, cancellationToken) is null)) return work.Refuse<Outcome>(new Enough(most));
            work.Context.Add(new SessionPerson
            {
                Municipality = work.Municipality,
                SecretHash = request.SessionHash,
                CardId = null,
                KindId = kind.Id,
                Ordinal = ordinals.DefaultIfEmpty(0).Max() + 1,
                RecipientKind = RecipientKind.Applicant,
            });
            work.Record("Joined", kind.Id);
            return new Joined();
        }, (_, _) => Task.FromResult<Outcome>(new Joined()), cancellationToken);
}
