namespace Tewatashi.Statistics;

/// <param name="IsBusinessDay">開庁日 of the municipality; a counter may be open on others too.</param>
public sealed record DayFigures(DateOnly Day, bool IsBusinessDay, NationFigures Nation);
