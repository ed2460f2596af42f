using System.Security.Cryptography;
using System.Text;

namespace Tewatashi.Data.Keys;

/// <summary>AES-256-GCM under the installation's key: nonce, tag, ciphertext, bound to a place.</summary>
public static class KeyWrap
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] Seal(byte[] key, string place, string plain)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var result = new byte[NonceLength + TagLength + text.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(result.AsSpan(0, NonceLength), text, result.AsSpan(NonceLength + TagLength), result.AsSpan(NonceLength, TagLength), Encoding.UTF8.GetBytes(place));
        return result;
    }

    public static string Open(byte[] key, string place, ReadOnlySpan<byte> wrapped)
    {
        var plain = new byte[wrapped.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(wrapped[..NonceLength], wrapped[(NonceLength + TagLength)..], wrapped.Slice(NonceLength, TagLength), plain, Encoding.UTF8.GetBytes(place));
        return Encoding.UTF8.GetString(plain);
    }
}
