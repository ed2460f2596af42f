using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Notices;

/// <summary>A set of notices made, printed and sent together, in the order of the shipment.</summary>
public sealed class NoticeBatch : IMunicipalityOwned, IVersioned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required string Name { get; set; }
    public required NoticeForm Form { get; init; }

    /// <summary>交付期限 of its notices, inclusive.</summary>
    public required DateOnly DeadlineOn { get; init; }

    /// <summary>Whether each paper is matched with the maker's postcard before it is sent: a wrong pair tells a stranger a password.</summary>
    public required bool NeedsMatching { get; init; }

    /// <summary>再通知の段階 of its notices; 0: no reminders.</summary>
    public int Stage { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts the printings. A printing that is no longer the latest stops; what was seen before it counts no more.</summary>
    public int PrintRun { get; set; }

    /// <summary>When the issue of numbers and passwords began; null before. A second press of the button issues nothing.</summary>
    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>通知発送 of its last notice; null while one is left.</summary>
    public DateOnly? SentOn { get; set; }
}
