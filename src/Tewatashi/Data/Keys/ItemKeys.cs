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
    private const int SealLength = 1 + NonceLength + TagLength;
    private const int TokenLength = 16;

    /// <summary>Longer texts, in bytes, are no items of a person (pieces of files) and take their memory from the heap.</summary>
    private const int ShortText = 512;

    private readonly Dictionary<byte, ThreadLocal<ThreadKeys>> keys = [];
    private readonly byte current;

    internal ItemKeys(SortedDictionary<byte, byte[]> secrets)
    {
        foreach (var (version, secret) in secrets)
        {
            var encryption = Derive(secret, "item");
            var token = Derive(secret, "token");
            keys[version] = new ThreadLocal<ThreadKeys>(() => new ThreadKeys(new AesGcm(encryption, TagLength), new HMACSHA256(token)));
            current = version;
        }
    }

    /// <summary>Version (1 byte), nonce, tag, ciphertext. Opens only where it was written: the row's place is part of the seal.</summary>
    public byte[] Encrypt(string plain, ItemPlace place)
    {
        Span<byte> text = stackalloc byte[ShortText];
        return EncryptBytes(Encoding.UTF8.TryGetBytes(plain, text, out var length) ? text[..length] : Encoding.UTF8.GetBytes(plain), place);
    }

    public byte[] EncryptBytes(ReadOnlySpan<byte> plain, ItemPlace place)
    {
        Span<byte> where = stackalloc byte[ItemPlace.MaxLength];
        var result = new byte[SealLength + plain.Length];
        result[0] = current;
        var nonce = result.AsSpan(1, NonceLength);
        RandomPool.Fill(nonce);
        KeysOf(current).Cipher.Encrypt(nonce, plain, result.AsSpan(SealLength), result.AsSpan(1 + NonceLength, TagLength), where[..place.Write(where)]);
        return result;
    }

    /// <exception cref="AuthenticationTagMismatchException">It was altered, or moved from another row, column or municipality.</exception>
    public string Decrypt(ReadOnlySpan<byte> cipher, ItemPlace place) => Encoding.UTF8.GetString(DecryptBytes(cipher, place));

    public byte[] DecryptBytes(ReadOnlySpan<byte> cipher, ItemPlace place)
    {
        Span<byte> where = stackalloc byte[ItemPlace.MaxLength];
        var plain = new byte[cipher.Length - SealLength];
        KeysOf(cipher[0]).Cipher.Decrypt(cipher.Slice(1, NonceLength), cipher[SealLength..], cipher.Slice(1 + NonceLength, TagLength), plain, where[..place.Write(where)]);
        return plain;
    }

    /// <summary>A fixed keyed digest to search by: version and 16 bytes. Equal words in equal columns give equal tokens, in this municipality alone.</summary>
    /// <param name="column">What the token is for, such as <c>kana2</c>: the same word in another column has another token.</param>
    public byte[] Token(string column, ReadOnlySpan<char> word) => Token(column, word, current);

    /// <summary>The token as a former key gave it, to compare with what was stored then.</summary>
    /// <param name="version">The first byte of what was stored.</param>
    public byte[] Token(string column, ReadOnlySpan<char> word, byte version)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(column.Length + 1 + word.Length);
        var text = longest <= ShortText ? stackalloc byte[ShortText] : new byte[longest];
        var length = Encoding.UTF8.GetBytes(column, text);
        text[length++] = (byte)'\n';
        length += Encoding.UTF8.GetBytes(word, text[length..]);
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!KeysOf(version).Digest.TryComputeHash(text[..length], digest, out _)) throw new CryptographicException("A digest fits its length.");
        return [version, .. digest[..TokenLength]];
    }

    private ThreadKeys KeysOf(byte version) => keys[version].Value ?? throw new InvalidOperationException("Keys are made on first use.");

    private static byte[] Derive(byte[] secret, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, salt: [], Encoding.UTF8.GetBytes($"tewatashi {use}"));

    // Both serve one thread at a time, and making one costs as much as using it thrice.
    private sealed record ThreadKeys(AesGcm Cipher, HMACSHA256 Digest);
}
