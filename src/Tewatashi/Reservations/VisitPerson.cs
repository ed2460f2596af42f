using Tewatashi.Cards;
using Tewatashi.Municipalities;

namespace Tewatashi.Reservations;

/// <summary>Who comes for one card.</summary>
/// <param name="ProxyName">代理受取人カナ氏名: given where the kind comes without the applicant, null otherwise.</param>
public sealed record VisitPerson(Guid CardId, RecipientKind RecipientKind, KanaName? ProxyName = null);
