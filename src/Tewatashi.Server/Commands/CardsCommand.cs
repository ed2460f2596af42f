using System.CommandLine;

namespace Tewatashi.Server.Commands;

/// <summary><c>cards ...</c>: what the command line can do with cards.</summary>
internal static class CardsCommand
{
    public static Command Make() => new("cards", "カードの取り込みと照会") { ImportCommand.Make(), ShowCardCommand.Make() };
}
