using Tewatashi.Cards;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;

namespace Tewatashi.Staff.Pages.Desk;

/// <summary>One person of a caller's visit as typed: further persons are named by their 製造管理番号, or come for a kind that needs no card.</summary>
public sealed class DeskPerson
{
    public string? SerialNumber { get; set; }
    public RecipientKind RecipientKind { get; set; } = RecipientKind.Applicant;
    public string? ProxyName { get; set; }

    /// <summary>The kind of booking; null: 受取.</summary>
    public Guid? KindId { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(SerialNumber) && KindId is null;

    /// <summary>Reads who comes; the problem is a message and the field it belongs to.</summary>
    public VisitPerson? Read(Guid cardId, out (string Field, string Message)? problem)
    {
        problem = null;
        KanaName? name = null;
        if (!string.IsNullOrWhiteSpace(ProxyName) && !KanaName.TryParse(ProxyName, out name, out var wrong))
        {
            problem = (nameof(ProxyName), wrong);
            return null;
        }

        if (RecipientKind.NeedsProxyName() && name is null)
        {
            problem = (nameof(ProxyName), "代理の方のカナ氏名を入力してください。");
            return null;
        }

        return new VisitPerson(cardId, RecipientKind, RecipientKind.NeedsProxyName() ? name : null, KindId);
    }
}
