using System.Globalization;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Cards.Receiving;
using Tewatashi.HandOver;
using Tewatashi.HandOver.PinForms;
using Tewatashi.Mail;
using Tewatashi.Municipalities;
using Tewatashi.Reservations;
using Tewatashi.TakeOuts;

namespace Tewatashi.Staff.Pages.Audit;

/// <summary>The detail of an entry in the office's words: the log keeps codes and counts. What is neither is shown as it was recorded.</summary>
internal static class DetailWords
{
    public static string Of(AuditEntry entry) => entry.Detail switch
    {
        null => "",
        "WithNames" when entry.Operation == OperationKind.ViewCard => "カナ氏名・誕生日を含む",
        { } count when entry.Operation.IsView() && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out _) => $"{count}件",
        { } later when later.Split("EnteredLater ") is [var before, var at] => $"{WordOf(entry.Operation, before.Trim()) ?? before.Trim()} あとから入力 {at}".Trim(),
        { } code => WordOf(entry.Operation, code) ?? code,
    };

    private static string? WordOf(OperationKind operation, string code) => operation switch
    {
        OperationKind.SuspendCard => Read<Suspension>(code)?.Name(),
        OperationKind.SettleShipmentFinding => Read<ShipmentFindingEnd>(code)?.Name(),
        OperationKind.DecideChange when code == "booked" => "予約あり",
        OperationKind.LinkRemadeCard => Read<LinkRemadeCard.BookingEnd>(code) switch
        {
            LinkRemadeCard.BookingEnd.None => "予約なし",
            LinkRemadeCard.BookingEnd.Moved => "予約を新しいカードへ移した",
            LinkRemadeCard.BookingEnd.ToBeRebooked => "予約は電話連絡へ",
            null => null,
        },
        OperationKind.RefuseHandOver => Read<NotHandedOverReason>(code)?.Name(),
        OperationKind.CheckInWalkIn => Read<RecipientKind>(code)?.Name(),
        OperationKind.HandOverCard => Read<RecipientKind>(code)?.Name() ?? Read<GateStop>(code)?.Name(),
        OperationKind.KeepPinForm => Read<PinFormStep>(code)?.Name() ?? Read<PinFormReason>(code)?.Name(),
        OperationKind.TakeOutCard => Read<TakeOutKind>(code)?.Name(),
        OperationKind.SendMail => Read<MailKind>(code)?.Name(),
        _ => null,
    };

    /// <summary>Null for what is no name of the list; a bare number is none.</summary>
    private static T? Read<T>(string code) where T : struct, Enum => Enum.TryParse<T>(code, out var value) && Enum.IsDefined(value) && value.ToString() == code ? value : null;
}
