using Tewatashi.Lifecycle;
using Tewatashi.Staff;

namespace Tewatashi.Reservations;

/// <summary>予約: how a card's appointment stands. Fourth of the four machines; it begins with a hold.</summary>
public static class ReservationMachine
{
    public static readonly Machine<ReservationState, ReservationStep> Reservations = new("予約",
    [
        new(ReservationState.Held, ReservationStep.Confirm, ReservationState.Booked, "枠が押さえられていること"),
        new(ReservationState.Held, ReservationStep.Lapse, ReservationState.Lapsed, "枠を返す"),
        new(ReservationState.Lapsed, ReservationStep.Confirm, ReservationState.Booked, "期限切れで返した同じ枠がまだ空いていること"),
        new(ReservationState.Booked, ReservationStep.Cancel, ReservationState.Cancelled, "枠を返す"),
        new(ReservationState.Booked, ReservationStep.LosePlace, ReservationState.NeedsRebooking, "窓口の都合で枠がなくなること。枠を返し、メールか電話で知らせる"),
        new(ReservationState.NeedsRebooking, ReservationStep.Rebook, ReservationState.Booked, "新しい日時の枠を取る"),
        new(ReservationState.NeedsRebooking, ReservationStep.Cancel, ReservationState.Cancelled),
        new(ReservationState.Booked, ReservationStep.CheckIn, ReservationState.CheckedIn, "予約の当日", Permission.HandOver),
        new(ReservationState.CheckedIn, ReservationStep.UndoCheckIn, ReservationState.Booked, "同じ日のうち", Permission.HandOver),
        new(ReservationState.CheckedIn, ReservationStep.Complete, ReservationState.Completed, "交付と同時", Permission.HandOver),
        new(ReservationState.CheckedIn, ReservationStep.RefuseHandOver, ReservationState.NotHandedOver, "見送りの理由", Permission.HandOver),
        new(ReservationState.Completed, ReservationStep.CancelHandOver, ReservationState.NotHandedOver, "交付取消と同時", Permission.HandOver),
        new(ReservationState.Booked, ReservationStep.Miss, ReservationState.NoShow, "来庁日を過ぎたこと、または窓口の締め"),
        new(ReservationState.NoShow, ReservationStep.ComeAfterAll, ReservationState.CheckedIn, "当日控えからの入力、その日を締めていないこと", Permission.HandOver),
    ]);

    /// <summary>States in which a card cannot be booked again.</summary>
    public static readonly IReadOnlySet<ReservationState> Live = new HashSet<ReservationState>
    {
        ReservationState.Held, ReservationState.Booked, ReservationState.CheckedIn, ReservationState.NeedsRebooking,
    };
}
