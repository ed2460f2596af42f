using Tewatashi.Cards;
using Tewatashi.Data;
using Tewatashi.Data.Keys;
using Tewatashi.Municipalities;
using Tewatashi.Reservations.Waiting;

namespace Tewatashi.Reservations;

/// <summary>Writes and reads 代理受取人カナ氏名: sealed to the row of a reservation, or to a person of a resident's session.</summary>
public static class ProxyNames
{
    /// <summary>Whether 代理受取人カナ氏名 is asked: someone comes without the applicant.</summary>
    public static bool NeedsProxyName(this RecipientKind kind) => kind.ComesAlone();

    public static ProxyName Seal(KeyStore keys, Reservation reservation, KanaName name, DateTimeOffset now)
    {
        var id = Ids.New();
        return new ProxyName
        {
            Municipality = reservation.Municipality,
            Id = id,
            ReservationId = reservation.Id,
            KanaName = KeysOf(keys, reservation.Municipality).Encrypt(name.Value, PlaceOf(reservation.Municipality, id)),
            CreatedAt = now,
        };
    }

    public static KanaName Open(KeyStore keys, ProxyName row) =>
        KanaName.Parse(KeysOf(keys, row.Municipality).Decrypt(row.KanaName, PlaceOf(row.Municipality, row.Id)));

    internal static byte[] SealInSession(KeyStore keys, SessionPerson person, KanaName name) =>
        KeysOf(keys, person.Municipality).Encrypt(name.Value, PlaceOf(person));

    internal static KanaName? OpenInSession(KeyStore keys, SessionPerson person) =>
        person.ProxyKanaName is { } sealedName ? KanaName.Parse(KeysOf(keys, person.Municipality).Decrypt(sealedName, PlaceOf(person))) : null;

    /// <summary>A person of someone's wait, with the name sealed where there is one.</summary>
    internal static WaitingPerson InWait(KeyStore keys, WaitingEntry entry, VisitPerson person, int ordinal)
    {
        var cardId = person.CardId ?? throw new InvalidOperationException("Only those who come for a card wait.");
        return new()
        {
            Municipality = entry.Municipality,
            WaitingId = entry.Id,
            CardId = cardId,
            Ordinal = ordinal,
            RecipientKind = person.RecipientKind,
            ProxyKanaName = person.ProxyName is { } name && person.RecipientKind.NeedsProxyName() ? KeysOf(keys, entry.Municipality).Encrypt(name.Value, PlaceInWait(entry.Municipality, entry.Id, cardId)) : null,
        };
    }

    internal static KanaName? OpenInWait(KeyStore keys, WaitingPerson person) =>
        person.ProxyKanaName is { } sealedName ? KanaName.Parse(KeysOf(keys, person.Municipality).Decrypt(sealedName, PlaceInWait(person.Municipality, person.WaitingId, person.CardId))) : null;

    private static ItemPlace PlaceInWait(MunicipalityCode municipality, Guid waitingId, Guid cardId) => new(municipality, "waiting_person", $"proxy_kana_name {waitingId:N}", cardId);

    private static ItemKeys KeysOf(KeyStore keys, MunicipalityCode municipality) => keys.KeysOf(municipality, KeyPurpose.Contact);

    private static ItemPlace PlaceOf(MunicipalityCode municipality, Guid id) => new(municipality, "proxy_name", "kana_name", id);

    private static ItemPlace PlaceOf(SessionPerson person) =>
        new(person.Municipality, "session_person", $"proxy_kana_name {Convert.ToHexString(person.SecretHash)}", person.CardId ?? throw new InvalidOperationException("Nobody comes for a kind without a card in another's place."));
}
