using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>The visit that a resident is putting together: who is in it, what was answered, how long it will be.</summary>
[UseCase(UsedBy.Resident)]
public sealed class ViewSession(Database database)
{
    /// <param name="LastFour">Of the 製造管理番号: all that a resident is shown.</param>
    /// <param name="RecipientKind">Null until answered.</param>
    public sealed record Person(Guid? CardId, int Ordinal, string LastFour, RecipientKind? RecipientKind, bool ProxyNamed, BookingKind? Kind = null);

    /// <param name="Minutes">Of the whole visit, before it is put on a counter's grid; null until everyone has answered.</param>
    public sealed record Shown(IReadOnlyList<Person> Persons, int? Minutes, int MostPersons, IReadOnlyList<RecipientKind> OpenKinds);

    public Task<Shown> RunAsync(byte[] sessionHash, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync(caller, OperationKind.ViewReservation, async work =>
        {
            var rules = await BookingRules.LoadAsync(work.Context, work.Now, cancellationToken);
            var rows = await (
                from person in work.Context.SessionPersons
                where person.SecretHash == sessionHash
                from card in work.Context.Cards.Where(row => row.Id == person.CardId).DefaultIfEmpty()
                from kind in work.Context.BookingKinds.Where(row => row.Id == person.KindId).DefaultIfEmpty()
                select new
                {
                    person.CardId,
                    person.Ordinal,
                    SerialNumber = card!.SerialNumber,
                    person.RecipientKind,
                    Named = person.ProxyKanaName != null,
                    AmendmentNeeded = (bool?)card!.AmendmentNeeded,
                    Kind = kind,
                }).AsNoTracking().ToListAsync(cancellationToken);
            rows.Sort((one, other) => one.Ordinal.CompareTo(other.Ordinal));
            work.Record("Shown", rows.Count > 0 ? rows[0].CardId : null, others: rows.Select(row => row.CardId).OfType<Guid>());
            return new Shown(
                rows.ConvertAll(row => new Person(row.CardId, row.Ordinal, row.SerialNumber?.LastFour ?? "", row.RecipientKind, row.Named, row.Kind)),
                rows.Count > 0 && rows.TrueForAll(row => row.RecipientKind is not null)
                    ? rows.Sum(row => row.Kind?.Minutes ?? rules.MinutesOf(row.RecipientKind!.Value, row.AmendmentNeeded ?? false)) // none is null, see above
                    : null,
                rules.Settings.PersonsPerVisit,
                rules.OpenKinds);
        }, cancellationToken: cancellationToken);
}
