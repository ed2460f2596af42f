using System.Globalization;
using System.Text;
using Tewatashi.Cards;
using Tewatashi.HandOver.PinForms;
using Tewatashi.Lifecycle;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Staff;

namespace Tewatashi.Tests.Documents;

/// <summary>The four machines of a card as diagrams and tables.</summary>
internal static class LifecyclesDocument
{
    public static string Write()
    {
        var text = new StringBuilder("# Lifecycles\n\nA card has four machines. What is in no table here is refused. 処理状況 is a label derived from the four.\n");
        Append(text, CardMachine.Progress, CardProgress.Expected, progress => progress.Name());
        Append(text, PlaceMachine.Places, PlaceKind.None, place => place.Name());
        Append(text, NoticeMachine.Notices, NoticeState.Printed, _ => null);
        Append(text, ReservationMachine.Reservations, ReservationState.Held, _ => null);
        text.Append("\nBeside the card, the form with its PINs has a machine of its own.\n");
        Append(text, PinFormMachine.Forms, PinFormState.Sealed, state => state.Name());
        return text.ToString();
    }

    private static void Append<TState, TStep>(StringBuilder text, Machine<TState, TStep> machine, TState first, Func<TState, string?> name)
        where TState : struct, Enum
        where TStep : struct, Enum
    {
        var states = machine.Transitions.SelectMany(row => new[] { row.From, row.To }).Append(first).Distinct().Order().ToList();
        text.Append(CultureInfo.InvariantCulture, $"\n## {machine.Name}\n\n```mermaid\nstateDiagram-v2\n  [*] --> {first}\n");
        foreach (var state in states.Where(state => name(state) is not null)) text.Append(CultureInfo.InvariantCulture, $"  {state} : {name(state)}\n");
        foreach (var row in machine.Transitions) text.Append(CultureInfo.InvariantCulture, $"  {row.From} --> {row.To} : {row.Step}\n");
        text.Append("```\n\n| from | step | to | needs | who may |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in machine.Transitions)
            text.Append(CultureInfo.InvariantCulture, $"| {row.From} | {row.Step} | {row.To} | {row.Needs} | {row.WhoMay?.Name() ?? "住民・システム"} |\n");
        var later = Enum.GetValues<TState>().Except(states).ToList();
        if (later.Count > 0) text.Append(CultureInfo.InvariantCulture, $"\nNo step leads yet to: {string.Join(", ", later)}.\n");
    }
}
