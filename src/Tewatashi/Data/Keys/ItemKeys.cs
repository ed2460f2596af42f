using System.Security.Cryptography;
using System.Text;

namespace Tewatashi.Data.Keys;

/// <summary>
/// One secret of a municipality at work: AES-256-GCM for items, HMAC-SHA-256 for tokens and digests. What it writes begins with
/// the version of its key. Safe to use from many threads.
/// </summary>
public sealed class ItemKeys
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int TokenLength = 16;
    private readonly Dictionary<byte, (ThreadLocal<AesGcm> Cipher, byte[] Token)> keys = [];
    private readonly byte current;

    internal ItemKeys(SortedDictionary<byte, byte[]> secrets)
    {
        foreach (var (version, secret) in secrets)
        {
            var encryption = Derive(secret, "item");
            // A cipher serves one thread at a time, and making it costs as much as sealing an item.
            keys[version] = (new ThreadLocal<AesGcm>(() => new AesGcm(encryption, TagLength)), Derive(secret, "token"));
            current = version;
        }
    }

    /// <summary>Version (1 byte), nonce, tag, ciphertext. Opens only where it was written: the row's place is part of the seal.</summary>
    public byte[] Encrypt(string plain, ItemPlace place)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        return EncryptBytes(text, place);
    }

    public byte[] EncryptBytes(ReadOnlySpan<byte> plain, ItemPlace place)
    {
        var result = new byte[1 + NonceLength + TagLength + plain.Length];
        result[0] = current;
        var nonce = result.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        CipherOf(current).Encrypt(nonce, plain, result.AsSpan(1 + NonceLength + TagLength), result.AsSpan(1 + NonceLength, TagLength), place.Bytes());
        return result;
    }

    /// <exception cref="AuthenticationTagMismatchException">It was altered, or moved from another row, column or municipality.</exception>
    public string Decrypt(ReadOnlySpan<byte> cipher, ItemPlace place) => Encoding.UTF8.GetString(DecryptBytes(cipher, place));

    public byte[] DecryptBytes(ReadOnlySpan<byte> cipher, ItemPlace place)
    {
        var plain = new byte[cipher.Length - 1 - NonceLength - TagLength];
        CipherOf(cipher[0]).Decrypt(cipher.Slice(1, NonceLength), cipher[(1 + NonceLength + TagLength)..], cipher.Slice(1 + NonceLength, TagLength), plain, place.Bytes());
        return plain;
    }

    /// <summary>A fixed keyed digest to search by: version and 16 bytes. Equal words in equal columns give equal tokens, in this municipality alone.</summary>
    /// <param name="column">What the token is for, such as <c>kana2</c>: the same word in another column has another token.</param>
    public byte[] Token(string column, string word) => Token(column, word, current);

    /// <summary>The token as a former key gave it, to compare with what was stored then.</summary>
    /// <param name="version">The first byte of what was stored.</param>
    public byte[] Token(string column, string word, byte version)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys[version].Token, Encoding.UTF8.GetBytes($"{column}\n{word}"), digest);
        return [version, .. digest[..TokenLength]];
    }

    private AesGcm CipherOf(byte version) => keys[version].Cipher.Value ?? throw new InvalidOperationException("A cipher is made on first use.");

    private static byte[] Derive(byte[] secret, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, salt: [], Encoding.UTF8.GetBytes($"tewatashi {use}"));
}
