using System.Collections.Frozen;

namespace Tewatashi.Data;

/// <summary>
/// For every column the items that explain it (CMP-01). Written by hand, column by column: a column that nobody thought about has no
/// item, and a test fails. An id that stands for a card counts as its 製造管理番号. A column that holds several is named under each.
/// </summary>
public static class ItemCatalogue
{
    private static readonly FrozenDictionary<(string Table, string Column), IReadOnlyList<DataItem>> Items = Columns()
        .GroupBy(row => (row.Table, row.Column), row => row.Item)
        .ToFrozenDictionary(rows => rows.Key, IReadOnlyList<DataItem> (rows) => [.. rows]);

    /// <summary>None for a column that is not in the catalogue.</summary>
    public static IReadOnlyList<DataItem> ItemsOf(string table, string column) => Items.GetValueOrDefault((table, column), []);

    /// <summary>Every column named here, also one that no longer exists.</summary>
    public static IEnumerable<(string Table, string Column)> All => Items.Keys;

    private static IEnumerable<(string Table, string Column, DataItem Item)> Columns() =>
    [
        // The person, apart from the card
        .. Of("applicant", DataItem.NoPerson, "municipality"),
        .. Of("applicant", DataItem.SerialNumber, "card_id"),
        .. Of("applicant", DataItem.ApplicationId, "application_id application_id_token"),
        .. Of("applicant", DataItem.KanaName, "kana_name kana_token kana_token2 kana_token3 kana_token4"),
        .. Of("applicant", DataItem.Birthday, "birthday birthday_token"),
        .. Of("contact", DataItem.NoPerson, "municipality id waiting_id"),
        .. Of("contact", DataItem.ReservationNumber, "visit_id"),
        .. Of("contact", DataItem.EmailAddress, "address_token masked token_hash token_expires_at verified_at created_at"),
        .. Of("contact_address", DataItem.NoPerson, "municipality contact_id"),
        .. Of("contact_address", DataItem.EmailAddress, "address"),
        .. Of("proxy_name", DataItem.NoPerson, "municipality id"),
        .. Of("proxy_name", DataItem.ReservationNumber, "reservation_id"),
        .. Of("proxy_name", DataItem.ProxyKanaName, "kana_name created_at"),
        // A search term may be any number of a card or a name with a birthday; it lies as ciphertext and is gone after a day.
        .. Of("saved_search", DataItem.NoPerson, "municipality id created_at"),
        .. Of("saved_search", DataItem.StaffAccount, "staff_member_id"),
        .. Of("saved_search", DataItem.ApplicationId, "term"),
        .. Of("saved_search", DataItem.KanaName, "term"),
        .. Of("saved_search", DataItem.Birthday, "term"),
        .. Of("saved_search", DataItem.SerialNumber, "term"),
        .. Of("saved_search", DataItem.DispatchNumber, "term"),
        .. Of("saved_search", DataItem.ReservationNumber, "term"),
        .. Of("saved_search", DataItem.ReceptionNumber, "term"),

        // The card
        .. Of("card", DataItem.NoPerson, "municipality version shipment_id import_id ordinal fingerprint"),
        .. Of("card", DataItem.SerialNumber, "id serial_number"),
        .. Of("card", DataItem.DispatchNumber, "dispatch_number"),
        .. Of("card", DataItem.Counter, "counter_code"),
        .. Of("card", DataItem.CardStatus,
            "route last_day_on progress suspension amendment_needed place_kind location_id tray_counter_id placed_at added_at received_at inspected_at prepared_at pin_set_at handed_over_at"),
        .. Of("movement", DataItem.NoPerson, "municipality id"),
        .. Of("movement", DataItem.SerialNumber, "card_id"),
        .. Of("movement", DataItem.CardStatus, "at from_kind from_location_id from_counter_id to_kind to_location_id to_counter_id"),
        .. Of("movement", DataItem.StaffAccount, "actor_id"),
        .. Of("shipment", DataItem.NoPerson, "municipality id version name state announced_at received_at closed_at"),

        // Counts of the storage places
        .. Of("stock_count", DataItem.NoPerson, "municipality id version location_id reason state planned_on daily_ordinal opened_at ended_at"),
        .. Of("stock_count", DataItem.StaffAccount, "opened_by ended_by"),
        .. Of("count_scan", DataItem.NoPerson, "municipality id count_id"),
        .. Of("count_scan", DataItem.SerialNumber, "serial_number card_id"),
        .. Of("count_scan", DataItem.CardStatus, "at"),
        .. Of("count_scan", DataItem.StaffAccount, "actor_id"),
        .. Of("count_finding", DataItem.NoPerson, "municipality id version count_id"),
        .. Of("count_finding", DataItem.SerialNumber, "serial_number card_id"),
        .. Of("count_finding", DataItem.CardStatus, "kind books_kind books_location_id books_counter_id end_reason ended_at"),
        .. Of("count_finding", DataItem.StaffAccount, "ended_by"),

        // Parcels between offices
        .. Of("parcel", DataItem.NoPerson, "municipality id version number from_building_id to_building_id state orders_by_scan opened_at sent_at due_on received_at ended_at"),
        .. Of("parcel", DataItem.StaffAccount, "opened_by sent_by received_by ended_by signed_by"),
        .. Of("parcel_line", DataItem.NoPerson, "municipality id parcel_id"),
        .. Of("parcel_line", DataItem.SerialNumber, "serial_number card_id"),
        .. Of("parcel_line", DataItem.CardStatus, "state added_at ended_at"),
        .. Of("parcel_line", DataItem.StaffAccount, "added_by ended_by"),

        // Imports
        .. Of("import", DataItem.NoPerson,
            "municipality id version file_name profile encoding all_or_nothing bytes content_token state rows rows_read added unchanged refused warnings "
            + "ignored_columns refused_because started_at finished_at claimed_by claimed_until"),
        .. Of("import", DataItem.StaffAccount, "actor_id"),
        // The file itself, as ciphertext, until it was applied: every item a shipment file brings.
        .. Of("import_part", DataItem.NoPerson, "municipality import_id ordinal"),
        .. Of("import_part", DataItem.ApplicationId, "content"),
        .. Of("import_part", DataItem.KanaName, "content"),
        .. Of("import_part", DataItem.Birthday, "content"),
        .. Of("import_part", DataItem.SerialNumber, "content"),
        .. Of("import_part", DataItem.DispatchNumber, "content"),
        .. Of("import_part", DataItem.Counter, "content"),
        .. Of("import_part", DataItem.Slot, "content"),
        .. Of("import_part", DataItem.ReservationNumber, "content"),
        .. Of("import_part", DataItem.CardStatus, "content"),
        .. Of("import_problem", DataItem.NoPerson, "municipality import_id ordinal refused line column reason"),

        // Notices
        .. Of("notice_batch", DataItem.NoPerson, "municipality id version name form deadline_on needs_matching stage created_at print_run issued_at sent_on"),
        .. Of("notice_batch_card", DataItem.NoPerson, "municipality batch_id ordinal"),
        .. Of("notice_batch_card", DataItem.SerialNumber, "card_id"),
        .. Of("notice_batch_card", DataItem.CardStatus, "state replaces_notice_id"),
        .. Of("notice", DataItem.NoPerson, "municipality id version batch_id ordinal"),
        .. Of("notice", DataItem.SerialNumber, "card_id"),
        .. Of("notice", DataItem.ReceptionNumber, "reception_number"),
        .. Of("notice", DataItem.ReceptionPassword, "password_salt password_hash"),
        .. Of("notice", DataItem.CardStatus, "sequence stage state issued_at print_confirmed_at matched_at sent_on deadline_on returned_on return_reason"),

        // Visits
        .. Of("visit", DataItem.NoPerson, "municipality id version building_id grid_minutes"),
        .. Of("visit", DataItem.ReservationNumber, "reservation_number"),
        .. Of("visit", DataItem.EmailAddress, "owner_token"),
        .. Of("visit", DataItem.Counter, "counter_id"),
        .. Of("visit", DataItem.Slot, "day starts_at minutes"),
        .. Of("visit", DataItem.CardStatus, "channel seat hold_expires_at hold_extensions created_at booked_at checked_in_at called_at lost_at priority_until call_number offer_id"),
        .. Of("reservation", DataItem.NoPerson, "municipality id version ordinal kind_id"),
        .. Of("reservation", DataItem.ReservationNumber, "visit_id"),
        .. Of("reservation", DataItem.SerialNumber, "card_id"),
        .. Of("reservation", DataItem.RecipientKind, "recipient_kind"),
        .. Of("reservation", DataItem.Slot, "minutes"),
        .. Of("reservation", DataItem.CardStatus, "state end_reason ended_at"),
        .. Of("turned_away", DataItem.NoPerson, "municipality id outage_id"),
        .. Of("turned_away", DataItem.ReservationNumber, "reservation_id"),
        .. Of("turned_away", DataItem.CardStatus, "way at"),
        .. Of("call", DataItem.NoPerson, "municipality id version"),
        .. Of("call", DataItem.SerialNumber, "card_id"),
        .. Of("call", DataItem.ReservationNumber, "visit_id"),
        .. Of("call", DataItem.CardStatus, "reason due_at state not_reached created_at answered_at"),
        .. Of("call", DataItem.StaffAccount, "answered_by"),
        .. Of("resident_session", DataItem.NoPerson, "municipality secret_hash started_at last_seen_at ended_at purpose_revision"),
        .. Of("resident_session", DataItem.SerialNumber, "card_id"),
        .. Of("resident_session", DataItem.ReceptionNumber, "notice_id"),
        .. Of("resident_session", DataItem.EmailAddress, "contact_id"),
        .. Of("session_person", DataItem.NoPerson, "municipality secret_hash ordinal kind_id"),
        .. Of("session_person", DataItem.SerialNumber, "card_id"),
        .. Of("session_person", DataItem.RecipientKind, "recipient_kind"),
        .. Of("session_person", DataItem.ProxyKanaName, "proxy_kana_name"),
        .. Of("waiting_entry", DataItem.NoPerson, "municipality id version"),
        .. Of("waiting_entry", DataItem.SerialNumber, "card_id"),
        .. Of("waiting_entry", DataItem.Slot, "from_on to_on part_of_day"),
        .. Of("waiting_entry", DataItem.CardStatus, "channel created_at ended_at end_reason"),
        .. Of("waiting_person", DataItem.NoPerson, "municipality waiting_id ordinal"),
        .. Of("waiting_person", DataItem.SerialNumber, "card_id"),
        .. Of("waiting_person", DataItem.RecipientKind, "recipient_kind"),
        .. Of("waiting_person", DataItem.ProxyKanaName, "proxy_kana_name"),
        .. Of("waiting_counter", DataItem.NoPerson, "municipality waiting_id"),
        .. Of("waiting_counter", DataItem.Counter, "counter_id"),
        .. Of("seat_offer", DataItem.NoPerson, "municipality id waiting_id"),
        .. Of("seat_offer", DataItem.ReservationNumber, "visit_id"),
        .. Of("seat_offer", DataItem.CardStatus, "way offered_at expires_at ended_at end_reason"),
        .. Of("hand_over", DataItem.NoPerson, "municipality id"),
        .. Of("hand_over", DataItem.SerialNumber, "card_id"),
        .. Of("hand_over", DataItem.ReservationNumber, "reservation_id"),
        .. Of("hand_over", DataItem.Counter, "counter_id"),
        .. Of("hand_over", DataItem.StaffAccount, "staff_member_id second_id cancelled_by cancelled_with"),
        .. Of("hand_over", DataItem.RecipientKind, "recipient_kind"),
        .. Of("hand_over", DataItem.CardStatus, "at file_number exceptions cancelled_at cancel_reason"),
        .. Of("hand_over_answer", DataItem.NoPerson, "municipality hand_over_id"),
        .. Of("hand_over_answer", DataItem.CardStatus, "question answer"),
        // 引受番号 is none of the fourteen items: a code under 処理状況, there only where the row names the municipality's decision that allows it.
        .. Of("posting", DataItem.NoPerson, "municipality id version tracking_decision"),
        .. Of("posting", DataItem.SerialNumber, "card_id"),
        .. Of("posting", DataItem.StaffAccount, "posted_by ended_by cancelled_by cancelled_with"),
        .. Of("posting", DataItem.CardStatus, "state tracking_number posted_at delivered_on ended_at return_reason cancelled_at"),
        .. Of("transfer_order", DataItem.NoPerson, "municipality id version from_building_id to_building_id"),
        .. Of("transfer_order", DataItem.SerialNumber, "card_id"),
        .. Of("transfer_order", DataItem.ReservationNumber, "visit_id"),
        .. Of("transfer_order", DataItem.Slot, "needed_on"),
        .. Of("transfer_order", DataItem.CardStatus, "state ordered_at ended_at"),
        .. Of("outbox_mail", DataItem.NoPerson, "municipality id kind secret state attempts unanswered for_day next_attempt_at created_at sent_at last_error claimed_by claimed_until"),
        .. Of("outbox_mail", DataItem.EmailAddress, "contact_id"),
        .. Of("outbox_mail", DataItem.ReservationNumber, "visit_id"),

        // The office
        .. Of("municipality", DataItem.NoPerson, "key code name founded_at"),
        .. Of("municipality_settings", DataItem.NoPerson,
            "municipality version web_lead_business_days phone_lead_business_days horizon_days web_cutoff_business_days web_cutoff_time hold_minutes hold_extensions "
            + "persons_per_visit minutes_per_person minutes_for_proxy minutes_for_amendment late_minutes kept_percent kept_release_business_days kept_release_time rebooking_priority_days deadline_days receivable_after_deadline expected_booking_percent post_overdue_days tracking_number_decision second_for_proxy "
            + "transfer_business_days counts_per_day count_overdue_days first_reminder_days last_reminder_days english_in_mails address_days offer_minutes open_recipient_kinds birth_year_decision dispatch_number_proves telephone fax contact_mail telephone_hours resident_url set_up_at"),
        .. Of("municipality_text", DataItem.NoPerson, "municipality key revision body changed_at"),
        .. Of("mail_text", DataItem.NoPerson, "municipality kind language revision subject opening closing changed_at"),
        .. Of("booking_kind", DataItem.NoPerson, "municipality id version name position minutes needs_card on_web on_phone at_counter counters bring decision_number"),
        .. Of("reminder_stage", DataItem.NoPerson, "municipality stage counted_from days deadline_days"),
        .. Of("status_label", DataItem.NoPerson, "municipality status label"),
        .. Of("paper_rule", DataItem.NoPerson, "municipality paper_case version applicant_papers representative_papers"),
        .. Of("checklist_line", DataItem.NoPerson, "municipality code revision text asked_of required asked changed_at"),
        .. Of("article", DataItem.NoPerson, "municipality id version kind title body published_on position"),
        .. Of("location", DataItem.NoPerson, "municipality id version parent_id kind path name capacity retired"),
        .. Of("counter", DataItem.NoPerson, "municipality id version code name building_id grid_minutes access active open_on_holidays"),
        .. Of("opening_hours", DataItem.NoPerson, "municipality id counter_id weekday opens_at closes_at booths effective_on"),
        .. Of("closure", DataItem.NoPerson, "municipality id kind counter_id day reason"),
        .. Of("special_hours", DataItem.NoPerson, "municipality id counter_id day opens_at closes_at booths replaces"),
        .. Of("outage", DataItem.NoPerson, "municipality id from_at until_at ended_at"),
        .. Of("outage_counter", DataItem.NoPerson, "municipality outage_id counter_id"),
        .. Of("fewer_booths", DataItem.NoPerson, "municipality id counter_id day from_at until_at booths created_at"),
        .. Of("office_limit", DataItem.NoPerson, "municipality building_id effective_on visits"),
        .. Of("planned_rule", DataItem.NoPerson, "municipality effective_on field value"),
        .. Of("application_count", DataItem.NoPerson, "municipality day count"),
        .. Of("cell", DataItem.NoPerson, "municipality owner_id day minute capacity kept taken taken_on_web"),
        .. Of("staff_directory", DataItem.NoPerson, "municipality"),
        .. Of("staff_directory", DataItem.StaffAccount, "user_id"),
        .. Of("staff_member", DataItem.NoPerson, "municipality version"),
        .. Of("staff_member", DataItem.StaffAccount,
            "id user_id display_name roles state password_hash failed_sign_ins locked_until invitation_hash invitation_expires_at created_at last_sign_in_at"),
        .. Of("staff_session", DataItem.NoPerson, "municipality"),
        .. Of("staff_session", DataItem.StaffAccount, "secret_hash staff_member_id started_at last_seen_at ended_at"),

        // Serving all. The log names accounts and records by their ids alone.
        .. Of("audit_entry", DataItem.NoPerson, "municipality id at actor_kind source operation outcome detail operation_id"),
        .. Of("audit_entry", DataItem.StaffAccount, "actor_id role"),
        .. Of("audit_entry", DataItem.SerialNumber, "subject_id"),
        .. Of("audit_subject", DataItem.NoPerson, "municipality entry_id"),
        .. Of("audit_subject", DataItem.SerialNumber, "subject_id"),
        .. Of("work_item", DataItem.NoPerson, "municipality kind subject_id due_at claimed_by claimed_until"),
        .. Of("data_protection_key", DataItem.NoPerson, "face name wrapped"),
        .. Of("schema_requirement", DataItem.NoPerson, "id least_program_version"),
    ];

    private static IEnumerable<(string Table, string Column, DataItem Item)> Of(string table, DataItem item, string columns) =>
        columns.Split(' ').Select(column => (table, column, item));
}
