using Tewatashi.Audit;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Notices;
using Tewatashi.Staff;

namespace Tewatashi.Reservations;

/// <summary>
/// A resident signs in with 受付番号 (or 製造管理番号) and 受付パスワード. An unknown number, a wrong password, a withdrawn notice and another
/// municipality's notice get the same answer for the same work.
/// </summary>
[UseCase(UsedBy.Resident)]
public sealed class SignInResident(Database database, KeyStore keys)
{
    /// <param name="ReceptionNumber">One of the two numbers is given.</param>
    /// <param name="PurposeRevision">The revision of 利用目的 that was shown.</param>
    public sealed record Request(ReceptionNumber? ReceptionNumber, SerialNumber? SerialNumber, ReceptionPassword Password, int PurposeRevision);

    public abstract record Outcome;

    /// <param name="Secret">For the cookie; only its hash is stored.</param>
    public sealed record SignedIn(string Secret, Guid CardId) : Outcome;

    public sealed record Refused : Outcome;

    /// <summary>Reads what was typed into the field 「受付番号」: either number. Null where it is neither.</summary>
    public static Request? Read(string? number, string? password, int purposeRevision)
    {
        if (!ReceptionPassword.TryParse(password, out var typed)) return null;
        if (ReceptionNumber.TryParse(number, out var reception)) return new Request(reception, null, typed, purposeRevision);
        return SerialNumber.TryParse(number, out var serial) ? new Request(null, serial, typed, purposeRevision) : null;
    }

    public Task<Outcome> RunAsync(Request request, Caller caller, CancellationToken cancellationToken) =>
        database.WriteAsync<Outcome>(caller, OperationKind.SignInResident, async work =>
        {
            if (await Credential.FindAsync(work, keys, request.ReceptionNumber, request.SerialNumber, request.Password, cancellationToken) is not { } notice)
            {
                work.AbandonRecording("Refused");
                return new Refused();
            }

            var secret = Secret.New();
            work.Context.Add(new ResidentSession
            {
                Municipality = work.Municipality,
                SecretHash = Secret.HashOf(secret),
                CardId = notice.CardId,
                NoticeId = notice.Id,
                StartedAt = work.Now,
                LastSeenAt = work.Now,
                PurposeRevision = request.PurposeRevision,
            });
            work.Context.Add(new SessionPerson
            {
                Municipality = work.Municipality,
                SecretHash = Secret.HashOf(secret),
                CardId = notice.CardId,
                Ordinal = 1,
            });
            work.Record("SignedIn", notice.CardId);
            return new SignedIn(secret, notice.CardId);
        }, cancellationToken: cancellationToken);
}
