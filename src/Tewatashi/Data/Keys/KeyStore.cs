using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Tewatashi.Municipalities;

namespace Tewatashi.Data.Keys;

/// <summary>
/// The municipalities' secrets: files that only their owner may read, in a folder outside the database and its backups. A file
/// holds one key per line, <c>version base64</c>; the highest version encrypts, every version still opens. Destroying the files
/// of a municipality makes its personal data unreadable in every old backup too.
/// </summary>
public sealed class KeyStore(string folder)
{
    private const string Installation = "installation.key";
    private readonly ConcurrentDictionary<(MunicipalityCode, KeyPurpose), ItemKeys> open = new();

    /// <summary>Makes a key of a new municipality; one that is there stays as it is, overwriting would destroy its data.</summary>
    public void CreateMissing(MunicipalityCode municipality, KeyPurpose purpose)
    {
        if (!Has(municipality, purpose)) Write(PathOf(municipality, purpose));
    }

    public bool Has(MunicipalityCode municipality, KeyPurpose purpose) => File.Exists(PathOf(municipality, purpose));

    /// <exception cref="KeyMissingException">This program was not given the key.</exception>
    public ItemKeys KeysOf(MunicipalityCode municipality, KeyPurpose purpose) =>
        open.GetOrAdd((municipality, purpose), which => new ItemKeys(Read(PathOf(which.Item1, which.Item2))));

    /// <summary>The installation's own key, made on first use: wraps the platform's keys.</summary>
    public byte[] InstallationKey()
    {
        var path = Path.Combine(folder, Installation);
        if (!File.Exists(path)) Write(path);
        return Read(path).Values.Last();
    }

    private string PathOf(MunicipalityCode municipality, KeyPurpose purpose) =>
        Path.Combine(folder, FormattableString.Invariant($"{municipality.Value}.{purpose.ToString().ToLowerInvariant()}.key"));

    private void Write(string path)
    {
        Directory.CreateDirectory(folder);
        // Complete under another name first: a program that reads meanwhile never sees half a key.
        var draft = $"{path}.{Ids.New():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(path: draft, options))
            file.WriteLine($"1 {Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}");
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another program of the installation made it this very moment: that one counts.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static SortedDictionary<byte, byte[]> Read(string path)
    {
        if (!File.Exists(path)) throw new KeyMissingException(Path.GetFileName(path));
        var keys = new SortedDictionary<byte, byte[]>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.Split(' ') is [var version, var key])
                keys[byte.Parse(version, CultureInfo.InvariantCulture)] = Convert.FromBase64String(key);
        }

        return keys.Count > 0 ? keys : throw new KeyMissingException(Path.GetFileName(path));
    }
}
