namespace Tewatashi.Bench.Year;

/// <summary>How large a year is lived through.</summary>
/// <param name="Cards">Of the stock that is taken over.</param>
/// <param name="Days">Business days.</param>
/// <param name="ADay">Hand-overs a day; as many cards are delivered and told.</param>
/// <param name="Database">One of <see cref="Databases"/>.</param>
public sealed record YearSize(int Cards, int Days, int ADay, string Database)
{
    public const string Both = "both";
    public const string Postgres = "postgres";
    public const string Sqlite = "sqlite";

    public static readonly IReadOnlyList<string> Databases = [Both, Postgres, Sqlite];

    /// <summary>245 business days are what Japanese law leaves of a year.</summary>
    public static readonly YearSize Long = new(227_000, 245, 30, Both);

    public static readonly YearSize Short = new(1_000, 8, 6, Both);

    /// <summary>The days that are compared with each other; before the first of them the program warms up.</summary>
    public int Month => Math.Clamp((Days - WarmUp) / 2, 1, 20);

    /// <summary>Bookings lie some days ahead: only from then on is a day like every other.</summary>
    public int WarmUp => Math.Min(YearDay.Ahead + 1, Days / 4);
}
