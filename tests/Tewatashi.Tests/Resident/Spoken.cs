using Tewatashi.Text;

namespace Tewatashi.Tests.Resident;

/// <summary>What a text of the resources says in a language.</summary>
internal static class Spoken
{
    public static string Says(this Language language, Func<string> text)
    {
        using var turn = language.Speak();
        return text();
    }
}
