using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace Tewatashi.Server.Commands;

/// <summary>The help of a verb with, at its end, the object that <c>--json</c> prints.</summary>
internal sealed class JsonHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly ConditionalWeakTable<Command, string> Shapes = [];

    /// <summary>Says what a verb's JSON looks like.</summary>
    public static void Show(Command command, string shape) => Shapes.AddOrUpdate(command, shape);

    public static void Attach(Command root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        if (help.Action is HelpAction usual) help.Action = new JsonHelp(usual);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        if (Shapes.TryGetValue(parseResult.CommandResult.Command, out var shape))
            parseResult.InvocationConfiguration.Output.WriteLine($"JSON:\n  {shape.Replace("\n", "\n  ", StringComparison.Ordinal)}\n");
        return result;
    }
}
