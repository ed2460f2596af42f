using Tewatashi.Data;
using Tewatashi.Municipalities;

namespace Tewatashi.HandOver;

/// <summary>
/// 異動なし確認: that somebody looked into the register before a card was picked for a day and found that the applicant has not moved, died or
/// changed name. Once for a card and day, in the name of whoever looked.
/// </summary>
public sealed class UnmovedCheck : IMunicipalityOwned
{
    public required MunicipalityCode Municipality { get; init; }
    public required Guid Id { get; init; }
    public required Guid CardId { get; init; }

    /// <summary>The day of the visit.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset At { get; init; }
    public required Guid StaffMemberId { get; init; }

    internal static UnmovedCheck Of(Work work, Guid cardId, DateOnly day) => new()
    {
        Municipality = work.Municipality,
        Id = Ids.New(),
        CardId = cardId,
        Day = day,
        At = work.Now,
        StaffMemberId = Guid.Parse(work.Caller.Actor.Id),
    };
}
