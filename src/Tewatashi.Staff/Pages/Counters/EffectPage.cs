using Tewatashi.Reservations.Closures;

namespace Tewatashi.Staff.Pages.Counters;

/// <summary>A form whose change may cost bookings their place.</summary>
public abstract class EffectPage : PreviewPage<SeatEffect>;
