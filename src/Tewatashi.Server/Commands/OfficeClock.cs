using System.Xml;
using Tewatashi.Data;

namespace Tewatashi.Server.Commands;

/// <summary>
/// The clock of a command or server: the machine's own, shifted by <c>TEWATASHI__CLOCK</c> (such as <c>+PT11M</c>) where the database is
/// a demonstration. Real data never see a wrong time.
/// </summary>
internal sealed class OfficeClock : TimeProvider
{
    private const string Setting = "TEWATASHI__CLOCK";
    private readonly TimeSpan shift;

    private OfficeClock(TimeSpan shift) => this.shift = shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;

    /// <exception cref="RefusedException">The setting is no duration.</exception>
    public static async Task<TimeProvider> OfAsync(IDatabaseProvider provider, bool mayBeDemonstration, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Setting) is not { Length: > 0 } text) return System;
        var shift = Parse(text);
        if (mayBeDemonstration && await new Demonstration(provider).StateAsync(cancellationToken) is Demonstration.State.Finished or Demonstration.State.Unfinished)
            return new OfficeClock(shift);
        await Console.Error.WriteLineAsync($"{Setting} はデモのデータベースでだけ使えます。無視します。");
        return System;
    }

    internal static TimeSpan Parse(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text.TrimStart('+'));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new RefusedException($"{Setting} は +PT11M や -P1D のように書いてください。");
        }
    }
}
