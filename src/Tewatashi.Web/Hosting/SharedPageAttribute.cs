namespace Tewatashi.Web.Hosting;

/// <summary>
/// A page that reads the same for every visitor without a session, drawn once and then shown from memory: what it tells is at most
/// <see cref="SharedPages.OldestSeconds"/> seconds old.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SharedPageAttribute : Attribute;
