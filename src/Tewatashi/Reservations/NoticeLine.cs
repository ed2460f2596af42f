using Tewatashi.Notices;

namespace Tewatashi.Reservations;

/// <summary>A card's notice in short. Its password is not readable again.</summary>
/// <param name="DeadlineOn">交付期限, inclusive.</param>
public sealed record NoticeLine(Guid Id, Guid BatchId, int Sequence, ReceptionNumber ReceptionNumber, NoticeState State, DateOnly? SentOn, DateOnly DeadlineOn, DateOnly? ReturnedOn);
