namespace Tewatashi.Imports;

/// <summary>
/// Which serial numbers a file has brought so far, on which line and with what content: 16 bytes a slot, never a name. In
/// many small tables, so that growing one never needs all of it twice. The number of rows of one file is limited, and so is
/// the memory: 64 MB at the very most, 8 MB for 227,000 rows.
/// </summary>
internal sealed class SeenSerials
{
    /// <summary>More rows than the largest municipality has residents; a longer file is refused.</summary>
    public const int Limit = 3_000_000;

    private const int TableBits = 10;
    private const int PrintBits = 28;
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private readonly Table?[] _tables = new Table?[1 << TableBits];
    private int _count;

    public bool IsFull => _count >= Limit;

    /// <summary>
    /// Notes the serial number. False where the file had it before: then with the line of its first row and whether that
    /// row said the same.
    /// </summary>
    public bool TryAdd(string serial, int line, ulong print, out int firstLine, out bool isEqual)
    {
        var key = Pack(serial);
        var table = _tables[(key * Spread) >> (64 - TableBits)] ??= new Table();
        if (!table.TryAdd(key, line, print, out firstLine, out isEqual))
        {
            return false;
        }

        _count++;
        return true;
    }

    /// <summary>Three characters of 0-9 and A-Z and six digits are 36^3 x 10^6 numbers: 36 bits. 0 is left for an empty slot.</summary>
    private static ulong Pack(string serial)
    {
        ulong packed = 0;
        foreach (var character in serial.AsSpan(0, 3))
        {
            packed = packed * 36 + (ulong)(character <= '9' ? character - '0' : character - 'A' + 10);
        }

        foreach (var digit in serial.AsSpan(3))
        {
            packed = packed * 10 + (ulong)(digit - '0');
        }

        return packed + 1;
    }

    /// <summary>Key and print share 16 bytes: 36 bits of key with 28 of the print, then the line with 32 more.</summary>
    private readonly record struct Slot(ulong KeyAndPrint, uint Line, uint MorePrint)
    {
        public bool IsEmpty => KeyAndPrint == 0;

        public ulong Key => KeyAndPrint >> PrintBits;
    }

    private sealed class Table
    {
        private Slot[] _slots = new Slot[8];
        private int _count;

        public bool TryAdd(ulong key, int line, ulong print, out int firstLine, out bool isEqual)
        {
            var slot = new Slot((key << PrintBits) | (print >> (64 - PrintBits)), (uint)line, (uint)print);
            ref var place = ref Find(_slots, key);
            if (!place.IsEmpty)
            {
                firstLine = (int)place.Line;
                isEqual = place with { Line = slot.Line } == slot;
                return false;
            }

            place = slot;
            firstLine = line;
            isEqual = true;
            _count++;
            if (_count > _slots.Length / 4 * 3)
            {
                Grow();
            }

            return true;
        }

        /// <summary>The key's slot, or the empty one where it belongs.</summary>
        private static ref Slot Find(Slot[] slots, ulong key)
        {
            var mask = slots.Length - 1;
            var place = (int)((key * Spread) >> 16) & mask;
            while (!slots[place].IsEmpty && slots[place].Key != key)
            {
                place = (place + 1) & mask;
            }

            return ref slots[place];
        }

        private void Grow()
        {
            var grown = new Slot[_slots.Length * 2];
            foreach (var slot in _slots)
            {
                if (!slot.IsEmpty)
                {
                    Find(grown, slot.Key) = slot;
                }
            }

            _slots = grown;
        }
    }
}
