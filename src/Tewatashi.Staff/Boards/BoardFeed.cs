using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Tewatashi.HandOver.Boards;
using Tewatashi.Municipalities;

namespace Tewatashi.Staff.Boards;

/// <summary>
/// The boards that are open: one reader of the database for a municipality while anybody looks, however many do, and none where nobody
/// does. Who looks gets what was read last at once, and every change after it.
/// </summary>
internal sealed partial class BoardFeed(Func<MunicipalityCode, CancellationToken, Task<BoardView>> read, TimeSpan pause, ILogger<BoardFeed> log)
{
    /// <summary>As old as a board can be.</summary>
    public static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Dictionary<MunicipalityCode, Room> rooms = [];

    private sealed class Room
    {
        public HashSet<Channel<BoardView>> Lookers { get; } = [];
        public BoardView? Last { get; set; }
    }

    /// <summary>Ends only with the token.</summary>
    public async IAsyncEnumerable<BoardView> WatchAsync(MunicipalityCode municipality, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Who is slow sees the newest, not everything in between.
        var own = Channel.CreateBounded<BoardView>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var room = Enter(municipality, own);
        try
        {
            await foreach (var view in own.Reader.ReadAllAsync(cancellationToken)) yield return view;
        }
        finally
        {
            Leave(room, own);
        }
    }

    private Room Enter(MunicipalityCode municipality, Channel<BoardView> own)
    {
        lock (gate)
        {
            if (!rooms.TryGetValue(municipality, out var room))
            {
                rooms[municipality] = room = new Room();
                _ = Task.Run(() => ReadOnAsync(municipality, room));
            }

            room.Lookers.Add(own);
            if (room.Last is { } last) own.Writer.TryWrite(last);
            return room;
        }
    }

    private void Leave(Room room, Channel<BoardView> own)
    {
        lock (gate) room.Lookers.Remove(own);
    }

    // Ends when nobody looks any more; whoever comes before that is served by the same reader.
    private async Task ReadOnAsync(MunicipalityCode municipality, Room room)
    {
        while (!IsLeft(municipality, room))
        {
            try
            {
                Show(room, await read(municipality, CancellationToken.None));
            }
#pragma warning disable CA1031 // A database that is away for a while must not end the boards: they show the time of what they show, and go on with it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                ReadFailed(exception);
            }

            await Task.Delay(pause);
        }
    }

    private bool IsLeft(MunicipalityCode municipality, Room room)
    {
        lock (gate) return room.Lookers.Count == 0 && rooms.Remove(municipality);
    }

    private void Show(Room room, BoardView view)
    {
        lock (gate)
        {
            room.Last = view;
            foreach (var looker in room.Lookers) looker.Writer.TryWrite(view);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The board could not be read; it is tried again.")]
    private partial void ReadFailed(Exception exception);
}
