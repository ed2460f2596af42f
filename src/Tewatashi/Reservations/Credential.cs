using Microsoft.EntityFrameworkCore;
using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Notices;

namespace Tewatashi.Reservations;

/// <summary>Checks a number and 受付パスワード. One statement and one hash, whatever is wrong with them.</summary>
internal static class Credential
{
    public sealed record Fitting(Guid Id, Guid CardId);

    public static async Task<Fitting?> FindAsync(
        Work work, KeyStore keys, ReceptionNumber? receptionNumber, SerialNumber? serialNumber, ReceptionPassword password, CancellationToken cancellationToken)
    {
        var notices = work.Context.Notices.AsNoTracking().Where(row => row.State != NoticeState.Withdrawn);
        notices = receptionNumber is not null
            ? notices.Where(row => row.ReceptionNumber == receptionNumber)
            : notices.Where(row => work.Context.Cards.Any(card => card.Id == row.CardId && card.SerialNumber == serialNumber));
        var notice = await notices.Select(row => new { row.Id, row.CardId, row.PasswordSalt, row.PasswordHash }).FirstOrDefaultAsync(cancellationToken);
        var itemKeys = keys.KeysOf(work.Municipality, KeyPurpose.Password);
        var fits = notice is null ? PasswordHash.FitsNothing(itemKeys, password) : PasswordHash.Fits(itemKeys, password, notice.PasswordSalt, notice.PasswordHash);
        return fits ? new Fitting(notice!.Id, notice.CardId) : null; // nothing never fits
    }
}
