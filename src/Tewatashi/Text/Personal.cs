namespace Tewatashi.Text;

/// <summary>What a value that names a person shows where it was not meant to be shown: a log, an exception, a debugger.</summary>
public static class Personal
{
    public const string Mask = "***";
}
