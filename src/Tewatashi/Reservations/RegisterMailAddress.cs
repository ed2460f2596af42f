using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Mail;

namespace Tewatashi.Reservations;

/// <summary>
/// Takes a resident's mail address for a visit and mails a link that proves it. Nothing else is sent there before that link was
/// followed; a newer address takes the place of the one before.
/// </summary>
[UseCase(UsedBy.Resident)]
public sealed class RegisterMailAddress(Database database, KeyStore keys)
{
    /// <summary>How long the mailed link works (RES-09).</summary>
    public static readonly TimeSpan LinkTime = TimeSpan.FromMinutes(60);

    /// <summary>Addresses one visit can try: enough for every slip, too few to flood a stranger's mailbox.</summary>
    public const int Most = 5;

    public sealed record Request(Guid VisitId, EmailAddress Address);

    public abstract record Outcome;

    public sealed record LinkMailed(string Masked, DateTimeOffset ExpiresAt) : Outcome;

    /// <summary>The visit has used up its tries.</summary>
    public sealed record Enough : Outcome;

    /// <summary>No visit of this resident that is still to come.</summary>
    public sealed record NotFound : Outcome;

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.RegisterMailAddress, async work =>
        {
            var outcome = await RegisterAsync(work, request, cancellationToken);
            if (outcome is LinkMailed) work.Record("LinkMailed", request.VisitId);
            else work.Abandon();
            return outcome;
        }, async (work, first) =>
        {
            var contact = await work.Context.Contacts.AsNoTracking().Where(row => row.VisitId == first.SubjectId).OrderByDescending(row => row.CreatedAt).FirstAsync(cancellationToken);
            return new LinkMailed(contact.Masked, contact.TokenExpiresAt);
        }, cancellationToken);

    private async Task<Outcome> RegisterAsync(Work work, Request request, CancellationToken cancellationToken)
    {
        var visit = await work.Context.OwnVisitAsync(request.VisitId, work.Caller, cancellationToken);
        if (visit is null || visit.Seat == SeatState.Released) return new NotFound();
        if (await work.Context.Contacts.CountAsync(row => row.VisitId == visit.Id, cancellationToken) >= Most) return new Enough();

        var contact = work.AddContact(keys, visit.Id, null, request.Address);
        return new LinkMailed(contact.Masked, contact.TokenExpiresAt);
    }
}
