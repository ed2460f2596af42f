using System.Reflection;
using Tewatashi.Data;

namespace Tewatashi.Web.Hosting;

/// <summary>What tells the two faces apart when they start.</summary>
/// <param name="Name">Names the face's cookies and keys: <c>resident</c> or <c>staff</c>.</param>
/// <param name="Pages">The assembly whose pages, and no others, are served.</param>
public sealed record FaceKind(string Name, DatabaseRole Role, UsedBy Uses, Assembly Pages);
