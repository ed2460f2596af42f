using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Notices;
using Tewatashi.Reservations;
using Tewatashi.Time;

namespace Tewatashi.Server.Commands;

/// <summary><c>cards show SERIAL</c>: progress, place, notice, reservation and history of a card, never a name or birthday. The view is recorded.</summary>
internal static class ShowCardCommand
{
    public static Command Make()
    {
        var serial = new Argument<string>("SERIAL") { Description = "製造管理番号" };
        var command = new Command("show", "カード1枚の進捗、場所、通知、予約、履歴(氏名と誕生日は表示しません)") { serial, Answer.Municipality, Answer.Json }.Prints(
            """
            {"serialNumber": "MIH000001", "status": "予約済", "progress": "Prepared", "suspension": null, "amendmentNeeded": false,
             "place": {"kind": "Storage", "location": "H-V1-01-03", "counter": null, "since": "..."},
             "notice": {"receptionNumber": "...", "sequence": 1, "state": "Sent", "sentOn": "2026-11-02", "deadlineOn": "2027-01-31"},
             "reservation": {"number": "...", "day": "2026-12-01", "startsAt": "10:00", "counter": "...", "state": "Booked"},
             "history": [{"at": "...", "what": "収納", "result": "収納済", "movement": "...", "who": "..."}]}
            """);
        command.Does(async (parsed, cancellationToken) =>
        {
            if (!SerialNumber.TryParse(parsed.GetValue(serial), out var number)) throw new RefusedException("製造管理番号は英数字3文字と数字6桁です(例: ABC-123456)。");
            await using var office = await Office.OpenAsync(DatabaseRole.Staff, cancellationToken);
            var municipality = (await office.MunicipalityAsync(parsed.GetValue(Answer.Municipality), cancellationToken)).Key;
            var id = await office.Get<Data.Database>().ReadAsync(
                municipality, context => context.Cards.Where(row => row.SerialNumber == number).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken), cancellationToken);
            if (id is null || await office.Get<ViewCard>().RunAsync(new(id.Value, WithNames: false), Caller.Command(municipality, "cards show"), cancellationToken) is not ViewCard.Shown { View: var view })
                throw new RefusedException($"製造管理番号 {number.Display} のカードはありません。");
            return await Answer.GiveAsync(parsed, Json(view), Text(view));
        });
        return command;
    }

    private static object Json(CardView view) => new
    {
        serialNumber = view.Card.SerialNumber.Value,
        status = view.Status.Name(),
        progress = view.Card.Progress.ToString(),
        suspension = view.Card.Suspension?.ToString(),
        amendmentNeeded = view.Card.AmendmentNeeded,
        place = new { kind = view.Card.PlaceKind.ToString(), location = view.Location?.Path, counter = view.Tray, since = view.Card.PlacedAt },
        notice = view.Notice is not { } notice ? null : new
        {
            receptionNumber = notice.ReceptionNumber.Value,
            sequence = notice.Sequence,
            state = notice.State.ToString(),
            sentOn = notice.SentOn,
            deadlineOn = notice.DeadlineOn,
        },
        reservation = view.Booking is not { } booking ? null : new
        {
            number = booking.Number.Value,
            day = booking.Day,
            startsAt = booking.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture),
            counter = booking.Counter,
            state = booking.State.ToString(),
        },
        history = view.History.Select(line => new { at = line.At, what = line.What, result = line.Result, movement = line.Movement, who = line.Who }),
    };

    private static string Text(CardView view)
    {
        var lines = new List<string>
        {
            $"{view.Card.SerialNumber.Display}  {view.Status.Name()}",
            $"進捗: {view.Card.Progress.Name()}{(view.Card.Suspension is { } why ? $"  保留: {why.Name()}" : "")}{(view.Card.AmendmentNeeded ? "  要追記" : "")}",
            $"場所: {view.Location?.Path ?? (view.Tray is { } tray ? $"{tray}のトレイ" : view.Card.PlaceKind.Name())}",
            view.Notice is { } notice ? string.Create(CultureInfo.InvariantCulture, $"通知: {notice.ReceptionNumber.Display} ({notice.Sequence}回目) {Name(notice.State)} 期限 {notice.DeadlineOn:yyyy-MM-dd}") : "通知: なし",
            view.Booking is { } booking ? string.Create(CultureInfo.InvariantCulture, $"予約: {booking.Number.Display} {booking.Day:yyyy-MM-dd} {booking.StartsAt:HH:mm} {booking.Counter} {booking.State.Name()}") : "予約: なし",
            "履歴(新しい順):",
        };
        lines.AddRange(view.History.Select(line => string.Create(
            CultureInfo.InvariantCulture, $"  {JapanTime.DateOf(line.At):yyyy-MM-dd} {JapanTime.TimeOf(line.At):HH:mm} {line.What} {line.Result} {line.Movement} {line.Who}").TrimEnd()));
        return string.Join('\n', lines);
    }

    private static string Name(NoticeState state) => state switch
    {
        NoticeState.Printed => "印刷済",
        NoticeState.Sent => "発送済",
        NoticeState.Returned => "返戻",
        NoticeState.Withdrawn => "無効",
    };
}
