using Tewatashi.Counters;

namespace Tewatashi.Reservations.Waiting;

/// <summary>A wait as pages show it.</summary>
/// <param name="SerialNumber">Of the one who waits: residents are shown its last four.</param>
/// <param name="MaskedMail">The address to which offers go; null where there is none that was verified.</param>
/// <param name="MailUnverified">An address was given and its link not yet opened.</param>
/// <param name="Offer">Null where nothing is offered now.</param>
public sealed record WaitView(
    WaitingEntry Entry,
    Cards.SerialNumber SerialNumber,
    int Persons,
    IReadOnlyList<Counter> Counters,
    string? MaskedMail,
    bool MailUnverified,
    OfferView? Offer);
