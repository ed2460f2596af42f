namespace Tewatashi.Data.Postgres;

/// <summary>
/// The guard of <see cref="EndedCards"/>. A booking takes a share of the card's row and a card that ends takes the row itself, so that one of
/// two that cross waits, asks again and loses: with a serialization failure, after which its use case runs again and sees the other.
/// </summary>
internal static class PostgresEndedCards
{
    public static readonly IReadOnlyList<string> Statements =
    [
        // As the owner: the internet face may read cards, not lock them.
        $"""
        CREATE OR REPLACE FUNCTION refuse_booking_of_ended_card() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
        $$ DECLARE ended boolean; BEGIN
          SELECT {EndedCards.Ended} INTO ended FROM card WHERE municipality = NEW.municipality AND id = NEW.card_id FOR SHARE;
          IF ended THEN RAISE EXCEPTION 'the card has ended' USING ERRCODE = 'serialization_failure'; END IF;
          RETURN NEW;
        END $$
        """,
        "DROP TRIGGER IF EXISTS ended_card_new ON reservation",
        $"CREATE TRIGGER ended_card_new BEFORE INSERT ON reservation FOR EACH ROW WHEN (NEW.card_id IS NOT NULL AND NEW.{EndedCards.Live}) EXECUTE FUNCTION refuse_booking_of_ended_card()",
        "DROP TRIGGER IF EXISTS ended_card ON reservation",
        $"CREATE TRIGGER ended_card BEFORE UPDATE OF state, card_id ON reservation FOR EACH ROW WHEN (NEW.card_id IS NOT NULL AND NEW.{EndedCards.Live} "
            + $"AND (NOT OLD.{EndedCards.Live} OR NEW.card_id IS DISTINCT FROM OLD.card_id)) EXECUTE FUNCTION refuse_booking_of_ended_card()",
        $"""
        CREATE OR REPLACE FUNCTION refuse_end_of_booked_card() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          IF EXISTS (SELECT 1 FROM reservation WHERE municipality = NEW.municipality AND card_id = NEW.id AND {EndedCards.Live}) THEN
            RAISE EXCEPTION 'the card is booked' USING ERRCODE = 'serialization_failure';
          END IF;
          RETURN NEW;
        END $$
        """,
        "DROP TRIGGER IF EXISTS ends_while_booked ON card",
        "CREATE TRIGGER ends_while_booked BEFORE UPDATE OF suspension, progress ON card FOR EACH ROW "
            + "WHEN (NEW.suspension = 'Abolished' OR NEW.progress IN ('Disposed', 'Lost', 'ReturnedToMaker')) EXECUTE FUNCTION refuse_end_of_booked_card()",
    ];
}
