using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Imports;
using Tewatashi.Municipalities;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff;
using Tewatashi.Text;
using Tewatashi.Time;
using Tewatashi.Web.Hosting;

namespace Tewatashi.Bench;

/// <summary>
/// Residents with a sent notice who have signed in a moment ago, said who comes and opened the page with the form: written
/// straight into the tables, for what is measured begins after that.
/// </summary>
internal sealed class Residents(Ground ground, MunicipalityCode municipality, WebApplication face)
{
    private const int AtOnce = 2000;

    /// <summary>Well before the face ends a session in which nothing happens: filling a database with years takes longer than that.</summary>
    private static readonly TimeSpan Patience = ResidentSessions.Idle / 3;

    private readonly Queue<Booker> waiting = [];
    private Guid importId;
    private Guid batchId;
    private int made;

    public bool TryTake(out Booker booker)
    {
        lock (waiting) return waiting.TryDequeue(out booker!); // null only with false
    }

    /// <summary>Until so many wait.</summary>
    public async Task AddAsync(int wanted, CancellationToken cancellationToken)
    {
        lock (waiting)
        {
            while (waiting.TryPeek(out var first) && TimeProvider.System.GetUtcNow() - first.Since > Patience) waiting.Dequeue();
        }

        while (true)
        {
            int count;
            lock (waiting) count = Math.Min(AtOnce, wanted - waiting.Count);
            if (count <= 0) return;
            var bookers = await MakeAsync(count, cancellationToken);
            lock (waiting) bookers.ForEach(waiting.Enqueue);
        }
    }

    private async Task<List<Booker>> MakeAsync(int count, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var today = JapanTime.DateOf(now);
        var (salt, hash) = PasswordHash.OfNoPassword();
        var rows = Enumerable.Range(made, count).Select(number => (Number: number, CardId: Ids.New(), NoticeId: Ids.New(), Secret: Secret.New())).ToList();
        made += count;
        await ground.Staff<Database>().UnrecordedAsync(municipality, async context =>
        {
            if (importId == Guid.Empty) await BeginAsync(context, now, today, cancellationToken);
            await ground.Provider.InsertManyAsync(context, rows.ConvertAll(row => new Card
            {
                Municipality = municipality,
                Id = row.CardId,
                SerialNumber = SerialNumber.Parse(CardFile.SerialOf(row.Number)),
                DispatchNumber = DispatchNumber.Parse("B1"),
                ImportId = importId,
                Ordinal = row.Number,
                Route = CardRoute.Counter,
                Progress = CardProgress.Prepared,
                PlaceKind = PlaceKind.None,
                PlacedAt = now,
                Fingerprint = [],
                AddedAt = now,
            }), cancellationToken);
            await ground.Provider.InsertManyAsync(context, rows.ConvertAll(row => new Notice
            {
                Municipality = municipality,
                Id = row.NoticeId,
                CardId = row.CardId,
                BatchId = batchId,
                Ordinal = row.Number,
                Sequence = 1,
                ReceptionNumber = NumberOf(row.Number),
                PasswordSalt = salt,
                PasswordHash = hash,
                State = NoticeState.Sent,
                IssuedAt = now,
                SentOn = today,
                DeadlineOn = today.AddDays(90),
            }), cancellationToken);
            return 0;
        }, cancellationToken);
        await ground.Resident<Database>().UnrecordedAsync(municipality, async context =>
        {
            await ground.Provider.InsertManyAsync(context, rows.ConvertAll(row => new ResidentSession
            {
                Municipality = municipality,
                SecretHash = Secret.HashOf(row.Secret),
                CardId = row.CardId,
                NoticeId = row.NoticeId,
                StartedAt = now,
                LastSeenAt = now,
                PurposeRevision = 1,
            }), cancellationToken);
            await ground.Provider.InsertManyAsync(context, rows.ConvertAll(row => new SessionPerson
            {
                Municipality = municipality,
                SecretHash = Secret.HashOf(row.Secret),
                CardId = row.CardId,
                Ordinal = 1,
                RecipientKind = RecipientKind.Applicant,
            }), cancellationToken);
            return 0;
        }, cancellationToken);
        return rows.ConvertAll(row => BookerOf(row.CardId, row.Secret, now));
    }

    // Counted and not drawn: of 40,000 drawn ones two would be alike more often than not.
    private static ReceptionNumber NumberOf(int number)
    {
        var nine = FormattableString.Invariant($"{100_000_000 + number}");
        return ReceptionNumber.Parse(nine + CheckDigit.For(nine));
    }

    private async Task BeginAsync(TewatashiContext context, DateTimeOffset now, DateOnly today, CancellationToken cancellationToken)
    {
        importId = Ids.New();
        batchId = Ids.New();
        context.Add(new Import { Municipality = municipality, Id = importId, FileName = "bench.csv", Profile = "standard", State = ImportState.Applied, ActorId = "bench", StartedAt = now, FinishedAt = now });
        context.Add(new NoticeBatch { Municipality = municipality, Id = batchId, Name = "計測", Form = NoticeForm.Guide, NeedsMatching = false, DeadlineOn = today.AddDays(90), CreatedAt = now });
        await context.SaveChangesAsync(cancellationToken);
    }

    // The token is the one that the page with the form would carry: made by the face's own services.
    private Booker BookerOf(Guid cardId, string secret, DateTimeOffset since)
    {
        var visitor = new DefaultHttpContext
        {
            RequestServices = face.Services,
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, cardId.ToString())], "resident")),
        };
        var tokens = face.Services.GetRequiredService<IAntiforgery>().GetTokens(visitor);
        var form = face.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value;
        return new Booker(
            cardId,
            string.Create(CultureInfo.InvariantCulture, $" HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {FaceHost.CookieName("resident", "session", https: false)}={secret}; {form.Cookie.Name}={tokens.CookieToken}\r\n"),
            $"{form.FormFieldName}={WebUtility.UrlEncode(tokens.RequestToken)}",
            since);
    }
}
