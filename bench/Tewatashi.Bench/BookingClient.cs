using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Bench;

/// <summary>
/// A resident at the last steps of a booking, over HTTP: the time is chosen (hold), the answers are confirmed, the page with the number is
/// opened. The id that the confirming form carries is read beside, where the page with the form would have shown it.
/// </summary>
internal sealed class BookingClient : Crowd.IClient
{
    private readonly Line line;
    private readonly MunicipalityCode municipality;
    private readonly Residents residents;
    private readonly Func<Seat> seat;
    private readonly DbConnection connection;
    private readonly DbCommand visitOf;
    private readonly DbParameter cardId;

    private BookingClient(Uri address, MunicipalityCode municipality, Residents residents, Func<Seat> seat, DbConnection connection)
    {
        line = new Line(address);
        this.municipality = municipality;
        this.residents = residents;
        this.seat = seat;
        this.connection = connection;
        visitOf = connection.CreateCommand();
        visitOf.CommandText = "SELECT visit_id FROM reservation WHERE municipality = @municipality AND card_id = @card AND state = 'Held'";
        cardId = Add("@card", Guid.Empty);
        Add("@municipality", municipality.Value);
        visitOf.Prepare();
    }

    public static async Task<BookingClient> OpenAsync(Uri address, Ground ground, MunicipalityCode municipality, Residents residents, Func<Seat> seat, CancellationToken cancellationToken) =>
        new(address, municipality, residents, seat, await ground.Provider.OpenAsync(DatabaseRole.Owner, cancellationToken));

    public bool Act(List<double> took, long begun)
    {
        if (!residents.TryTake(out var booker)) return false;
        var (counter, day, startsAt) = seat();
        begun = Post(booker, string.Create(CultureInfo.InvariantCulture, $"reserve/times/{counter}/{day:yyyy-MM-dd}"), string.Create(CultureInfo.InvariantCulture, $"StartsAt={startsAt:HH\\:mm}"), "/reserve/mail"u8, took, begun);
        cardId.Value = booker.CardId;
        var visit = visitOf.ExecuteScalar();
        begun = Post(booker, "reserve/check", $"VisitId={visit}", "/reservation?done=booked"u8, took, begun);
        line.Ask(Encoding.ASCII.GetBytes($"GET /{municipality.Value}/reservation?done=booked{booker.Head}\r\n"));
        if (line.Status != 200 || !line.Says("tw-large-number"u8)) throw Unexpected();
        took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        return true;
    }

    public void Dispose()
    {
        line.Dispose();
        visitOf.Dispose();
        connection.Dispose();
    }

    private DbParameter Add(string name, object value)
    {
        var parameter = visitOf.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        visitOf.Parameters.Add(parameter);
        return parameter;
    }

    /// <returns>When the answer was there.</returns>
    private long Post(Booker booker, string path, string fields, ReadOnlySpan<byte> leadsTo, List<double> took, long begun)
    {
        var body = $"{booker.Token}&OperationId={Ids.New()}&{fields}";
        line.Ask(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"POST /{municipality.Value}/{path}{booker.Head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}")));
        if (line.Status != 302 || !line.Says(leadsTo)) throw Unexpected();
        took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        return Stopwatch.GetTimestamp();
    }

    private InvalidOperationException Unexpected() => new($"Unexpected answer:\n{Encoding.UTF8.GetString(line.Answer)}");
}
