namespace Tewatashi.Staff;

/// <summary>What a second member of staff types at somebody else's screen to stand for what is done there: the own user id and password.</summary>
public sealed record SecondSignature(string UserId, string Password)
{
    /// <summary>A password stands in no log, not even by accident.</summary>
    public override string ToString() => nameof(SecondSignature);
}
