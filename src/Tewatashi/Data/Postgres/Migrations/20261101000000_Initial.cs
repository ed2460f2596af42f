using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tewatashi.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "application_count",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_count", x => new { x.municipality, x.day });
                    table.CheckConstraint("ck_application_count_count", "count >= 0");
                });

            migrationBuilder.CreateTable(
                name: "article",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "article_kind_name", maxLength: 32, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article", x => new { x.municipality, x.id });
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor_kind = table.Column<string>(type: "actor_kind_name", maxLength: 32, nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    operation = table.Column<string>(type: "operation_kind_name", maxLength: 32, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: true),
                    operation_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => new { x.municipality, x.id });
                });

            migrationBuilder.CreateTable(
                name: "booking_kind",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    needs_card = table.Column<bool>(type: "boolean", nullable: false),
                    on_web = table.Column<bool>(type: "boolean", nullable: false),
                    on_phone = table.Column<bool>(type: "boolean", nullable: false),
                    at_counter = table.Column<bool>(type: "boolean", nullable: false),
                    counters = table.Column<string>(type: "text", nullable: false),
                    bring = table.Column<string>(type: "text", nullable: false),
                    decision_number = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_booking_kind", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_booking_kind_minutes", "minutes > 0");
                });

            migrationBuilder.CreateTable(
                name: "cell",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    minute = table.Column<int>(type: "integer", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    kept = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    taken_on_web = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cell", x => new { x.municipality, x.owner_id, x.day, x.minute });
                    table.CheckConstraint("ck_cell_kept", "kept >= 0 AND kept <= capacity");
                    table.CheckConstraint("ck_cell_taken", "taken >= 0 AND taken <= capacity");
                    table.CheckConstraint("ck_cell_taken_on_web", "taken_on_web >= 0 AND taken_on_web <= taken");
                });

            migrationBuilder.CreateTable(
                name: "change_list",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "change_list_state_name", maxLength: 32, nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    without_match = table.Column<int>(type: "integer", nullable: false),
                    uploaded_at = table.Column<long>(type: "bigint", nullable: false),
                    uploaded_by = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_list", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_change_list_ended", "(state = 'Ended') = (ended_at IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "checklist_line",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    asked_of = table.Column<string>(type: "asked_of_name", maxLength: 32, nullable: false),
                    required = table.Column<bool>(type: "boolean", nullable: false),
                    asked = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checklist_line", x => new { x.municipality, x.code, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    face = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => new { x.face, x.name });
                });

            migrationBuilder.CreateTable(
                name: "difference_explanation",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    serial_number = table.Column<string>(type: "text", nullable: false),
                    side = table.Column<string>(type: "difference_side_name", maxLength: 32, nullable: false),
                    reason = table.Column<string>(type: "difference_reason_name", maxLength: 32, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    staff_member_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_difference_explanation", x => new { x.municipality, x.id });
                });

            migrationBuilder.CreateTable(
                name: "disposal_batch",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "disposal_state_name", maxLength: 32, nullable: false),
                    proposed_at = table.Column<long>(type: "bigint", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    approved_at = table.Column<long>(type: "bigint", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disposal_batch", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_disposal_batch_approved", "state NOT IN ('Approved', 'Closed') OR approved_by IS NOT NULL");
                    table.CheckConstraint("ck_disposal_batch_approver", "approved_by <> proposed_by AND (approved_at IS NULL) = (approved_by IS NULL)");
                    table.CheckConstraint("ck_disposal_batch_ended", "(state IN ('Closed', 'GivenUp')) = (ended_at IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "import",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    profile = table.Column<string>(type: "text", nullable: false),
                    encoding = table.Column<string>(type: "text", nullable: true),
                    all_or_nothing = table.Column<bool>(type: "boolean", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    content_token = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<string>(type: "import_state_name", maxLength: 32, nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    rows_read = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    warnings = table.Column<int>(type: "integer", nullable: false),
                    ignored_columns = table.Column<string>(type: "text", nullable: true),
                    refused_because = table.Column<string>(type: "text", nullable: true),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    claimed_by = table.Column<string>(type: "text", nullable: true),
                    claimed_until = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import", x => new { x.municipality, x.id });
                });

            migrationBuilder.CreateTable(
                name: "location",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "location_kind_name", maxLength: 32, nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: true),
                    retired = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_location", x => new { x.municipality, x.id });
                    table.ForeignKey(
                        name: "fk_location_location_municipality_parent_id",
                        columns: x => new { x.municipality, x.parent_id },
                        principalTable: "location",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mail_text",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "mail_kind_name", maxLength: 32, nullable: false),
                    language = table.Column<string>(type: "mail_language_name", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    opening = table.Column<string>(type: "text", nullable: false),
                    closing = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_text", x => new { x.municipality, x.kind, x.language, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "municipality",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    founded_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "municipality_settings",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    web_lead_business_days = table.Column<int>(type: "integer", nullable: false),
                    phone_lead_business_days = table.Column<int>(type: "integer", nullable: false),
                    horizon_days = table.Column<int>(type: "integer", nullable: false),
                    web_cutoff_business_days = table.Column<int>(type: "integer", nullable: false),
                    web_cutoff_time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    hold_minutes = table.Column<int>(type: "integer", nullable: false),
                    hold_extensions = table.Column<int>(type: "integer", nullable: false),
                    persons_per_visit = table.Column<int>(type: "integer", nullable: false),
                    minutes_per_person = table.Column<int>(type: "integer", nullable: false),
                    minutes_for_proxy = table.Column<int>(type: "integer", nullable: false),
                    minutes_for_amendment = table.Column<int>(type: "integer", nullable: false),
                    late_minutes = table.Column<int>(type: "integer", nullable: false),
                    kept_percent = table.Column<int>(type: "integer", nullable: false),
                    kept_release_business_days = table.Column<int>(type: "integer", nullable: true),
                    kept_release_time = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    rebooking_priority_days = table.Column<int>(type: "integer", nullable: false),
                    deadline_days = table.Column<int>(type: "integer", nullable: false),
                    receivable_after_deadline = table.Column<bool>(type: "boolean", nullable: false),
                    expected_booking_percent = table.Column<int>(type: "integer", nullable: false),
                    post_overdue_days = table.Column<int>(type: "integer", nullable: false),
                    tracking_number_decision = table.Column<string>(type: "text", nullable: true),
                    second_for_proxy = table.Column<bool>(type: "boolean", nullable: false),
                    unmoved_check_at_pick = table.Column<bool>(type: "boolean", nullable: false),
                    transfer_business_days = table.Column<int>(type: "integer", nullable: false),
                    counts_per_day = table.Column<int>(type: "integer", nullable: false),
                    count_overdue_days = table.Column<int>(type: "integer", nullable: false),
                    disposal_on = table.Column<bool>(type: "boolean", nullable: false),
                    disposal_months_after_first = table.Column<int>(type: "integer", nullable: true),
                    disposal_months_after_reminder = table.Column<int>(type: "integer", nullable: true),
                    disposal_people = table.Column<int>(type: "integer", nullable: false),
                    open_recipient_kinds = table.Column<string>(type: "text", nullable: false),
                    birth_year_decision = table.Column<string>(type: "text", nullable: true),
                    dispatch_number_proves = table.Column<bool>(type: "boolean", nullable: false),
                    first_reminder_days = table.Column<int>(type: "integer", nullable: false),
                    last_reminder_days = table.Column<int>(type: "integer", nullable: false),
                    english_in_mails = table.Column<bool>(type: "boolean", nullable: false),
                    address_days = table.Column<int>(type: "integer", nullable: false),
                    offer_minutes = table.Column<int>(type: "integer", nullable: false),
                    telephone = table.Column<string>(type: "text", nullable: false),
                    fax = table.Column<string>(type: "text", nullable: false),
                    contact_mail = table.Column<string>(type: "text", nullable: false),
                    telephone_hours = table.Column<string>(type: "text", nullable: false),
                    resident_url = table.Column<string>(type: "text", nullable: false),
                    set_up_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality_settings", x => x.municipality);
                });

            migrationBuilder.CreateTable(
                name: "municipality_text",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text_key_name", maxLength: 32, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality_text", x => new { x.municipality, x.key, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "notice_batch",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    form = table.Column<string>(type: "notice_form_name", maxLength: 32, nullable: false),
                    deadline_on = table.Column<DateOnly>(type: "date", nullable: false),
                    needs_matching = table.Column<bool>(type: "boolean", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    print_run = table.Column<int>(type: "integer", nullable: false),
                    issued_at = table.Column<long>(type: "bigint", nullable: true),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_batch", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_notice_batch_stage", "stage >= 0");
                });

            migrationBuilder.CreateTable(
                name: "outage",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_at = table.Column<long>(type: "bigint", nullable: false),
                    until_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outage", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_outage_times", "from_at < until_at");
                });

            migrationBuilder.CreateTable(
                name: "outbox_mail",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "mail_kind_name", maxLength: 32, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    for_day = table.Column<DateOnly>(type: "date", nullable: true),
                    secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<string>(type: "outbox_state_name", maxLength: 32, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    unanswered = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    claimed_by = table.Column<string>(type: "text", nullable: true),
                    claimed_until = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_mail", x => new { x.municipality, x.id });
                });

            migrationBuilder.CreateTable(
                name: "paper_rule",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    paper_case = table.Column<string>(type: "paper_case_name", maxLength: 32, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    applicant_papers = table.Column<string>(type: "text", nullable: false),
                    representative_papers = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_rule", x => new { x.municipality, x.paper_case });
                });

            migrationBuilder.CreateTable(
                name: "planned_rule",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planned_rule", x => new { x.municipality, x.effective_on, x.field });
                });

            migrationBuilder.CreateTable(
                name: "reminder_stage",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    counted_from = table.Column<string>(type: "reminder_from_name", maxLength: 32, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    deadline_days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_stage", x => new { x.municipality, x.stage });
                    table.CheckConstraint("ck_reminder_stage_days", "stage >= 1 AND days >= 0 AND deadline_days > 0");
                });

            migrationBuilder.CreateTable(
                name: "saved_search",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    term = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_search", x => new { x.municipality, x.id });
                });

            migrationBuilder.CreateTable(
                name: "schema_requirement",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    least_program_version = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schema_requirement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "setup_mark",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setup_mark", x => x.municipality);
                });

            migrationBuilder.CreateTable(
                name: "shipment",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "shipment_state_name", maxLength: 32, nullable: false),
                    announced_at = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: true),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    difference = table.Column<string>(type: "shipment_difference_name", maxLength: 32, nullable: true),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_with = table.Column<Guid>(type: "uuid", nullable: true),
                    by_hand_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shipment", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_shipment_signed", "(difference IS NULL) = (signed_by IS NULL) AND (difference IS NULL) = (signed_with IS NULL) AND (signed_by IS NULL OR signed_by <> signed_with) AND (difference IS NULL OR state = 'Closed')");
                });

            migrationBuilder.CreateTable(
                name: "staff_directory",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "text", nullable: false),
                    municipality = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_directory", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "staff_member",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "staff_state_name", maxLength: 32, nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    failed_sign_ins = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<long>(type: "bigint", nullable: true),
                    invitation_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    invitation_expires_at = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    last_sign_in_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_member", x => new { x.municipality, x.id });
                });

            migrationBuilder.CreateTable(
                name: "status_label",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "card_status_name", maxLength: 32, nullable: false),
                    label = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_status_label", x => new { x.municipality, x.status });
                });

            migrationBuilder.CreateTable(
                name: "terminal_list",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    lines = table.Column<int>(type: "integer", nullable: false),
                    imported_at = table.Column<long>(type: "bigint", nullable: false),
                    imported_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_terminal_list", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_terminal_list_lines", "lines >= 0");
                });

            migrationBuilder.CreateTable(
                name: "work_item",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "work_kind_name", maxLength: 32, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    claimed_by = table.Column<string>(type: "text", nullable: true),
                    claimed_until = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_item", x => new { x.municipality, x.kind, x.subject_id });
                });

            migrationBuilder.CreateTable(
                name: "audit_subject",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_subject", x => new { x.municipality, x.entry_id, x.subject_id });
                    table.ForeignKey(
                        name: "fk_audit_subject_audit_entry_municipality_entry_id",
                        columns: x => new { x.municipality, x.entry_id },
                        principalTable: "audit_entry",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_part",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_part", x => new { x.municipality, x.import_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_import_part_import_municipality_import_id",
                        columns: x => new { x.municipality, x.import_id },
                        principalTable: "import",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_problem",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<bool>(type: "boolean", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    column = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_problem", x => new { x.municipality, x.import_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_import_problem_import_municipality_import_id",
                        columns: x => new { x.municipality, x.import_id },
                        principalTable: "import",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "counter",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    building_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grid_minutes = table.Column<int>(type: "integer", nullable: false),
                    access = table.Column<string>(type: "text", nullable: false),
                    open_on_holidays = table.Column<bool>(type: "boolean", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counter", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_counter_grid_minutes", "grid_minutes IN (5, 10, 15)");
                    table.ForeignKey(
                        name: "fk_counter_location_municipality_building_id",
                        columns: x => new { x.municipality, x.building_id },
                        principalTable: "location",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "office_limit",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    building_id = table.Column<Guid>(type: "uuid", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    visits = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_limit", x => new { x.municipality, x.building_id, x.effective_on });
                    table.CheckConstraint("ck_office_limit_visits", "visits > 0");
                    table.ForeignKey(
                        name: "fk_office_limit_location_municipality_building_id",
                        columns: x => new { x.municipality, x.building_id },
                        principalTable: "location",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "parcel",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    from_building_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_building_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "parcel_state_name", maxLength: 32, nullable: false),
                    orders_by_scan = table.Column<bool>(type: "boolean", nullable: false),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    opened_by = table.Column<string>(type: "text", nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    sent_by = table.Column<string>(type: "text", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    received_at = table.Column<long>(type: "bigint", nullable: true),
                    received_by = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true),
                    signed_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parcel", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_parcel_ended", "(state IN ('Closed', 'GivenUp')) = (ended_at IS NOT NULL)");
                    table.CheckConstraint("ck_parcel_offices", "from_building_id <> to_building_id");
                    table.CheckConstraint("ck_parcel_received", "(state <> 'Received' OR received_at IS NOT NULL) AND (state IN ('Received', 'Closed') OR received_at IS NULL)");
                    table.CheckConstraint("ck_parcel_sent", "(state IN ('Packing', 'GivenUp')) = (sent_at IS NULL) AND (sent_at IS NULL) = (due_on IS NULL)");
                    table.CheckConstraint("ck_parcel_signed", "signed_by IS NULL OR (state = 'Closed' AND signed_by <> ended_by)");
                    table.ForeignKey(
                        name: "fk_parcel_location_municipality_from_building_id",
                        columns: x => new { x.municipality, x.from_building_id },
                        principalTable: "location",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_parcel_location_municipality_to_building_id",
                        columns: x => new { x.municipality, x.to_building_id },
                        principalTable: "location",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stock_count",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    location_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "count_reason_name", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "count_state_name", maxLength: 32, nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    daily_ordinal = table.Column<int>(type: "integer", nullable: true),
                    opened_at = table.Column<long>(type: "bigint", nullable: true),
                    opened_by = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_count", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_stock_count_ended", "(state IN ('Planned', 'Open')) = (ended_at IS NULL)");
                    table.CheckConstraint("ck_stock_count_opened", "state NOT IN ('Open', 'Closed') OR opened_at IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_stock_count_location_municipality_location_id",
                        columns: x => new { x.municipality, x.location_id },
                        principalTable: "location",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "vault_opening",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    location_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unlocked_at = table.Column<long>(type: "bigint", nullable: false),
                    unlocked_by = table.Column<string>(type: "text", nullable: false),
                    locked_at = table.Column<long>(type: "bigint", nullable: true),
                    locked_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vault_opening", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_vault_opening_locked", "(locked_at IS NULL) = (locked_by IS NULL) AND locked_at >= unlocked_at");
                    table.ForeignKey(
                        name: "fk_vault_opening_location_municipality_location_id",
                        columns: x => new { x.municipality, x.location_id },
                        principalTable: "location",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shipment_box",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    shipment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    arrived_at = table.Column<long>(type: "bigint", nullable: true),
                    emptied_at = table.Column<long>(type: "bigint", nullable: true),
                    emptied_by = table.Column<Guid>(type: "uuid", nullable: true),
                    emptied_with = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shipment_box", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_shipment_box_emptied", "(emptied_at IS NULL) = (emptied_by IS NULL) AND (emptied_at IS NULL) = (emptied_with IS NULL) AND (emptied_by IS NULL OR emptied_by <> emptied_with) AND (emptied_at IS NULL OR arrived_at IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_shipment_box_shipment_municipality_shipment_id",
                        columns: x => new { x.municipality, x.shipment_id },
                        principalTable: "shipment",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_session",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    staff_member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    last_seen_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_session", x => new { x.municipality, x.secret_hash });
                    table.ForeignKey(
                        name: "fk_staff_session_staff_member_municipality_staff_member_id",
                        columns: x => new { x.municipality, x.staff_member_id },
                        principalTable: "staff_member",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "terminal_row",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial_number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "terminal_kind_name", maxLength: 32, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_terminal_row", x => new { x.municipality, x.id });
                    table.ForeignKey(
                        name: "fk_terminal_row_terminal_list_municipality_list_id",
                        columns: x => new { x.municipality, x.list_id },
                        principalTable: "terminal_list",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "card",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    serial_number = table.Column<string>(type: "text", nullable: false),
                    dispatch_number = table.Column<string>(type: "text", nullable: true),
                    shipment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    import_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    counter_code = table.Column<string>(type: "text", nullable: true),
                    route = table.Column<string>(type: "card_route_name", maxLength: 32, nullable: false),
                    last_day_on = table.Column<DateOnly>(type: "date", nullable: true),
                    progress = table.Column<string>(type: "card_progress_name", maxLength: 32, nullable: false),
                    suspension = table.Column<string>(type: "suspension_name", maxLength: 32, nullable: true),
                    suspended_at = table.Column<long>(type: "bigint", nullable: true),
                    amendment_needed = table.Column<bool>(type: "boolean", nullable: false),
                    place_kind = table.Column<string>(type: "place_kind_name", maxLength: 32, nullable: false),
                    location_id = table.Column<Guid>(type: "uuid", nullable: true),
                    tray_counter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    placed_at = table.Column<long>(type: "bigint", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: true),
                    inspected_at = table.Column<long>(type: "bigint", nullable: true),
                    prepared_at = table.Column<long>(type: "bigint", nullable: true),
                    pin_set_at = table.Column<long>(type: "bigint", nullable: true),
                    handed_over_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_card", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_card_place", "(place_kind = 'Storage') = (location_id IS NOT NULL) AND (place_kind = 'Tray') = (tray_counter_id IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_card_counter_municipality_tray_counter_id",
                        columns: x => new { x.municipality, x.tray_counter_id },
                        principalTable: "counter",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_card_import_municipality_import_id",
                        columns: x => new { x.municipality, x.import_id },
                        principalTable: "import",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_card_location_municipality_location_id",
                        columns: x => new { x.municipality, x.location_id },
                        principalTable: "location",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_card_shipment_municipality_shipment_id",
                        columns: x => new { x.municipality, x.shipment_id },
                        principalTable: "shipment",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "closure",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "closure_kind_name", maxLength: 32, nullable: false),
                    counter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closure", x => new { x.municipality, x.id });
                    table.ForeignKey(
                        name: "fk_closure_counter_municipality_counter_id",
                        columns: x => new { x.municipality, x.counter_id },
                        principalTable: "counter",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "counter_closing",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    counter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_at = table.Column<long>(type: "bigint", nullable: false),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    handed_over = table.Column<int>(type: "integer", nullable: false),
                    not_handed_over = table.Column<int>(type: "integer", nullable: false),
                    no_shows = table.Column<int>(type: "integer", nullable: false),
                    kept_cards = table.Column<int>(type: "integer", nullable: false),
                    pin_forms = table.Column<int>(type: "integer", nullable: false),
                    reissue_fees = table.Column<int>(type: "integer", nullable: false),
                    express_fees = table.Column<int>(type: "integer", nullable: false),
                    old_papers = table.Column<int>(type: "integer", nullable: false),
                    old_papers_counted = table.Column<int>(type: "integer", nullable: false),
                    differences = table.Column<int>(type: "integer", nullable: true),
                    reopened_at = table.Column<long>(type: "bigint", nullable: true),
                    reopened_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counter_closing", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_counter_closing_counts", "handed_over >= 0 AND not_handed_over >= 0 AND no_shows >= 0 AND kept_cards >= 0 AND pin_forms >= 0 AND reissue_fees >= 0 AND express_fees >= 0 AND old_papers >= 0 AND old_papers_counted >= 0");
                    table.CheckConstraint("ck_counter_closing_reopened", "(reopened_at IS NULL) = (reopened_by IS NULL)");
                    table.ForeignKey(
                        name: "fk_counter_closing_counter_municipality_counter_id",
                        columns: x => new { x.municipality, x.counter_id },
                        principalTable: "counter",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fewer_booths",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    counter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    from_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    until_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    booths = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fewer_booths", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_fewer_booths_booths", "booths > 0");
                    table.CheckConstraint("ck_fewer_booths_times", "from_at < until_at");
                    table.ForeignKey(
                        name: "fk_fewer_booths_counter_municipality_counter_id",
                        columns: x => new { x.municipality, x.counter_id },
                        principalTable: "counter",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opening_hours",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    counter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    weekday = table.Column<int>(type: "integer", nullable: false),
                    opens_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    closes_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    booths = table.Column<int>(type: "integer", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opening_hours", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_opening_hours_booths", "booths > 0");
                    table.ForeignKey(
                        name: "fk_opening_hours_counter_municipality_counter_id",
                        columns: x => new { x.municipality, x.counter_id },
                        principalTable: "counter",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outage_counter",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    outage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counter_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outage_counter", x => new { x.municipality, x.outage_id, x.counter_id });
                    table.ForeignKey(
                        name: "fk_outage_counter_counter_municipality_counter_id",
                        columns: x => new { x.municipality, x.counter_id },
                        principalTable: "counter",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outage_counter_outage_municipality_outage_id",
                        columns: x => new { x.municipality, x.outage_id },
                        principalTable: "outage",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "special_hours",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    counter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    opens_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    closes_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    booths = table.Column<int>(type: "integer", nullable: false),
                    replaces = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_special_hours", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_special_hours_booths", "booths > 0");
                    table.CheckConstraint("ck_special_hours_times", "opens_at < closes_at");
                    table.ForeignKey(
                        name: "fk_special_hours_counter_municipality_counter_id",
                        columns: x => new { x.municipality, x.counter_id },
                        principalTable: "counter",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visit",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    reservation_number = table.Column<string>(type: "text", nullable: false),
                    counter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    building_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    grid_minutes = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<string>(type: "channel_name", maxLength: 32, nullable: false),
                    seat = table.Column<string>(type: "seat_state_name", maxLength: 32, nullable: false),
                    hold_expires_at = table.Column<long>(type: "bigint", nullable: true),
                    owner_token = table.Column<byte[]>(type: "bytea", nullable: true),
                    hold_extensions = table.Column<int>(type: "integer", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    booked_at = table.Column<long>(type: "bigint", nullable: true),
                    checked_in_at = table.Column<long>(type: "bigint", nullable: true),
                    called_at = table.Column<long>(type: "bigint", nullable: true),
                    lost_at = table.Column<long>(type: "bigint", nullable: true),
                    priority_until = table.Column<long>(type: "bigint", nullable: true),
                    call_number = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_visit_hold", "(seat = 'Held') = (hold_expires_at IS NOT NULL)");
                    table.CheckConstraint("ck_visit_lost", "(lost_at IS NULL) = (priority_until IS NULL) AND (lost_at IS NULL OR seat = 'Released')");
                    table.CheckConstraint("ck_visit_minutes", "minutes > 0 AND minutes % grid_minutes = 0");
                    table.ForeignKey(
                        name: "fk_visit_counter_municipality_counter_id",
                        columns: x => new { x.municipality, x.counter_id },
                        principalTable: "counter",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "count_scan",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    count_id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial_number = table.Column<string>(type: "text", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_count_scan", x => new { x.municipality, x.id });
                    table.ForeignKey(
                        name: "fk_count_scan_stock_count_municipality_count_id",
                        columns: x => new { x.municipality, x.count_id },
                        principalTable: "stock_count",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "applicant",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    kana_name = table.Column<byte[]>(type: "bytea", nullable: true),
                    birthday = table.Column<byte[]>(type: "bytea", nullable: false),
                    application_id_token = table.Column<byte[]>(type: "bytea", nullable: false),
                    kana_token2 = table.Column<byte[]>(type: "bytea", nullable: true),
                    kana_token3 = table.Column<byte[]>(type: "bytea", nullable: true),
                    kana_token4 = table.Column<byte[]>(type: "bytea", nullable: true),
                    kana_token = table.Column<byte[]>(type: "bytea", nullable: true),
                    birthday_token = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_applicant", x => new { x.municipality, x.card_id });
                    table.ForeignKey(
                        name: "fk_applicant_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "call",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "call_reason_name", maxLength: 32, nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<string>(type: "call_state_name", maxLength: 32, nullable: false),
                    not_reached = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    answered_at = table.Column<long>(type: "bigint", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_call_not_reached", "not_reached >= 0");
                    table.ForeignKey(
                        name: "fk_call_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "change_row",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    kana_name = table.Column<byte[]>(type: "bytea", nullable: true),
                    birthday = table.Column<byte[]>(type: "bytea", nullable: true),
                    kind = table.Column<string>(type: "change_kind_name", maxLength: 32, nullable: false),
                    changed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "change_row_state_name", maxLength: 32, nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_row", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_change_row_card", "(state IN ('Suspended', 'Amended', 'AlreadyStopped')) = (card_id IS NOT NULL)");
                    table.CheckConstraint("ck_change_row_erased", "(state = 'Open') = (birthday IS NOT NULL) AND (state = 'Open' OR kana_name IS NULL)");
                    table.ForeignKey(
                        name: "fk_change_row_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_change_row_change_list_municipality_list_id",
                        columns: x => new { x.municipality, x.list_id },
                        principalTable: "change_list",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "count_finding",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    count_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "finding_kind_name", maxLength: 32, nullable: false),
                    serial_number = table.Column<string>(type: "text", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: true),
                    books_kind = table.Column<string>(type: "place_kind_name", maxLength: 32, nullable: true),
                    books_location_id = table.Column<Guid>(type: "uuid", nullable: true),
                    books_counter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    end_reason = table.Column<string>(type: "finding_end_name", maxLength: 32, nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_count_finding", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_count_finding_ended", "(end_reason IS NULL) = (ended_at IS NULL)");
                    table.ForeignKey(
                        name: "fk_count_finding_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_count_finding_stock_count_municipality_count_id",
                        columns: x => new { x.municipality, x.count_id },
                        principalTable: "stock_count",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disposal_card",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "disposal_reason_name", maxLength: 32, nullable: false),
                    first_notice_on = table.Column<DateOnly>(type: "date", nullable: true),
                    last_notice_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "disposal_card_state_name", maxLength: 32, nullable: false),
                    drop_reason = table.Column<string>(type: "disposal_drop_name", maxLength: 32, nullable: true),
                    abolished_at = table.Column<long>(type: "bigint", nullable: true),
                    abolished_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    witness_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disposal_card", x => new { x.municipality, x.batch_id, x.card_id });
                    table.CheckConstraint("ck_disposal_card_abolished", "(abolished_at IS NULL) = (abolished_by IS NULL) AND (state NOT IN ('Abolished', 'Scanned', 'Destroyed') OR abolished_at IS NOT NULL)");
                    table.CheckConstraint("ck_disposal_card_dropped", "(state = 'DroppedOut') = (drop_reason IS NOT NULL)");
                    table.CheckConstraint("ck_disposal_card_ended", "(state IN ('Destroyed', 'DroppedOut')) = (ended_at IS NOT NULL) AND (ended_at IS NULL) = (ended_by IS NULL)");
                    table.CheckConstraint("ck_disposal_card_witness", "(state = 'Destroyed') = (witness_id IS NOT NULL) AND (witness_id IS NULL OR witness_id <> ended_by)");
                    table.ForeignKey(
                        name: "fk_disposal_card_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_disposal_card_disposal_batch_municipality_batch_id",
                        columns: x => new { x.municipality, x.batch_id },
                        principalTable: "disposal_batch",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "incident",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "incident_kind_name", maxLength: 32, nullable: false),
                    wrongful = table.Column<bool>(type: "boolean", nullable: false),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident", x => new { x.municipality, x.id });
                    table.ForeignKey(
                        name: "fk_incident_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kept_card",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    counter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "kept_reason_name", maxLength: 32, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_card", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_kept_card_second", "(second_id IS NULL) = (reason = 'NextDay') AND (second_id IS NULL OR second_id <> signed_by)");
                    table.ForeignKey(
                        name: "fk_kept_card_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_kept_card_counter_municipality_counter_id",
                        columns: x => new { x.municipality, x.counter_id },
                        principalTable: "counter",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kept_pair",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<long>(type: "bigint", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_pair", x => new { x.municipality, x.first_id, x.second_id });
                    table.CheckConstraint("ck_kept_pair_two", "first_id <> second_id");
                    table.ForeignKey(
                        name: "fk_kept_pair_card_municipality_first_id",
                        columns: x => new { x.municipality, x.first_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_kept_pair_card_municipality_second_id",
                        columns: x => new { x.municipality, x.second_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "maker_return",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "maker_return_reason_name", maxLength: 32, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    staff_member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_maker_return", x => new { x.municipality, x.card_id });
                    table.CheckConstraint("ck_maker_return_second", "second_id <> staff_member_id");
                    table.ForeignKey(
                        name: "fk_maker_return_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "missing_card",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "missing_reason_name", maxLength: 32, nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: false),
                    last_kind = table.Column<string>(type: "place_kind_name", maxLength: 32, nullable: false),
                    last_location_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_counter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    end_reason = table.Column<string>(type: "missing_end_name", maxLength: 32, nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_missing_card", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_missing_card_ended", "(end_reason IS NULL) = (ended_at IS NULL)");
                    table.ForeignKey(
                        name: "fk_missing_card_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_missing_card_counter_municipality_last_counter_id",
                        columns: x => new { x.municipality, x.last_counter_id },
                        principalTable: "counter",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_missing_card_location_municipality_last_location_id",
                        columns: x => new { x.municipality, x.last_location_id },
                        principalTable: "location",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "movement",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    from_kind = table.Column<string>(type: "place_kind_name", maxLength: 32, nullable: false),
                    from_location_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_counter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to_kind = table.Column<string>(type: "place_kind_name", maxLength: 32, nullable: false),
                    to_location_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to_counter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_movement", x => new { x.municipality, x.id });
                    table.ForeignKey(
                        name: "fk_movement_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    reception_number = table.Column<string>(type: "text", nullable: false),
                    password_salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    password_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<string>(type: "notice_state_name", maxLength: 32, nullable: false),
                    issued_at = table.Column<long>(type: "bigint", nullable: false),
                    print_confirmed_at = table.Column<long>(type: "bigint", nullable: true),
                    matched_at = table.Column<long>(type: "bigint", nullable: true),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    deadline_on = table.Column<DateOnly>(type: "date", nullable: false),
                    returned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    return_reason = table.Column<string>(type: "return_reason_name", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_notice_stage", "stage >= 0");
                    table.ForeignKey(
                        name: "fk_notice_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_notice_batch_municipality_batch_id",
                        columns: x => new { x.municipality, x.batch_id },
                        principalTable: "notice_batch",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_batch_card",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "batch_card_state_name", maxLength: 32, nullable: false),
                    replaces_notice_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_batch_card", x => new { x.municipality, x.batch_id, x.ordinal });
                    table.ForeignKey(
                        name: "fk_notice_batch_card_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_batch_card_notice_batch_municipality_batch_id",
                        columns: x => new { x.municipality, x.batch_id },
                        principalTable: "notice_batch",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "parcel_line",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    parcel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial_number = table.Column<string>(type: "text", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "parcel_line_state_name", maxLength: 32, nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parcel_line", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_parcel_line_ended", "(state = 'Packed') = (ended_at IS NULL)");
                    table.ForeignKey(
                        name: "fk_parcel_line_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_parcel_line_parcel_municipality_parcel_id",
                        columns: x => new { x.municipality, x.parcel_id },
                        principalTable: "parcel",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pin_form",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "pin_form_reason_name", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "pin_form_state_name", maxLength: 32, nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pin_form", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_pin_form_ended", "(ended_at IS NULL) = (state IN ('Sealed', 'TakenOut'))");
                    table.ForeignKey(
                        name: "fk_pin_form_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pin_form_counter_municipality_counter_id",
                        columns: x => new { x.municipality, x.counter_id },
                        principalTable: "counter",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "posting",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "posting_state_name", maxLength: 32, nullable: false),
                    tracking_number = table.Column<string>(type: "text", nullable: true),
                    tracking_decision = table.Column<string>(type: "text", nullable: true),
                    posted_at = table.Column<long>(type: "bigint", nullable: false),
                    posted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    delivered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    return_reason = table.Column<string>(type: "post_return_reason_name", maxLength: 32, nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    cancelled_at = table.Column<long>(type: "bigint", nullable: true),
                    cancelled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    cancelled_with = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posting", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_posting_cancelled", "(cancelled_at IS NULL) = (cancelled_by IS NULL) AND (cancelled_at IS NULL) = (cancelled_with IS NULL) AND (cancelled_at IS NULL OR cancelled_with <> cancelled_by)");
                    table.CheckConstraint("ck_posting_delivered", "(state = 'Delivered') = (delivered_on IS NOT NULL) AND (state = 'Returned') = (return_reason IS NOT NULL)");
                    table.CheckConstraint("ck_posting_ended", "(state = 'Posted') = (ended_at IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)");
                    table.CheckConstraint("ck_posting_tracking", "(tracking_number IS NULL) = (tracking_decision IS NULL)");
                    table.ForeignKey(
                        name: "fk_posting_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "remade_card",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    old_card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    new_card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    linked_at = table.Column<long>(type: "bigint", nullable: false),
                    linked_by = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_remade_card", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_remade_card_two", "old_card_id <> new_card_id");
                    table.ForeignKey(
                        name: "fk_remade_card_card_municipality_new_card_id",
                        columns: x => new { x.municipality, x.new_card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_remade_card_card_municipality_old_card_id",
                        columns: x => new { x.municipality, x.old_card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "resident_session",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: true),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    last_seen_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    purpose_revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resident_session", x => new { x.municipality, x.secret_hash });
                    table.CheckConstraint("ck_resident_session_subject", "(card_id IS NULL) = (notice_id IS NULL) AND (card_id IS NULL) <> (contact_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_resident_session_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shipment_finding",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    shipment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "shipment_finding_kind_name", maxLength: 32, nullable: false),
                    serial_number = table.Column<string>(type: "text", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: true),
                    scans = table.Column<int>(type: "integer", nullable: false),
                    found_at = table.Column<long>(type: "bigint", nullable: false),
                    found_by = table.Column<string>(type: "text", nullable: false),
                    end_reason = table.Column<string>(type: "shipment_finding_end_name", maxLength: 32, nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true),
                    ended_with = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shipment_finding", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_shipment_finding_ended", "(end_reason IS NULL) = (ended_at IS NULL) AND (COALESCE(end_reason, '') IN ('NeverSent', 'LostInPost')) = (ended_with IS NOT NULL) AND (ended_with IS NULL OR ended_with <> ended_by)");
                    table.ForeignKey(
                        name: "fk_shipment_finding_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shipment_finding_shipment_municipality_shipment_id",
                        columns: x => new { x.municipality, x.shipment_id },
                        principalTable: "shipment",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "take_out",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "take_out_kind_name", maxLength: 32, nullable: false),
                    taken_at = table.Column<long>(type: "bigint", nullable: false),
                    taken_by = table.Column<string>(type: "text", nullable: false),
                    back_by = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_take_out", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_take_out_back_by", "back_by > taken_at");
                    table.CheckConstraint("ck_take_out_ended", "(ended_at IS NULL) = (ended_by IS NULL)");
                    table.ForeignKey(
                        name: "fk_take_out_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_take_out_staff_member_municipality_staff_member_id",
                        columns: x => new { x.municipality, x.staff_member_id },
                        principalTable: "staff_member",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unmoved_check",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    staff_member_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unmoved_check", x => new { x.municipality, x.id });
                    table.ForeignKey(
                        name: "fk_unmoved_check_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waiting_entry",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    to_on = table.Column<DateOnly>(type: "date", nullable: false),
                    part_of_day = table.Column<string>(type: "part_of_day_name", maxLength: 32, nullable: false),
                    channel = table.Column<string>(type: "channel_name", maxLength: 32, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    end_reason = table.Column<string>(type: "waiting_end_name", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waiting_entry", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_waiting_entry_ended", "(ended_at IS NULL) = (end_reason IS NULL)");
                    table.CheckConstraint("ck_waiting_entry_span", "from_on <= to_on");
                    table.ForeignKey(
                        name: "fk_waiting_entry_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reservation",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    recipient_kind = table.Column<string>(type: "recipient_kind_name", maxLength: 32, nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "reservation_state_name", maxLength: 32, nullable: false),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reservation", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_reservation_card", "card_id IS NOT NULL OR kind_id IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_reservation_booking_kind_municipality_kind_id",
                        columns: x => new { x.municipality, x.kind_id },
                        principalTable: "booking_kind",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reservation_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reservation_visit_municipality_visit_id",
                        columns: x => new { x.municipality, x.visit_id },
                        principalTable: "visit",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "transfer_order",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_building_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_building_id = table.Column<Guid>(type: "uuid", nullable: false),
                    needed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "transfer_state_name", maxLength: 32, nullable: false),
                    ordered_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transfer_order", x => new { x.municipality, x.id });
                    table.ForeignKey(
                        name: "fk_transfer_order_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_transfer_order_location_municipality_from_building_id",
                        columns: x => new { x.municipality, x.from_building_id },
                        principalTable: "location",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_transfer_order_location_municipality_to_building_id",
                        columns: x => new { x.municipality, x.to_building_id },
                        principalTable: "location",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_transfer_order_visit_municipality_visit_id",
                        columns: x => new { x.municipality, x.visit_id },
                        principalTable: "visit",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "incident_step",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "incident_step_kind_name", maxLength: 32, nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident_step", x => new { x.municipality, x.id });
                    table.ForeignKey(
                        name: "fk_incident_step_incident_municipality_incident_id",
                        columns: x => new { x.municipality, x.incident_id },
                        principalTable: "incident",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pin_form_move",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    form_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "pin_form_step_name", maxLength: 32, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    staff_member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pin_form_move", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_pin_form_move_second", "(second_id IS NOT NULL) = (step = 'Destroy') AND (second_id IS NULL OR second_id <> staff_member_id)");
                    table.ForeignKey(
                        name: "fk_pin_form_move_pin_form_municipality_form_id",
                        columns: x => new { x.municipality, x.form_id },
                        principalTable: "pin_form",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "session_person",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recipient_kind = table.Column<string>(type: "recipient_kind_name", maxLength: 32, nullable: true),
                    proxy_kana_name = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_person", x => new { x.municipality, x.secret_hash, x.ordinal });
                    table.ForeignKey(
                        name: "fk_session_person_booking_kind_municipality_kind_id",
                        columns: x => new { x.municipality, x.kind_id },
                        principalTable: "booking_kind",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_session_person_resident_session_municipality_secret_hash",
                        columns: x => new { x.municipality, x.secret_hash },
                        principalTable: "resident_session",
                        principalColumns: new[] { "municipality", "secret_hash" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    waiting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address_token = table.Column<byte[]>(type: "bytea", nullable: true),
                    masked = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    token_expires_at = table.Column<long>(type: "bigint", nullable: false),
                    verified_at = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_contact_for_one", "visit_id IS NOT NULL OR waiting_id IS NOT NULL OR address_token IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_contact_visit_municipality_visit_id",
                        columns: x => new { x.municipality, x.visit_id },
                        principalTable: "visit",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contact_waiting_entry_municipality_waiting_id",
                        columns: x => new { x.municipality, x.waiting_id },
                        principalTable: "waiting_entry",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seat_offer",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    waiting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    way = table.Column<string>(type: "offer_way_name", maxLength: 32, nullable: false),
                    offered_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    end_reason = table.Column<string>(type: "offer_end_name", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seat_offer", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_seat_offer_ended", "(ended_at IS NULL) = (end_reason IS NULL)");
                    table.ForeignKey(
                        name: "fk_seat_offer_visit_municipality_visit_id",
                        columns: x => new { x.municipality, x.visit_id },
                        principalTable: "visit",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_seat_offer_waiting_entry_municipality_waiting_id",
                        columns: x => new { x.municipality, x.waiting_id },
                        principalTable: "waiting_entry",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waiting_counter",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    waiting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counter_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waiting_counter", x => new { x.municipality, x.waiting_id, x.counter_id });
                    table.ForeignKey(
                        name: "fk_waiting_counter_counter_municipality_counter_id",
                        columns: x => new { x.municipality, x.counter_id },
                        principalTable: "counter",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_waiting_counter_waiting_entry_municipality_waiting_id",
                        columns: x => new { x.municipality, x.waiting_id },
                        principalTable: "waiting_entry",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waiting_person",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    waiting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    recipient_kind = table.Column<string>(type: "recipient_kind_name", maxLength: 32, nullable: false),
                    proxy_kana_name = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waiting_person", x => new { x.municipality, x.waiting_id, x.card_id });
                    table.ForeignKey(
                        name: "fk_waiting_person_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_waiting_person_waiting_entry_municipality_waiting_id",
                        columns: x => new { x.municipality, x.waiting_id },
                        principalTable: "waiting_entry",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hand_over",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reservation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    happened_at = table.Column<long>(type: "bigint", nullable: true),
                    staff_member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient_kind = table.Column<string>(type: "recipient_kind_name", maxLength: 32, nullable: false),
                    file_number = table.Column<string>(type: "text", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: true),
                    exceptions = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    cancelled_at = table.Column<long>(type: "bigint", nullable: true),
                    cancelled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    cancelled_with = table.Column<Guid>(type: "uuid", nullable: true),
                    cancel_reason = table.Column<string>(type: "hand_over_cancel_reason_name", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_over", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_hand_over_cancelled", "(cancelled_at IS NULL) = (cancelled_by IS NULL) AND (cancelled_at IS NULL) = (cancelled_with IS NULL) AND (cancelled_at IS NULL) = (cancel_reason IS NULL)");
                    table.CheckConstraint("ck_hand_over_cancelled_with", "cancelled_with <> cancelled_by");
                    table.CheckConstraint("ck_hand_over_exceptions", "exceptions = 'None' OR second_id IS NOT NULL");
                    table.CheckConstraint("ck_hand_over_happened", "happened_at <= at");
                    table.CheckConstraint("ck_hand_over_second", "second_id <> staff_member_id");
                    table.ForeignKey(
                        name: "fk_hand_over_card_municipality_card_id",
                        columns: x => new { x.municipality, x.card_id },
                        principalTable: "card",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hand_over_reservation_municipality_reservation_id",
                        columns: x => new { x.municipality, x.reservation_id },
                        principalTable: "reservation",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proxy_name",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reservation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kana_name = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proxy_name", x => new { x.municipality, x.id });
                    table.ForeignKey(
                        name: "fk_proxy_name_reservation_municipality_reservation_id",
                        columns: x => new { x.municipality, x.reservation_id },
                        principalTable: "reservation",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "turned_away",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    outage_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reservation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    way = table.Column<string>(type: "turned_away_way_name", maxLength: 32, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turned_away", x => new { x.municipality, x.id });
                    table.ForeignKey(
                        name: "fk_turned_away_outage_municipality_outage_id",
                        columns: x => new { x.municipality, x.outage_id },
                        principalTable: "outage",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_turned_away_reservation_municipality_reservation_id",
                        columns: x => new { x.municipality, x.reservation_id },
                        principalTable: "reservation",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_address",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_address", x => new { x.municipality, x.contact_id });
                    table.ForeignKey(
                        name: "fk_contact_address_contact_municipality_contact_id",
                        columns: x => new { x.municipality, x.contact_id },
                        principalTable: "contact",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hand_over_answer",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    hand_over_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hand_over_answer", x => new { x.municipality, x.hand_over_id, x.question });
                    table.ForeignKey(
                        name: "fk_hand_over_answer_hand_over_municipality_hand_over_id",
                        columns: x => new { x.municipality, x.hand_over_id },
                        principalTable: "hand_over",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "old_paper",
                columns: table => new
                {
                    municipality = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hand_over_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "old_paper_kind_name", maxLength: 32, nullable: false),
                    handling = table.Column<string>(type: "old_paper_handling_name", maxLength: 32, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    taken_at = table.Column<long>(type: "bigint", nullable: false),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: false),
                    destroyed_at = table.Column<long>(type: "bigint", nullable: true),
                    destroyed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    witness_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_old_paper", x => new { x.municipality, x.id });
                    table.CheckConstraint("ck_old_paper_count", "count > 0");
                    table.CheckConstraint("ck_old_paper_destroyed", "(destroyed_at IS NULL) = (destroyed_by IS NULL) AND (destroyed_at IS NULL) = (witness_id IS NULL) AND (destroyed_at IS NULL OR handling = 'Kept')");
                    table.CheckConstraint("ck_old_paper_witness", "witness_id <> destroyed_by");
                    table.ForeignKey(
                        name: "fk_old_paper_hand_over_municipality_hand_over_id",
                        columns: x => new { x.municipality, x.hand_over_id },
                        principalTable: "hand_over",
                        principalColumns: new[] { "municipality", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_applicant_municipality_application_id_token",
                table: "applicant",
                columns: new[] { "municipality", "application_id_token" });

            migrationBuilder.CreateIndex(
                name: "ix_applicant_municipality_birthday_token",
                table: "applicant",
                columns: new[] { "municipality", "birthday_token" });

            migrationBuilder.CreateIndex(
                name: "ix_applicant_municipality_kana_token",
                table: "applicant",
                columns: new[] { "municipality", "kana_token" });

            migrationBuilder.CreateIndex(
                name: "ix_applicant_municipality_kana_token2",
                table: "applicant",
                columns: new[] { "municipality", "kana_token2" });

            migrationBuilder.CreateIndex(
                name: "ix_applicant_municipality_kana_token3",
                table: "applicant",
                columns: new[] { "municipality", "kana_token3" });

            migrationBuilder.CreateIndex(
                name: "ix_applicant_municipality_kana_token4",
                table: "applicant",
                columns: new[] { "municipality", "kana_token4" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_municipality_at",
                table: "audit_entry",
                columns: new[] { "municipality", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_municipality_subject_id",
                table: "audit_entry",
                columns: new[] { "municipality", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ux_audit_entry_operation",
                table: "audit_entry",
                columns: new[] { "municipality", "actor_id", "operation_id" },
                unique: true,
                filter: "operation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_audit_subject_municipality_subject_id",
                table: "audit_subject",
                columns: new[] { "municipality", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_booking_kind_municipality_name",
                table: "booking_kind",
                columns: new[] { "municipality", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_call_one_live_per_card_and_reason",
                table: "call",
                columns: new[] { "municipality", "card_id", "reason" },
                unique: true,
                filter: "state IN ('Open', 'NotReached', 'Reached')");

            migrationBuilder.CreateIndex(
                name: "ix_card_municipality_dispatch_number",
                table: "card",
                columns: new[] { "municipality", "dispatch_number" });

            migrationBuilder.CreateIndex(
                name: "ix_card_municipality_import_id",
                table: "card",
                columns: new[] { "municipality", "import_id" });

            migrationBuilder.CreateIndex(
                name: "ix_card_municipality_location_id",
                table: "card",
                columns: new[] { "municipality", "location_id" });

            migrationBuilder.CreateIndex(
                name: "ix_card_municipality_progress_place_kind",
                table: "card",
                columns: new[] { "municipality", "progress", "place_kind" });

            migrationBuilder.CreateIndex(
                name: "ix_card_municipality_serial_number",
                table: "card",
                columns: new[] { "municipality", "serial_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_card_municipality_shipment_id_ordinal",
                table: "card",
                columns: new[] { "municipality", "shipment_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "ix_card_municipality_suspension",
                table: "card",
                columns: new[] { "municipality", "suspension" },
                filter: "suspension IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_card_municipality_tray_counter_id",
                table: "card",
                columns: new[] { "municipality", "tray_counter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_change_row_municipality_card_id",
                table: "change_row",
                columns: new[] { "municipality", "card_id" });

            migrationBuilder.CreateIndex(
                name: "ix_change_row_municipality_list_id_line",
                table: "change_row",
                columns: new[] { "municipality", "list_id", "line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_closure_municipality_counter_id",
                table: "closure",
                columns: new[] { "municipality", "counter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_closure_municipality_day",
                table: "closure",
                columns: new[] { "municipality", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_municipality_address_token",
                table: "contact",
                columns: new[] { "municipality", "address_token" },
                filter: "address_token IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contact_municipality_token_hash",
                table: "contact",
                columns: new[] { "municipality", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contact_municipality_visit_id",
                table: "contact",
                columns: new[] { "municipality", "visit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_municipality_waiting_id",
                table: "contact",
                columns: new[] { "municipality", "waiting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_count_finding_municipality_card_id",
                table: "count_finding",
                columns: new[] { "municipality", "card_id" });

            migrationBuilder.CreateIndex(
                name: "ix_count_finding_municipality_count_id_serial_number",
                table: "count_finding",
                columns: new[] { "municipality", "count_id", "serial_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_count_scan_municipality_count_id_serial_number",
                table: "count_scan",
                columns: new[] { "municipality", "count_id", "serial_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_counter_municipality_building_id",
                table: "counter",
                columns: new[] { "municipality", "building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_counter_municipality_code",
                table: "counter",
                columns: new[] { "municipality", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_counter_closing_one_standing",
                table: "counter_closing",
                columns: new[] { "municipality", "counter_id", "day" },
                unique: true,
                filter: "reopened_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_difference_explanation_municipality_day_serial_number_side",
                table: "difference_explanation",
                columns: new[] { "municipality", "day", "serial_number", "side" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_disposal_batch_number",
                table: "disposal_batch",
                columns: new[] { "municipality", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_disposal_card_one_running_per_card",
                table: "disposal_card",
                columns: new[] { "municipality", "card_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_fewer_booths_municipality_counter_id",
                table: "fewer_booths",
                columns: new[] { "municipality", "counter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_fewer_booths_municipality_day",
                table: "fewer_booths",
                columns: new[] { "municipality", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_over_municipality_counter_id_at",
                table: "hand_over",
                columns: new[] { "municipality", "counter_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_over_municipality_file_number",
                table: "hand_over",
                columns: new[] { "municipality", "file_number" });

            migrationBuilder.CreateIndex(
                name: "ix_hand_over_municipality_reservation_id",
                table: "hand_over",
                columns: new[] { "municipality", "reservation_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_hand_over_one_standing_per_card",
                table: "hand_over",
                columns: new[] { "municipality", "card_id" },
                unique: true,
                filter: "cancelled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_incident_municipality_card_id",
                table: "incident",
                columns: new[] { "municipality", "card_id" });

            migrationBuilder.CreateIndex(
                name: "ux_incident_number",
                table: "incident",
                columns: new[] { "municipality", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_incident_step_municipality_incident_id",
                table: "incident_step",
                columns: new[] { "municipality", "incident_id" });

            migrationBuilder.CreateIndex(
                name: "ix_kept_card_municipality_card_id",
                table: "kept_card",
                columns: new[] { "municipality", "card_id" });

            migrationBuilder.CreateIndex(
                name: "ix_kept_card_municipality_counter_id_day_card_id",
                table: "kept_card",
                columns: new[] { "municipality", "counter_id", "day", "card_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kept_pair_municipality_second_id",
                table: "kept_pair",
                columns: new[] { "municipality", "second_id" });

            migrationBuilder.CreateIndex(
                name: "ix_location_municipality_parent_id",
                table: "location",
                columns: new[] { "municipality", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_location_municipality_path",
                table: "location",
                columns: new[] { "municipality", "path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_missing_card_municipality_ended_at",
                table: "missing_card",
                columns: new[] { "municipality", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_missing_card_municipality_last_counter_id",
                table: "missing_card",
                columns: new[] { "municipality", "last_counter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_missing_card_municipality_last_location_id",
                table: "missing_card",
                columns: new[] { "municipality", "last_location_id" });

            migrationBuilder.CreateIndex(
                name: "ux_missing_card_one_running_per_card",
                table: "missing_card",
                columns: new[] { "municipality", "card_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_movement_municipality_at",
                table: "movement",
                columns: new[] { "municipality", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_movement_municipality_card_id_at",
                table: "movement",
                columns: new[] { "municipality", "card_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_municipality_code",
                table: "municipality",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_municipality_batch_id_ordinal",
                table: "notice",
                columns: new[] { "municipality", "batch_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_municipality_card_id_batch_id",
                table: "notice",
                columns: new[] { "municipality", "card_id", "batch_id" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_municipality_reception_number",
                table: "notice",
                columns: new[] { "municipality", "reception_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_sent",
                table: "notice",
                columns: new[] { "municipality", "stage", "deadline_on" },
                filter: "state = 'Sent'");

            migrationBuilder.CreateIndex(
                name: "ux_notice_one_current_per_card",
                table: "notice",
                columns: new[] { "municipality", "card_id" },
                unique: true,
                filter: "state <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_notice_batch_card_municipality_card_id_batch_id",
                table: "notice_batch_card",
                columns: new[] { "municipality", "card_id", "batch_id" });

            migrationBuilder.CreateIndex(
                name: "ux_notice_batch_card_waiting",
                table: "notice_batch_card",
                columns: new[] { "municipality", "card_id" },
                unique: true,
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_old_paper_municipality_hand_over_id",
                table: "old_paper",
                columns: new[] { "municipality", "hand_over_id" });

            migrationBuilder.CreateIndex(
                name: "ix_old_paper_municipality_taken_at",
                table: "old_paper",
                columns: new[] { "municipality", "taken_at" },
                filter: "handling = 'Kept' AND destroyed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_opening_hours_municipality_counter_id",
                table: "opening_hours",
                columns: new[] { "municipality", "counter_id" });

            migrationBuilder.CreateIndex(
                name: "ux_outage_one_running",
                table: "outage",
                column: "municipality",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outage_counter_municipality_counter_id",
                table: "outage_counter",
                columns: new[] { "municipality", "counter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mail_municipality_created_at",
                table: "outbox_mail",
                columns: new[] { "municipality", "created_at" },
                filter: "state = 'Dead'");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mail_municipality_next_attempt_at",
                table: "outbox_mail",
                columns: new[] { "municipality", "next_attempt_at" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mail_municipality_visit_id",
                table: "outbox_mail",
                columns: new[] { "municipality", "visit_id" });

            migrationBuilder.CreateIndex(
                name: "ux_outbox_mail_reminder",
                table: "outbox_mail",
                columns: new[] { "municipality", "visit_id", "kind", "for_day" },
                unique: true,
                filter: "for_day IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_parcel_municipality_from_building_id",
                table: "parcel",
                columns: new[] { "municipality", "from_building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_parcel_municipality_number",
                table: "parcel",
                columns: new[] { "municipality", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_parcel_municipality_state_due_on",
                table: "parcel",
                columns: new[] { "municipality", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_parcel_municipality_to_building_id",
                table: "parcel",
                columns: new[] { "municipality", "to_building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_parcel_line_municipality_parcel_id_state",
                table: "parcel_line",
                columns: new[] { "municipality", "parcel_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_parcel_line_municipality_serial_number",
                table: "parcel_line",
                columns: new[] { "municipality", "serial_number" });

            migrationBuilder.CreateIndex(
                name: "ux_parcel_line_one_live_per_card",
                table: "parcel_line",
                columns: new[] { "municipality", "card_id" },
                unique: true,
                filter: "state = 'Packed'");

            migrationBuilder.CreateIndex(
                name: "ix_pin_form_municipality_counter_id",
                table: "pin_form",
                columns: new[] { "municipality", "counter_id" });

            migrationBuilder.CreateIndex(
                name: "ux_pin_form_one_in_custody",
                table: "pin_form",
                columns: new[] { "municipality", "card_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pin_form_move_municipality_form_id",
                table: "pin_form_move",
                columns: new[] { "municipality", "form_id" });

            migrationBuilder.CreateIndex(
                name: "ix_posting_municipality_state_posted_at",
                table: "posting",
                columns: new[] { "municipality", "state", "posted_at" });

            migrationBuilder.CreateIndex(
                name: "ux_posting_one_standing_per_card",
                table: "posting",
                columns: new[] { "municipality", "card_id" },
                unique: true,
                filter: "state <> 'Returned'");

            migrationBuilder.CreateIndex(
                name: "ux_posting_tracking_number",
                table: "posting",
                columns: new[] { "municipality", "tracking_number" },
                unique: true,
                filter: "tracking_number IS NOT NULL AND state = 'Posted'");

            migrationBuilder.CreateIndex(
                name: "ix_proxy_name_municipality_reservation_id",
                table: "proxy_name",
                columns: new[] { "municipality", "reservation_id" });

            migrationBuilder.CreateIndex(
                name: "ux_remade_card_new",
                table: "remade_card",
                columns: new[] { "municipality", "new_card_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_remade_card_old",
                table: "remade_card",
                columns: new[] { "municipality", "old_card_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reservation_municipality_card_id_ended_at",
                table: "reservation",
                columns: new[] { "municipality", "card_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reservation_municipality_kind_id",
                table: "reservation",
                columns: new[] { "municipality", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reservation_municipality_visit_id_ordinal",
                table: "reservation",
                columns: new[] { "municipality", "visit_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_reservation_one_live_per_card",
                table: "reservation",
                columns: new[] { "municipality", "card_id" },
                unique: true,
                filter: "state IN ('Held', 'Booked', 'CheckedIn', 'NeedsRebooking')");

            migrationBuilder.CreateIndex(
                name: "ix_resident_session_municipality_card_id",
                table: "resident_session",
                columns: new[] { "municipality", "card_id" });

            migrationBuilder.CreateIndex(
                name: "ix_seat_offer_municipality_expires_at",
                table: "seat_offer",
                columns: new[] { "municipality", "expires_at" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_seat_offer_municipality_visit_id",
                table: "seat_offer",
                columns: new[] { "municipality", "visit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_seat_offer_one_open_per_entry",
                table: "seat_offer",
                columns: new[] { "municipality", "waiting_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_session_person_municipality_kind_id",
                table: "session_person",
                columns: new[] { "municipality", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "ix_session_person_municipality_secret_hash_card_id",
                table: "session_person",
                columns: new[] { "municipality", "secret_hash", "card_id" },
                unique: true,
                filter: "card_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_shipment_by_hand",
                table: "shipment",
                column: "municipality",
                unique: true,
                filter: "by_hand_on IS NOT NULL AND state = 'Receiving'");

            migrationBuilder.CreateIndex(
                name: "ux_shipment_box_ordinal",
                table: "shipment_box",
                columns: new[] { "municipality", "shipment_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shipment_finding_municipality_card_id",
                table: "shipment_finding",
                columns: new[] { "municipality", "card_id" });

            migrationBuilder.CreateIndex(
                name: "ix_shipment_finding_municipality_serial_number",
                table: "shipment_finding",
                columns: new[] { "municipality", "serial_number" });

            migrationBuilder.CreateIndex(
                name: "ux_shipment_finding_open",
                table: "shipment_finding",
                columns: new[] { "municipality", "shipment_id", "serial_number", "kind" },
                unique: true,
                filter: "end_reason IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_special_hours_municipality_counter_id",
                table: "special_hours",
                columns: new[] { "municipality", "counter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_special_hours_municipality_day",
                table: "special_hours",
                columns: new[] { "municipality", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_member_municipality_user_id",
                table: "staff_member",
                columns: new[] { "municipality", "user_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_session_municipality_staff_member_id",
                table: "staff_session",
                columns: new[] { "municipality", "staff_member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_stock_count_municipality_state_ended_at",
                table: "stock_count",
                columns: new[] { "municipality", "state", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ux_stock_count_daily",
                table: "stock_count",
                columns: new[] { "municipality", "planned_on", "daily_ordinal" },
                unique: true,
                filter: "daily_ordinal IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_stock_count_one_live_per_place",
                table: "stock_count",
                columns: new[] { "municipality", "location_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_take_out_municipality_ended_at_back_by",
                table: "take_out",
                columns: new[] { "municipality", "ended_at", "back_by" });

            migrationBuilder.CreateIndex(
                name: "ix_take_out_municipality_staff_member_id",
                table: "take_out",
                columns: new[] { "municipality", "staff_member_id" });

            migrationBuilder.CreateIndex(
                name: "ux_take_out_one_live_per_card",
                table: "take_out",
                columns: new[] { "municipality", "card_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_terminal_list_municipality_day",
                table: "terminal_list",
                columns: new[] { "municipality", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_terminal_row_municipality_day",
                table: "terminal_row",
                columns: new[] { "municipality", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_terminal_row_municipality_list_id",
                table: "terminal_row",
                columns: new[] { "municipality", "list_id" });

            migrationBuilder.CreateIndex(
                name: "ix_terminal_row_municipality_serial_number_kind_day",
                table: "terminal_row",
                columns: new[] { "municipality", "serial_number", "kind", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_transfer_order_municipality_from_building_id",
                table: "transfer_order",
                columns: new[] { "municipality", "from_building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_transfer_order_municipality_to_building_id",
                table: "transfer_order",
                columns: new[] { "municipality", "to_building_id" });

            migrationBuilder.CreateIndex(
                name: "ix_transfer_order_municipality_visit_id",
                table: "transfer_order",
                columns: new[] { "municipality", "visit_id" });

            migrationBuilder.CreateIndex(
                name: "ux_transfer_order_one_live_per_card",
                table: "transfer_order",
                columns: new[] { "municipality", "card_id" },
                unique: true,
                filter: "state = 'Ordered'");

            migrationBuilder.CreateIndex(
                name: "ix_turned_away_municipality_reservation_id",
                table: "turned_away",
                columns: new[] { "municipality", "reservation_id" });

            migrationBuilder.CreateIndex(
                name: "ux_turned_away_once_for_a_booking",
                table: "turned_away",
                columns: new[] { "municipality", "outage_id", "reservation_id" },
                unique: true,
                filter: "reservation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_unmoved_check_municipality_card_id",
                table: "unmoved_check",
                columns: new[] { "municipality", "card_id" });

            migrationBuilder.CreateIndex(
                name: "ix_unmoved_check_municipality_day_card_id",
                table: "unmoved_check",
                columns: new[] { "municipality", "day", "card_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vault_opening_municipality_unlocked_at",
                table: "vault_opening",
                columns: new[] { "municipality", "unlocked_at" });

            migrationBuilder.CreateIndex(
                name: "ux_vault_opening_one_open_per_vault",
                table: "vault_opening",
                columns: new[] { "municipality", "location_id" },
                unique: true,
                filter: "locked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_visit_municipality_counter_id",
                table: "visit",
                columns: new[] { "municipality", "counter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_municipality_day_counter_id",
                table: "visit",
                columns: new[] { "municipality", "day", "counter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_municipality_hold_expires_at",
                table: "visit",
                columns: new[] { "municipality", "hold_expires_at" },
                filter: "seat = 'Held'");

            migrationBuilder.CreateIndex(
                name: "ix_visit_municipality_owner_token",
                table: "visit",
                columns: new[] { "municipality", "owner_token" },
                filter: "owner_token IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_visit_municipality_reservation_number",
                table: "visit",
                columns: new[] { "municipality", "reservation_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_waiting_counter_municipality_counter_id",
                table: "waiting_counter",
                columns: new[] { "municipality", "counter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_waiting_entry_municipality_created_at",
                table: "waiting_entry",
                columns: new[] { "municipality", "created_at" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_waiting_entry_one_live_per_card",
                table: "waiting_entry",
                columns: new[] { "municipality", "card_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_waiting_person_municipality_card_id",
                table: "waiting_person",
                columns: new[] { "municipality", "card_id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_item_due_at",
                table: "work_item",
                column: "due_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "applicant");

            migrationBuilder.DropTable(
                name: "application_count");

            migrationBuilder.DropTable(
                name: "article");

            migrationBuilder.DropTable(
                name: "audit_subject");

            migrationBuilder.DropTable(
                name: "call");

            migrationBuilder.DropTable(
                name: "cell");

            migrationBuilder.DropTable(
                name: "change_row");

            migrationBuilder.DropTable(
                name: "checklist_line");

            migrationBuilder.DropTable(
                name: "closure");

            migrationBuilder.DropTable(
                name: "contact_address");

            migrationBuilder.DropTable(
                name: "count_finding");

            migrationBuilder.DropTable(
                name: "count_scan");

            migrationBuilder.DropTable(
                name: "counter_closing");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "difference_explanation");

            migrationBuilder.DropTable(
                name: "disposal_card");

            migrationBuilder.DropTable(
                name: "fewer_booths");

            migrationBuilder.DropTable(
                name: "hand_over_answer");

            migrationBuilder.DropTable(
                name: "import_part");

            migrationBuilder.DropTable(
                name: "import_problem");

            migrationBuilder.DropTable(
                name: "incident_step");

            migrationBuilder.DropTable(
                name: "kept_card");

            migrationBuilder.DropTable(
                name: "kept_pair");

            migrationBuilder.DropTable(
                name: "mail_text");

            migrationBuilder.DropTable(
                name: "maker_return");

            migrationBuilder.DropTable(
                name: "missing_card");

            migrationBuilder.DropTable(
                name: "movement");

            migrationBuilder.DropTable(
                name: "municipality");

            migrationBuilder.DropTable(
                name: "municipality_settings");

            migrationBuilder.DropTable(
                name: "municipality_text");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "notice_batch_card");

            migrationBuilder.DropTable(
                name: "office_limit");

            migrationBuilder.DropTable(
                name: "old_paper");

            migrationBuilder.DropTable(
                name: "opening_hours");

            migrationBuilder.DropTable(
                name: "outage_counter");

            migrationBuilder.DropTable(
                name: "outbox_mail");

            migrationBuilder.DropTable(
                name: "paper_rule");

            migrationBuilder.DropTable(
                name: "parcel_line");

            migrationBuilder.DropTable(
                name: "pin_form_move");

            migrationBuilder.DropTable(
                name: "planned_rule");

            migrationBuilder.DropTable(
                name: "posting");

            migrationBuilder.DropTable(
                name: "proxy_name");

            migrationBuilder.DropTable(
                name: "remade_card");

            migrationBuilder.DropTable(
                name: "reminder_stage");

            migrationBuilder.DropTable(
                name: "saved_search");

            migrationBuilder.DropTable(
                name: "schema_requirement");

            migrationBuilder.DropTable(
                name: "seat_offer");

            migrationBuilder.DropTable(
                name: "session_person");

            migrationBuilder.DropTable(
                name: "setup_mark");

            migrationBuilder.DropTable(
                name: "shipment_box");

            migrationBuilder.DropTable(
                name: "shipment_finding");

            migrationBuilder.DropTable(
                name: "special_hours");

            migrationBuilder.DropTable(
                name: "staff_directory");

            migrationBuilder.DropTable(
                name: "staff_session");

            migrationBuilder.DropTable(
                name: "status_label");

            migrationBuilder.DropTable(
                name: "take_out");

            migrationBuilder.DropTable(
                name: "terminal_row");

            migrationBuilder.DropTable(
                name: "transfer_order");

            migrationBuilder.DropTable(
                name: "turned_away");

            migrationBuilder.DropTable(
                name: "unmoved_check");

            migrationBuilder.DropTable(
                name: "vault_opening");

            migrationBuilder.DropTable(
                name: "waiting_counter");

            migrationBuilder.DropTable(
                name: "waiting_person");

            migrationBuilder.DropTable(
                name: "work_item");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "change_list");

            migrationBuilder.DropTable(
                name: "contact");

            migrationBuilder.DropTable(
                name: "stock_count");

            migrationBuilder.DropTable(
                name: "disposal_batch");

            migrationBuilder.DropTable(
                name: "incident");

            migrationBuilder.DropTable(
                name: "notice_batch");

            migrationBuilder.DropTable(
                name: "hand_over");

            migrationBuilder.DropTable(
                name: "parcel");

            migrationBuilder.DropTable(
                name: "pin_form");

            migrationBuilder.DropTable(
                name: "resident_session");

            migrationBuilder.DropTable(
                name: "staff_member");

            migrationBuilder.DropTable(
                name: "terminal_list");

            migrationBuilder.DropTable(
                name: "outage");

            migrationBuilder.DropTable(
                name: "waiting_entry");

            migrationBuilder.DropTable(
                name: "reservation");

            migrationBuilder.DropTable(
                name: "booking_kind");

            migrationBuilder.DropTable(
                name: "card");

            migrationBuilder.DropTable(
                name: "visit");

            migrationBuilder.DropTable(
                name: "import");

            migrationBuilder.DropTable(
                name: "shipment");

            migrationBuilder.DropTable(
                name: "counter");

            migrationBuilder.DropTable(
                name: "location");
        }
    }
}
