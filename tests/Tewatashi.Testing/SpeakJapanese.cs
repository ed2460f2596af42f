using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Tewatashi.Text;

namespace Tewatashi.Testing;

/// <summary>Tests read Japanese, on a machine of any language, as every program of ours does.</summary>
internal static class SpeakJapanese
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Only tests load this library, and each must start so, whichever class runs first.")]
    internal static void Start() => Language.StartInJapanese();
}
