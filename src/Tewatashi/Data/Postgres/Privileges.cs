namespace Tewatashi.Data.Postgres;

/// <summary>Who may do what to which table. A table that is not named here can be touched by its owner alone.</summary>
internal static class Privileges
{
    private const string Read = "SELECT";
    private const string Add = "SELECT, INSERT";
    private const string Change = "SELECT, INSERT, UPDATE";
    private const string All = "SELECT, INSERT, UPDATE, DELETE";

    private sealed record Row(string? Staff, string? Resident = null, string? Worker = null);

    private static readonly Dictionary<string, Row> Table = new()
    {
        ["municipality"] = new("SELECT, UPDATE", Read, Read),
        ["municipality_settings"] = new("SELECT, UPDATE", Read, Read),
        ["setup_mark"] = new(Change, Read, Read),
        ["municipality_text"] = new(Add, Read, Read),
        ["booking_kind"] = new(Change, Read, Read),
        ["reminder_stage"] = new(All),
        ["status_label"] = new(All, Read),
        ["paper_rule"] = new("SELECT, UPDATE", Read, Read),
        ["article"] = new(All, Read),
        ["staff_directory"] = new(Add),
        ["staff_member"] = new(Change),
        ["staff_session"] = new(Change, null, "SELECT, DELETE"),
        ["location"] = new(Change, Read, Read),
        ["counter"] = new(Change, Read, Read),
        ["opening_hours"] = new(All, Read, Read),
        ["closure"] = new(All, Read, Read),
        ["special_hours"] = new(All, Read, Read),
        ["fewer_booths"] = new(All, Read, Read),
        ["outage"] = new(Change, Read, Read),
        ["outage_counter"] = new(Add, Read, Read),
        ["turned_away"] = new(Add),
        ["office_limit"] = new(All, Read, Read),
        ["planned_rule"] = new(All, Read, Read),
        ["application_count"] = new(Change),
        ["cell"] = new(Change, Change, Change),
        ["import"] = new(Change, null, Change),
        ["import_part"] = new("SELECT, INSERT, DELETE", null, "SELECT, DELETE"),
        ["import_problem"] = new("SELECT, INSERT, DELETE"),
        ["shipment"] = new(Change),
        ["shipment_box"] = new(Change),
        ["shipment_finding"] = new(Change),
        ["kept_pair"] = new(Add),
        ["remade_card"] = new(Change),
        ["change_list"] = new(Change, null, "SELECT, UPDATE"),
        ["change_row"] = new(Change, null, "SELECT, UPDATE"),
        ["card"] = new(Change, Read, Read),
        ["applicant"] = new(Change),
        ["movement"] = new(Add),
        ["stock_count"] = new(Change),
        ["count_scan"] = new(Add),
        ["count_finding"] = new(Change),
        ["missing_card"] = new(Change),
        ["incident"] = new(Add),
        ["incident_step"] = new(Add),
        ["disposal_batch"] = new(Change),
        ["disposal_card"] = new(Change),
        ["maker_return"] = new(Add),
        ["old_paper"] = new(Change),
        ["saved_search"] = new(Add, null, "SELECT, DELETE"),
        ["visit"] = new(Change, Change, Change),
        ["reservation"] = new(Change, Change, "SELECT, UPDATE"),
        ["call"] = new(Change, "SELECT, UPDATE", Change),
        ["proxy_name"] = new(Add, "INSERT", "SELECT, DELETE"),
        ["contact"] = new(Change, Change, "SELECT, DELETE"),
        ["contact_address"] = new("INSERT", "INSERT", "SELECT, DELETE"),
        ["resident_session"] = new("SELECT, UPDATE", Change, "SELECT, DELETE"),
        ["session_person"] = new(null, All, "SELECT, DELETE"),
        ["notice_batch"] = new(Change),
        ["notice_batch_card"] = new(Change),
        ["notice"] = new(Change, Read, Read),
        ["posting"] = new(Change),
        ["hand_over"] = new(Change),
        ["hand_over_answer"] = new(Add),
        ["unmoved_check"] = new(Add),
        ["counter_closing"] = new(Change),
        ["kept_card"] = new(Add),
        ["pin_form"] = new(Change),
        ["pin_form_move"] = new(Add),
        ["terminal_list"] = new(Add),
        ["terminal_row"] = new(Add),
        ["difference_explanation"] = new(Add),
        ["checklist_line"] = new(Add),
        ["transfer_order"] = new(Change, Change, "SELECT, UPDATE"),
        ["take_out"] = new(Change, Read, Read),
        ["vault_opening"] = new(Change),
        ["parcel"] = new(Change),
        ["parcel_line"] = new(Change),
        ["mail_text"] = new(Add, null, Read),
        ["waiting_entry"] = new(Change, Change, "SELECT, UPDATE"),
        ["waiting_person"] = new(Change, Change, "SELECT, UPDATE"),
        ["waiting_counter"] = new(Add, Add, Read),
        ["seat_offer"] = new(Change, Change, Change),
        ["outbox_mail"] = new(Change, "INSERT", All),
        ["audit_entry"] = new(Add, Add, Add),
        ["audit_subject"] = new(Add, "INSERT", "INSERT"),
        ["work_item"] = new(All, Add, All),
        ["schema_requirement"] = new(Read, Read, Read),
        ["data_protection_key"] = new(Add, Add),
    };

    public static IEnumerable<(DatabaseRole Role, string Privileges)> Of(string table)
    {
        if (!Table.TryGetValue(table, out var row)) yield break;
        if (row.Staff is not null) yield return (DatabaseRole.Staff, row.Staff);
        if (row.Resident is not null) yield return (DatabaseRole.Resident, row.Resident);
        if (row.Worker is not null) yield return (DatabaseRole.Worker, row.Worker);
    }
}
