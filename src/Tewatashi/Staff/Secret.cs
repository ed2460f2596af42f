using System.Buffers.Text;
using System.Security.Cryptography;

namespace Tewatashi.Staff;

/// <summary>A random secret handed to one person or browser; the database keeps only its hash.</summary>
public static class Secret
{
    private const int Length = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));

    /// <summary>SHA-256: enough for a secret of 256 random bits.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(secret));
}
