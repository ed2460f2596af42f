using Tewatashi.HandOver.PinForms;
using Tewatashi.HandOver.Terminal;

namespace Tewatashi.HandOver.Closings;

/// <summary>A counter's day as it stands before its closing, or as it was closed. No name.</summary>
/// <param name="Tray">Every card in the tray now.</param>
/// <param name="CheckedIn">Here, and neither handed over nor refused; of past days too.</param>
/// <param name="NotCome">Booked, the time is over, and nobody came.</param>
/// <param name="StillComing">Booked for a time that is not over.</param>
/// <param name="Terminal">What differs from the national terminal's list of the day; null where none was brought in.</param>
/// <param name="PinForms">暗証番号設定依頼書 in custody at this counter.</param>
/// <param name="Closing">How it stands closed; null while it is open.</param>
/// <param name="ClosedBy">Who closed it.</param>
public sealed record ClosingView(
    DateOnly Day, DayCounter Counter, IReadOnlyList<TrayLine> Tray, IReadOnlyList<DayLine> CheckedIn, IReadOnlyList<DayLine> NotCome, int StillComing, DaySums Sums,
    IReadOnlyList<PinFormLine> PinForms, TerminalView? Terminal, CounterClosing? Closing, string? ClosedBy)
{
    public int ToExplain => Tray.Count(line => line.Kept is null);
    public int FormsOut => PinForms.Count(form => form.State == PinFormState.TakenOut);

    /// <summary>Everything but the counting of old papers is in order.</summary>
    public bool MayClose => Closing is null && ToExplain == 0 && CheckedIn.Count == 0 && NotCome.Count == 0 && StillComing == 0 && FormsOut == 0;
}
