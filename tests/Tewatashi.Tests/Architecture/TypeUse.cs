namespace Tewatashi.Tests.Architecture;

/// <summary>One type names another, in whatever place: a signature, a field, an attribute or the middle of a method body.</summary>
/// <param name="User">Full name of the outermost type that names the other; closures and state machines count as theirs.</param>
/// <param name="Used">Full name of the outermost type named.</param>
internal sealed record TypeUse(string User, string Used);
