using Tewatashi.Data.Keys;
using Tewatashi.Mail;

namespace Tewatashi.Reservations;

/// <summary>Writes and reads 電子メールアドレス, sealed to its contact's row. Only the worker can read it.</summary>
internal static class ContactAddresses
{
    public static ContactAddress Seal(ItemKeys keys, Contact contact, EmailAddress address) => new()
    {
        Municipality = contact.Municipality,
        ContactId = contact.Id,
        Address = keys.Encrypt(address.Value, PlaceOf(contact.Municipality, contact.Id)),
    };

    public static EmailAddress Open(ItemKeys keys, ContactAddress row) =>
        EmailAddress.Parse(keys.Decrypt(row.Address, PlaceOf(row.Municipality, row.ContactId)));

    private static ItemPlace PlaceOf(Municipalities.MunicipalityCode municipality, Guid contactId) => new(municipality, "contact_address", "address", contactId);
}
