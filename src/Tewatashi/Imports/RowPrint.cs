using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Tewatashi.Imports;

/// <summary>
/// 64 bits that stand for a row's content while one file is read, under a key of this process. Tells an equal repetition from
/// a differing one; never stored (what is stored about a row is the municipality's keyed fingerprint).
/// </summary>
internal static class RowPrint
{
    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;

    public static ulong Of(ShipmentRow row)
    {
        var print = Seed;
        Add(ref print, row.ApplicationId.Value);
        Add(ref print, row.KanaName?.Value);
        Add(ref print, row.Birthday.Value);
        Add(ref print, row.DispatchNumber?.Value ?? "");
        Add(ref print, row.Counter?.Value);
        Add(ref print, (row.Deadline?.DayNumber ?? 0, (int)row.Route));
        Add(ref print, row.Location);
        Add(ref print, (row.NotifiedOn?.DayNumber ?? 0, 0));
        Add(ref print, row.ReservedFor is { } visit ? (visit.On.DayNumber, visit.At.Hour * 60 + visit.At.Minute) : (0, 0));
        Add(ref print, row.ReservationNumber);
        return print;
    }

    private static void Add(ref ulong print, (int First, int Second) pair) =>
        print = Mix(print ^ (((ulong)(uint)pair.First << 32) | (uint)pair.Second));

    private static void Add(ref ulong print, string? text)
    {
        // The length goes in too, so that characters can not move from one field to the next unseen.
        print = Mix(print ^ (text is null ? ulong.MaxValue : (ulong)text.Length));
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            print = Mix(print ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        if (!bytes.IsEmpty)
        {
            Span<byte> last = stackalloc byte[8];
            last.Clear();
            bytes.CopyTo(last);
            print = Mix(print ^ BinaryPrimitives.ReadUInt64LittleEndian(last));
        }
    }

    /// <summary>One step of multiply-and-fold, the core of the wyhash family.</summary>
    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value ^ 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, out var low);
        return high ^ low;
    }
}
