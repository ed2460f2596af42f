namespace Tewatashi.Imports;

/// <summary>
/// Which serial numbers a file has brought so far, on which line and with what content: 20 bytes a row, never a name.
/// The number of rows of one file is limited, and so is the memory: 80 MB at the very most, 5 MB for 227,000 rows.
/// </summary>
internal sealed class SeenSerials
{
    /// <summary>More rows than the largest municipality has residents; a longer file is refused.</summary>
    public const int Limit = 3_000_000;

    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private ulong[] _serials = new ulong[1 << 10];
    private ulong[] _prints = new ulong[1 << 10];
    private int[] _lines = new int[1 << 10];
    private int _count;

    public bool IsFull => _count >= Limit;

    /// <summary>
    /// Notes the serial number. False where the file had it before: then with the line of its first row and whether that
    /// row said the same.
    /// </summary>
    public bool TryAdd(string serial, int line, ulong print, out int firstLine, out bool isEqual)
    {
        var key = Pack(serial);
        var slot = Find(_serials, key);
        if (_serials[slot] == key)
        {
            firstLine = _lines[slot];
            isEqual = _prints[slot] == print;
            return false;
        }

        _serials[slot] = key;
        _lines[slot] = line;
        _prints[slot] = print;
        _count++;
        if (_count > _serials.Length / 4 * 3)
        {
            Grow();
        }

        firstLine = line;
        isEqual = true;
        return true;
    }

    /// <summary>Nine characters of 0-9 and A-Z, base 36, fit in 47 bits; 0 is left for an empty slot.</summary>
    private static ulong Pack(string serial)
    {
        ulong packed = 0;
        foreach (var character in serial)
        {
            packed = packed * 36 + (ulong)(character <= '9' ? character - '0' : character - 'A' + 10);
        }

        return packed + 1;
    }

    private static int Find(ulong[] serials, ulong key)
    {
        var mask = serials.Length - 1;
        var slot = (int)((key * Spread) >> 32) & mask;
        while (serials[slot] != 0 && serials[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var serials = new ulong[_serials.Length * 2];
        var prints = new ulong[serials.Length];
        var lines = new int[serials.Length];
        for (var old = 0; old < _serials.Length; old++)
        {
            if (_serials[old] != 0)
            {
                var slot = Find(serials, _serials[old]);
                serials[slot] = _serials[old];
                prints[slot] = _prints[old];
                lines[slot] = _lines[old];
            }
        }

        (_serials, _prints, _lines) = (serials, prints, lines);
    }
}
