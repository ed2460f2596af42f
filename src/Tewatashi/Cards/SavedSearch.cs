using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.Cards;

/// <summary>What a member of staff typed into the search box, as ciphertext, so that no name enters a URL. Of no use after a day.</summary>
public sealed class SavedSearch : IMunicipalityOwned
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid StaffMemberId { get; init; }
    public required byte[] Term { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
