using System.Runtime.CompilerServices;

namespace Tewatashi.Imports;

/// <summary>The readings of a file in portions of the same number of rows, so that a portion can be one transaction.</summary>
internal static class ChunkedReading
{
    /// <param name="end">Is told the verdict when the file was read.</param>
    public static async IAsyncEnumerable<List<ShipmentReading>> ReadAsync(
        Stream stream, ImportFile file, int rows, Action<FileVerdict> end, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new List<ShipmentReading>(rows);
        await foreach (var reading in ShipmentFile.ReadAsync(stream, file.Profile, file.Encoding, cancellationToken))
        {
            if (reading is FileVerdict verdict)
            {
                end(verdict);
                continue;
            }

            chunk.Add(reading);
            if (chunk.Count < rows) continue;
            yield return chunk;
            chunk = new List<ShipmentReading>(rows);
        }

        if (chunk.Count > 0) yield return chunk;
    }
}
