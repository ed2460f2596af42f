namespace Tewatashi.Audit;

/// <summary>Who acts: a member of staff (id of the account), a resident (id of the card signed in with), the worker, a command.</summary>
/// <param name="Id">Never a name: an account's id, a card's id, or a program's fixed word.</param>
/// <param name="Role">The roles of a member of staff at that moment; null for the others.</param>
public sealed record Actor(ActorKind Kind, string Id, string? Role = null)
{
    public static readonly Actor Worker = new(ActorKind.Worker, "worker");
    public static readonly Actor Command = new(ActorKind.Command, "command");

    public static Actor Resident(Guid cardId) => new(ActorKind.Resident, cardId.ToString());

    /// <summary>A visitor of the resident face who has not signed in.</summary>
    public static readonly Actor Stranger = new(ActorKind.Resident, "-");

    public static Actor Staff(Guid staffMemberId, string roles) => new(ActorKind.Staff, staffMemberId.ToString(), roles);
}
