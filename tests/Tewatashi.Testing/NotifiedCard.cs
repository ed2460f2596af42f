using Tewatashi.Cards;
using Tewatashi.Notices;

namespace Tewatashi.Testing;

/// <summary>A card whose notice was sent, with what stands on the notice.</summary>
public sealed record NotifiedCard(Card Card, Guid NoticeId, ReceptionNumber ReceptionNumber, ReceptionPassword Password)
{
    public Guid Id => Card.Id;
}
