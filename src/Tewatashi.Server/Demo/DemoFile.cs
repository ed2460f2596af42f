using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Tewatashi.Server.Demo;

/// <summary>
/// <c>demo.json</c>: addresses, sign-ins, and what stands on the notices. The only place where passwords of the demonstration lie in
/// clear; the database has their hashes alone.
/// </summary>
/// <param name="Resident">The resident face.</param>
/// <param name="Staff">The staff face.</param>
/// <param name="Notices">One for every card that can be booked on the internet now.</param>
/// <param name="OtherNotices">Those of cards that are booked, stopped or not told yet.</param>
internal sealed record DemoFile(
    string Resident,
    string Staff,
    string Municipality,
    IReadOnlyList<DemoFile.StaffMember> StaffMembers,
    IReadOnlyList<DemoFile.Notice> Notices,
    IReadOnlyList<DemoFile.Notice> OtherNotices)
{
    public sealed record StaffMember(string Id, string Password, string Role);

    /// <param name="Birthday">Month and day, such as <c>04-01</c>.</param>
    public sealed record Notice(string ReceptionNumber, string Password, string Birthday, string SerialNumber);

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Complete under another name first: whoever waits for it never reads half a file.</summary>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var draft = path + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(draft, options)) await JsonSerializer.SerializeAsync(file, this, Format, cancellationToken);
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Null where there is none.</summary>
    public static async Task<DemoFile?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return null;
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<DemoFile>(file, Format, cancellationToken);
    }
}
