using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.Counters;
using Tewatashi.Counting;
using Tewatashi.Data;
using Tewatashi.Disposal;
using Tewatashi.HandOver;
using Tewatashi.HandOver.Closings;
using Tewatashi.HandOver.Post;
using Tewatashi.Imports.Changes;
using Tewatashi.Missing;
using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;
using Tewatashi.Notices;
using Tewatashi.Parcels;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Waiting;
using Tewatashi.TakeOuts;
using Tewatashi.Transfers;
using Tewatashi.Vaults;

namespace Tewatashi;

/// <summary>
/// Examines the whole database, municipality by municipality, in one unchanging view: what the office may always rely on, and what
/// no index or check of the database alone can hold. Reads states and ids, nobody's personal data.
/// </summary>
public sealed class Check(IDatabaseProvider provider)
{
    /// <param name="Invariant">The rule that is broken.</param>
    /// <param name="What">A word for what is wrong.</param>
    /// <param name="Id">What it is about.</param>
    public sealed record Violation(MunicipalityCode Municipality, string Invariant, string What, string Id)
    {
        public override string ToString() => $"{Municipality.Value} {Invariant}: {What} {Id}";
    }

    /// <param name="Municipalities">How many were looked into.</param>
    /// <param name="Invariants">How many rules were examined in each.</param>
    public sealed record Result(int Municipalities, int Invariants, IReadOnlyList<Violation> Violations);

    public static readonly IReadOnlyList<Invariant> Invariants =
    [
        .. PaperInvariants.All,
        .. CardInvariants.All,
        .. ReceivingInvariants.All,
        .. RemadeInvariants.All,
        .. ChangeInvariants.All,
        .. CountInvariants.All,
        .. MissingInvariants.All,
        .. DisposalInvariants.All,
        .. CardCombinations.All,
        .. NoticeInvariants.All,
        .. CalendarInvariants.All,
        .. SeatInvariants.All.Select(row => new Invariant(row.Name, row.Query)),
        .. WaitingInvariants.All,
        .. HandOverInvariants.All,
        .. PostInvariants.All,
        .. ClosingInvariants.All,
        .. VaultInvariants.All,
        .. TransferInvariants.All,
        .. ParcelInvariants.All,
        .. TakeOutInvariants.All,
        .. AuditInvariants.All,
    ];

    /// <param name="only">Null: every municipality there is.</param>
    public async Task<Result> RunAsync(MunicipalityCode? only, CancellationToken cancellationToken)
    {
        await using var snapshot = await provider.SnapshotAsync(DatabaseRole.Staff, cancellationToken);
        var municipalities = await snapshot.MunicipalitiesAsync(cancellationToken);
        if (only is not null) municipalities = [only];
        var violations = new List<Violation>();
        foreach (var municipality in municipalities)
        {
            foreach (var invariant in Invariants)
            {
                foreach (var row in await snapshot.RowsAsync(municipality, invariant.Violations, cancellationToken))
                    violations.Add(new Violation(municipality, invariant.Name, row[1], row[2]));
            }
        }

        return new Result(municipalities.Count, Invariants.Count, violations);
    }
}
