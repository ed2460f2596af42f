using System.Security.Cryptography;
using Tewatashi.Data.Keys;

namespace Tewatashi.Notices;

/// <summary>
/// How a 受付パスワード is stored: PBKDF2-SHA-256 of 2,000 rounds over the password keyed with a secret outside the database. Not more
/// rounds, because the whole ward signs in on the morning its notices arrive; the secret is what makes a stolen table useless.
/// </summary>
public static class PasswordHash
{
    private const int Rounds = 2000;
    private const int SaltLength = 16;
    private const int HashLength = 32;
    private const string Column = "reception_password";

    // Version 1 is the first key of every municipality; no password has this hash.
    private static readonly (byte[] Salt, byte[] Hash) Nothing = (new byte[SaltLength], [1, .. new byte[HashLength]]);

    /// <summary>A fresh salt, and the hash behind the version of its key (1 byte).</summary>
    /// <param name="keys">The municipality's keys of <see cref="KeyPurpose.Password"/>.</param>
    public static (byte[] Salt, byte[] Hash) New(ItemKeys keys, ReceptionPassword password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var keyed = keys.Token(Column, password.Value);
        return (salt, [keyed[0], .. Stretch(keyed, salt)]);
    }

    /// <summary>What is stored where nobody knows a password: for a notice taken over from a former system, until it is sent again.</summary>
    public static (byte[] Salt, byte[] Hash) OfNoPassword() =>
        (RandomNumberGenerator.GetBytes(SaltLength), [Nothing.Hash[0], .. RandomNumberGenerator.GetBytes(HashLength)]);

    public static bool Fits(ItemKeys keys, ReceptionPassword password, byte[] salt, byte[] hash) =>
        CryptographicOperations.FixedTimeEquals(Stretch(keys.Token(Column, password.Value, hash[0]), salt), hash.AsSpan(1));

    /// <summary>The same work for a number that nobody has, so that the time of the answer tells nothing. Never fits.</summary>
    public static bool FitsNothing(ItemKeys keys, ReceptionPassword password) => Fits(keys, password, Nothing.Salt, Nothing.Hash);

    private static byte[] Stretch(byte[] keyed, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(keyed, salt, Rounds, HashAlgorithmName.SHA256, HashLength);
}
