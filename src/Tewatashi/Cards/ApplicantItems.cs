using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>
/// Writes and reads the personal items of one municipality's applicants, and makes the tokens they are searched by. The only
/// place that knows how they lie in <see cref="Applicant"/>. Needs the applicant key: the resident face can not make one.
/// </summary>
/// <exception cref="KeyMissingException">This program was not given the key.</exception>
public sealed class ApplicantItems(KeyStore keyStore, MunicipalityCode municipality)
{
    private const string Table = "applicant";
    private readonly ItemKeys keys = keyStore.KeysOf(municipality, KeyPurpose.Applicant);
    private readonly SharedTokens shared = new();

    /// <summary>The row of a card's applicant: each item sealed to this row, with its search tokens.</summary>
    public Applicant Seal(Guid cardId, ApplicantNames names)
    {
        var kana = names.KanaName?.LooseKey;
        return new Applicant
        {
            Municipality = municipality,
            CardId = cardId,
            ApplicationId = keys.Encrypt(names.ApplicationId.Value, PlaceOf(cardId, "application_id")),
            KanaName = names.KanaName is { } name ? keys.Encrypt(name.Value, PlaceOf(cardId, "kana_name")) : null,
            Birthday = keys.Encrypt(names.Birthday.Value, PlaceOf(cardId, "birthday")),
            ApplicationIdToken = TokenOf(names.ApplicationId),
            KanaToken2 = SharedPrefixToken(kana, 2),
            KanaToken3 = SharedPrefixToken(kana, 3),
            KanaToken4 = SharedPrefixToken(kana, 4),
            KanaToken = string.IsNullOrEmpty(kana) ? null : TokenOfKana(kana),
            BirthdayToken = SharedToken("birthday", names.Birthday.MonthDay),
        };
    }

    /// <summary>The items in clear.</summary>
    /// <exception cref="System.Security.Cryptography.AuthenticationTagMismatchException">One was altered, or belongs to another row or municipality.</exception>
    public ApplicantNames Open(Applicant applicant) => new(
        ApplicationId.Parse(keys.Decrypt(applicant.ApplicationId, PlaceOf(applicant.CardId, "application_id"))),
        applicant.KanaName is { } name ? KanaName.Parse(keys.Decrypt(name, PlaceOf(applicant.CardId, "kana_name"))) : null,
        Birthday.Parse(keys.Decrypt(applicant.Birthday, PlaceOf(applicant.CardId, "birthday"))));

    /// <summary>What <see cref="Applicant.ApplicationIdToken"/> of this application is.</summary>
    public byte[] TokenOf(ApplicationId applicationId) => keys.Token("application_id", applicationId.Value);

    /// <summary>What <see cref="Applicant.BirthdayToken"/> of this month and day is.</summary>
    public byte[] TokenOf(Birthday birthday) => keys.Token("birthday", birthday.MonthDay);

    /// <summary>What <see cref="Applicant.KanaToken"/> of a whole name is, by its loose key.</summary>
    public byte[] TokenOfKana(string looseKey) => keys.Token("kana", looseKey);

    /// <summary>
    /// The token of a name's first <paramref name="length"/> characters (2, 3 or 4) by its loose key: <see cref="Applicant.KanaToken2"/>
    /// and its neighbours. Null where the key is shorter.
    /// </summary>
    public byte[]? KanaPrefixToken(string? looseKey, int length) =>
        looseKey is { } key && key.Length >= length ? keys.Token(PrefixColumn(length), key.AsSpan(0, length)) : null;

    // What is shared is found by its text alone: beginnings differ in their length, and only a month and day has digits.
    private byte[]? SharedPrefixToken(string? looseKey, int length) =>
        looseKey is { } key && key.Length >= length ? SharedToken(PrefixColumn(length), key.AsSpan(0, length)) : null;

    private byte[] SharedToken(string column, ReadOnlySpan<char> text) => shared.Find(text) ?? shared.Keep(text, keys.Token(column, text));

    private static string PrefixColumn(int length) => length switch
    {
        2 => "kana2",
        3 => "kana3",
        4 => "kana4",
        _ => throw new ArgumentOutOfRangeException(nameof(length)),
    };

    private ItemPlace PlaceOf(Guid cardId, string column) => new(municipality, Table, column, cardId);
}
