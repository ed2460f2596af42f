using Tewatashi.Audit;
using Tewatashi.Data;

namespace Tewatashi.Reservations.Letters;

/// <summary>
/// Sends every mail of a selection again or gives it up, each by the ordinary step of one mail with an entry of its own: as when the mail server was down for an
/// evening. What one mail refuses stops no other; sent a second time it changes nothing more.
/// </summary>
[UseCase(UsedBy.Staff)]
public sealed class EndDeadMails(ResendMail resend, GiveUpMail giveUp)
{
    /// <summary>Four pages of the list.</summary>
    public const int MostMails = 200;

    public sealed record Request(IReadOnlyList<Guid> MailIds, DeadMailEnd How);

    /// <param name="Calls">How many residents came onto the call list.</param>
    /// <param name="LeftOut">Which were left as they were.</param>
    public sealed record Result(int Ended, int Calls, IReadOnlySet<Guid> LeftOut);

    public async Task<Result> RunAsync(Request request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.MailIds.Count > MostMails) throw new ArgumentException("Too many mails at once.", nameof(request));
        // One form, many steps: an operation id stands for one of them only.
        caller = caller with { OperationId = null };
        var (ended, calls, leftOut) = (0, 0, new HashSet<Guid>());
        foreach (var mail in request.MailIds.Distinct())
        {
            var (done, called) = request.How switch
            {
                DeadMailEnd.SendAgain => (await resend.RunAsync(new(mail), caller, cancellationToken), false),
                DeadMailEnd.GiveUp => await giveUp.RunAsync(new(mail), caller, cancellationToken) is GiveUpMail.GivenUp given ? (true, given.Calls) : (false, false),
            };
            if (called) calls++;
            if (done) ended++;
            else leftOut.Add(mail);
        }

        return new(ended, calls, leftOut);
    }
}
