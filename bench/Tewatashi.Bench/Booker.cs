namespace Tewatashi.Bench;

/// <summary>A resident who has signed in and said who comes, with the bytes that every request of theirs begins and every form ends with.</summary>
/// <param name="Head">Of each request, from the host on: the cookies.</param>
/// <param name="Token">The form field against forgery, encoded.</param>
/// <param name="Since">When they signed in: a session in which nothing happens ends.</param>
internal sealed record Booker(Guid CardId, string Head, string Token, DateTimeOffset Since);
