namespace Tewatashi.Municipalities;

/// <summary>By which ways a kind of booking is taken.</summary>
[Flags]
public enum KindChannels
{
    None = 0,
    Web = 1,
    Phone = 2,
    Counter = 4,
}
