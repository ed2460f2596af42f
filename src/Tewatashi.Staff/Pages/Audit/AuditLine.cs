using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Time;

namespace Tewatashi.Staff.Pages.Audit;

/// <summary>One line of the log in the office's words.</summary>
/// <param name="CardId">Where the record is a card that is still there; null otherwise.</param>
public sealed record AuditLine(string At, string Who, string Role, string Source, string What, string Outcome, string Detail, Guid? CardId, string Record)
{
    public static AuditLine Of(AuditEntry entry, IReadOnlyDictionary<string, StaffMember> members, IReadOnlyDictionary<Guid, SerialNumber> cards)
    {
        var card = entry.SubjectId is { } id && cards.TryGetValue(id, out var serialNumber) ? serialNumber : null;
        var person = entry.SubjectId is { } other && members.TryGetValue(other.ToString(), out var member) ? member.UserId.Display : null;
        return new(
            $"{JapanTime.DateOf(entry.At):yyyy/MM/dd} {JapanTime.TimeOf(entry.At):HH:mm:ss}",
            WhoIs(entry, members),
            RoleOf(entry),
            entry.Source,
            entry.Operation.Name(),
            OutcomeNames.Of(entry.Operation, entry.Outcome),
            DetailWords.Of(entry),
            card is null ? null : entry.SubjectId,
            card?.Display ?? person ?? "");
    }

    private static string WhoIs(AuditEntry entry, IReadOnlyDictionary<string, StaffMember> members) => entry.ActorKind switch
    {
        ActorKind.Staff => members.TryGetValue(entry.ActorId, out var member) ? $"{member.DisplayName} ({member.UserId.Display})" : "(アカウントなし)",
        ActorKind.Resident => "住民",
        ActorKind.Worker => "自動処理",
        ActorKind.Command => "運用コマンド",
    };

    private static string RoleOf(AuditEntry entry) => Enum.TryParse<StaffRoles>(entry.Role, out var roles) ? roles.Name() : "";
}
