using Microsoft.EntityFrameworkCore;
using Tewatashi.Audit;
using Tewatashi.Data.Keys;
using Tewatashi.Mail;
using Tewatashi.Reservations;
using Tewatashi.Reservations.Calls;
using Tewatashi.Reservations.Letters;
using Tewatashi.Testing;

namespace Tewatashi.Tests.Reservations.Walks;

/// <summary>Addresses are given and proven, mails go out to a server that is not always well, and who has no address is telephoned.</summary>
internal static class MailSteps
{
    private const string Nothing = "nothing to do";

    public static readonly IReadOnlyList<WalkSteps.Step> All =
    [
        new("give a mail address", 6, RegisterAsync),
        new("make reminders", 3, RemindAsync),
        new("send mails", 5, SendAsync),
        new("erase addresses", 1, EraseAsync),
        new("answer a call", 3, CallAsync),
    ];

    private static async Task<string> RegisterAsync(Walker walker)
    {
        if (await walker.VisitAsync(walker.Random.Next(3) == 0 ? SeatState.Held : SeatState.Taken) is not var (visit, person)) return Nothing;
        var outcome = await walker.PressAsync(walker.Resident(person.CardId ?? Guid.Empty), caller =>
            walker.Office.Resident<RegisterMailAddress>().RunAsync(new(visit.Id, EmailAddress.Parse("t@example.jp")), caller, CancellationToken.None));
        if (walker.Random.Next(4) == 0) return outcome;
        var mail = await walker.Office.SeeAsync(context => context.Outbox.AsNoTracking()
            .Where(row => row.Kind == MailKind.Verification && row.VisitId == visit.Id).OrderByDescending(row => row.Id).FirstOrDefaultAsync());
        if (mail is null || Outbox.SecretOf(mail, walker.Office.Staff<KeyStore>().KeysOf(walker.Office.Municipality, KeyPurpose.Contact)) is not { } secret) return outcome;
        return await walker.PressAsync(walker.Resident(person.CardId ?? Guid.Empty), caller => walker.Office.Resident<VerifyMailAddress>().RunAsync(secret, caller, CancellationToken.None));
    }

    private static async Task<string> RemindAsync(Walker walker) =>
        await walker.Office.Worker<MakeReminders>().RunAsync(Worker(walker), CancellationToken.None) == 0 ? "none" : "some";

    private static async Task<string> SendAsync(Walker walker) =>
        await walker.Office.Worker<MailSender>().SendDueAsync(walker.Walk.Mailbox, "https://yoyaku.example.jp", walker.Office.Municipality, CancellationToken.None) == 0 ? "none" : "some";

    private static async Task<string> EraseAsync(Walker walker) =>
        await walker.Office.Worker<EraseAddresses>().RunAsync(Worker(walker), CancellationToken.None) == 0 ? "none" : "some";

    private static async Task<string> CallAsync(Walker walker)
    {
        var calls = await walker.Office.SeeAsync(context => context.Calls.AsNoTracking().OrderByDescending(row => row.Id).Take(10).ToListAsync());
        if (calls.Count == 0) return Nothing;
        var (call, answer) = (walker.OneOf(calls), walker.OneOf(Enum.GetValues<CallAnswer>()));
        return await walker.PressAsync(walker.Staff(), caller => walker.Office.Staff<AnswerCall>().RunAsync(new(call.Id, call.Version, answer), caller, CancellationToken.None));
    }

    private static Caller Worker(Walker walker) => Caller.Worker(walker.Office.Municipality);
}
