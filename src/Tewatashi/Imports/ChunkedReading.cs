using System.Runtime.CompilerServices;

namespace Tewatashi.Imports;

/// <summary>The readings of a file in portions of so many rows, so that a portion can be one transaction.</summary>
internal static class ChunkedReading
{
    /// <param name="rows">Asked as each portion is begun.</param>
    /// <param name="end">Is told the verdict when the file was read.</param>
    public static async IAsyncEnumerable<List<ShipmentReading>> ReadAsync(
        Stream stream, ImportFile file, Func<int> rows, Action<FileVerdict> end, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var size = rows();
        var chunk = new List<ShipmentReading>(size);
        await foreach (var reading in ShipmentFile.ReadAsync(stream, file.Profile, file.Encoding, cancellationToken))
        {
            if (reading is FileVerdict verdict)
            {
                end(verdict);
                continue;
            }

            chunk.Add(reading);
            if (chunk.Count < size) continue;
            yield return chunk;
            size = rows();
            chunk = new List<ShipmentReading>(size);
        }

        if (chunk.Count > 0) yield return chunk;
    }
}
