namespace Tewatashi.Tests.Architecture;

/// <summary>
/// Who may use whom among the folders of the business: a folder uses those on lower floors; neighbours on one floor at most
/// one way; those that serve all know nobody's business. The order is argued in docs/adr/0001-projects.md.
/// </summary>
internal static class FolderOrder
{
    private static readonly string[][] FloorsFromTop =
    [
        ["Statistics"],
        ["HandOver", "Disposal", "Imports", "Parcels"],
        ["Missing", "TakeOuts"],
        ["Reservations", "Transfers", "Counting", "Incidents", "Vaults"],
        ["Notices", "Counters"],
        ["Cards"],
        ["Storage"],
    ];

    private static readonly string[] ServingAll =
        ["Audit", "Time", "Municipalities", "Mail", "Staff", "Text", "Papers", "Lifecycle", "Lists"];

    /// <summary>Serves all and maps every table, so it must know every entity; its arrows are the context's.</summary>
    private const string Data = "Data";

    /// <summary>A new delivery comes in at the top: nothing may depend on how it came.</summary>
    private const string UsedByNobody = "Imports";

    /// <param name="uses">Who names whom.</param>
    /// <param name="root">The namespace whose parts are the folders.</param>
    /// <returns>One sentence for each broken arrow; none where all hold.</returns>
    public static IReadOnlyList<string> Violations(IEnumerable<TypeUse> uses, string root)
    {
        var arrows = uses
            .Select(use => (use.User, use.Used, From: FolderOf(use.User, root), To: FolderOf(use.Used, root)))
            .Where(arrow => arrow is { From: not null, To: not null } && arrow.From != arrow.To)
            .ToList();
        var folders = arrows.Select(arrow => (arrow.From!, arrow.To!)).ToHashSet();
        return
        [
            .. arrows
                .Select(arrow => (arrow.User, arrow.Used, Reason: Refusal(arrow.From!, arrow.To!, folders)))
                .Where(arrow => arrow.Reason is not null)
                .Select(arrow => $"{arrow.User} uses {arrow.Used}: {arrow.Reason}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Folders that hold types and stand in no order.</summary>
    public static IReadOnlyList<string> Unknown(IEnumerable<string> types, string root) =>
    [
        .. types.Select(type => FolderOf(type, root)).OfType<string>().Distinct()
            .Where(folder => folder is not Data && !ServingAll.Contains(folder) && FloorOf(folder) is null)
            .Order(StringComparer.Ordinal),
    ];

    private static string? Refusal(string from, string to, HashSet<(string From, string To)> arrows) =>
        (FloorOf(from), FloorOf(to)) switch
        {
            _ when from is Data => null,
            (_, not null) when to is UsedByNobody => "nobody uses Imports",
            (null, not null) => $"{from} serves all and knows nobody's business",
            (not null, not null) when FloorOf(from) < FloorOf(to) => $"{from} lies below {to}",
            (not null, not null) when FloorOf(from) == FloorOf(to) && arrows.Contains((to, from)) => $"{from} and {to} use each other",
            _ => null,
        };

    private static int? FloorOf(string folder)
    {
        var fromTop = Array.FindIndex(FloorsFromTop, floor => floor.Contains(folder));
        return fromTop < 0 ? null : FloorsFromTop.Length - fromTop;
    }

    // Types that lie in the root itself belong to no folder.
    private static string? FolderOf(string type, string root)
    {
        var parts = type.StartsWith(root + ".", StringComparison.Ordinal) ? type[(root.Length + 1)..].Split('.') : [];
        return parts.Length > 1 ? parts[0] : null;
    }
}
