namespace Tewatashi.Server.Commands;

/// <summary>One endpoint of a face.</summary>
/// <param name="Permission">What a member of staff needs; null where the page names none.</param>
/// <param name="Open">Without any sign-in.</param>
/// <param name="Fields">Names of the fields of the query (GET) or form (POST).</param>
internal sealed record EndpointRow(string Face, string Method, string Path, string? Permission, bool Open, IReadOnlyList<string> Fields);
