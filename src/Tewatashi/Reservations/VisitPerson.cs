using Tewatashi.Cards;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>Who comes for what: for a card, or for another kind of booking.</summary>
/// <param name="CardId">Null where the kind needs no card of ours.</param>
/// <param name="ProxyName">代理受取人カナ氏名: given where the kind comes without the applicant, null otherwise.</param>
/// <param name="KindId">The kind of booking; null: 受取.</param>
public sealed record VisitPerson(Guid? CardId, RecipientKind RecipientKind, KanaName? ProxyName = null, Guid? KindId = null)
{
    /// <summary>For a kind that needs no card.</summary>
    public static VisitPerson ForKind(Guid kindId) => new(null, RecipientKind.Applicant, null, kindId);
}
