namespace Tewatashi.Data;

/// <summary>
/// What is destroyed, lost or sent back was never booked: the database itself refuses the one that comes second (ADR 17). A card ends where it
/// is abolished or over; a reservation comes alive where it is held or booked.
/// </summary>
internal static class EndedCards
{
    public const string Ended = "(suspension = 'Abolished' OR progress IN ('Disposed', 'Lost', 'ReturnedToMaker'))";
    public const string Live = "state IN ('Held', 'Booked', 'CheckedIn', 'NeedsRebooking')";

    // One writer at a time: what is asked here is true until the commit.
    public static readonly IReadOnlyList<string> SqliteStatements =
    [
        $"CREATE TRIGGER IF NOT EXISTS reservation_of_ended_card_new BEFORE INSERT ON reservation WHEN NEW.{Live} {BookingEnded}",
        $"CREATE TRIGGER IF NOT EXISTS reservation_of_ended_card BEFORE UPDATE OF state, card_id ON reservation WHEN NEW.{Live} AND (NOT OLD.{Live} OR NEW.card_id IS NOT OLD.card_id) {BookingEnded}",
        $"""
        CREATE TRIGGER IF NOT EXISTS card_ends_while_booked BEFORE UPDATE OF suspension, progress ON card
        WHEN (NEW.suspension = 'Abolished' OR NEW.progress IN ('Disposed', 'Lost', 'ReturnedToMaker'))
          AND EXISTS (SELECT 1 FROM reservation WHERE municipality = NEW.municipality AND card_id = NEW.id AND {Live})
        BEGIN SELECT RAISE(ABORT, 'the card is booked'); END
        """,
    ];

    private const string BookingEnded =
        $"AND EXISTS (SELECT 1 FROM card WHERE municipality = NEW.municipality AND id = NEW.card_id AND {Ended}) BEGIN SELECT RAISE(ABORT, 'the card has ended'); END";
}
