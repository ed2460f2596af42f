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

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When numbers and passwords were issued; null before.</summary>
    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>When a person confirmed that the paper came out well.</summary>
    public DateTimeOffset? PrintConfirmedAt { get; set; }

    public DateOnly? SentOn { get; set; }
}
