using System.Globalization;
using System.Runtime.CompilerServices;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.Staff.Live;

namespace Tewatashi.Staff.Pages.Desk;

/// <summary>What becomes of the times that the desk shows while the caller is still thinking: free, being booked by somebody else, gone.</summary>
/// <param name="Shown">The choices on the page.</param>
internal sealed class LiveSeats(FindSeats find, SeeHeldSeats held, MunicipalityCode municipality, int minutes, IReadOnlyList<SeatChoice> shown)
{
    /// <summary>As old as what is shown can be.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private const int Most = 400;

    /// <summary>The choices of a page as one word of an address: a counter and day with its times, and the next.</summary>
    public static string Write(IEnumerable<SeatChoice> shown) => string.Join(',', shown.GroupBy(seat => (seat.CounterId, seat.Day)).Select(group =>
        string.Create(CultureInfo.InvariantCulture, $"{group.Key.CounterId:N}_{group.Key.Day:yyyyMMdd}_{string.Join('.', group.Select(seat => seat.StartsAt.ToString("HHmm", CultureInfo.InvariantCulture)))}")));

    /// <summary>None where it is no such word.</summary>
    public static IReadOnlyList<SeatChoice> Read(string? written)
    {
        var read = new List<SeatChoice>();
        foreach (var group in (written ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (group.Split('_') is not [var counter, var on, var times] || !Guid.TryParseExact(counter, "N", out var counterId)
                || !DateOnly.TryParseExact(on, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return [];
            foreach (var time in times.Split('.'))
            {
                if (read.Count == Most || !TimeOnly.TryParseExact(time, "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var startsAt)) return [];
                read.Add(new SeatChoice(counterId, day, startsAt));
            }
        }

        return read;
    }

    public async IAsyncEnumerable<LiveAnswer.News> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var news = LiveJson.Of(await NowAsync(cancellationToken));
            yield return new(news, news);
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task<List<SeatNews>> NowAsync(CancellationToken cancellationToken)
    {
        var (from, to) = (shown.Min(seat => seat.Day), shown.Max(seat => seat.Day));
        var maps = (await find.RunAsync(municipality, new(null, from, to, minutes, Channel.Phone, []), cancellationToken)).ToDictionary(map => map.Counter.Id);
        var others = await held.RunAsync(municipality, from, to, cancellationToken);
        return [.. shown.Where(seat => maps.ContainsKey(seat.CounterId)).Select(seat => Of(seat, maps[seat.CounterId], others))];
    }

    private static SeatNews Of(SeatChoice seat, SeatMap map, List<HeldSeat> others)
    {
        var free = map.Days.FirstOrDefault(day => day.Day == seat.Day)?.Times.FirstOrDefault(time => time.StartsAt == seat.StartsAt)?.Free ?? 0;
        var held = others.Count(one => one.Meets(seat.CounterId, seat.Day, seat.StartsAt, map.Minutes));
        return new SeatNews(seat.Value, seat.Text(map.Counter.Name, free, held), free == 0);
    }

    /// <param name="Value">Of the choice.</param>
    /// <param name="Gone">It cannot be booked now.</param>
    private sealed record SeatNews(string Value, string Text, bool Gone);
}
