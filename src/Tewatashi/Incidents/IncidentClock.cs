namespace Tewatashi.Incidents;

/// <summary>
/// The legal clocks of an incident, the day of knowing counted as the first (個人情報保護法第68条、施行規則第43条; CMP-12): 速報 within three to five
/// days, 確報 within thirty, sixty where it may have been done on purpose. Weekends count; nobody is given a day for them here.
/// </summary>
/// <param name="FirstFrom">速報 should be in by this day.</param>
/// <param name="FirstBy">速報 must be in by this day, inclusive.</param>
/// <param name="FinalBy">確報 must be in by this day, inclusive.</param>
public sealed record IncidentClock(DateOnly FirstFrom, DateOnly FirstBy, DateOnly FinalBy)
{
    public static IncidentClock Of(DateOnly knownOn, bool wrongful) => new(knownOn.AddDays(3 - 1), knownOn.AddDays(5 - 1), knownOn.AddDays((wrongful ? 60 : 30) - 1));
}
