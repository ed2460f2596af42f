using Tewatashi.Municipalities;
using Tewatashi.Municipalities.IdentityPapers;

namespace Tewatashi.Reservations.Letters;

/// <summary>What a mail tells of. Never a name, a birthday, 製造管理番号 or 受付番号.</summary>
/// <param name="Access">The municipality's way there.</param>
/// <param name="Papers">Which papers are enough.</param>
/// <param name="Bring">What the municipality says itself of what to bring, line by line.</param>
/// <param name="Face">The resident face of this municipality, without a closing slash.</param>
/// <param name="Visit">Null where an address was given for waiting alone.</param>
/// <param name="Link">Of a verification: the secret and until when it works.</param>
internal sealed record LetterFacts(
    Municipality Office, MunicipalitySettings Settings, string Access, PaperRules Papers, IReadOnlyList<string> Bring, string Face, LetterVisit? Visit, LetterLink? Link);
