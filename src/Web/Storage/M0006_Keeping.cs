using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>Follow-up, data quality, deletion and drafts. Written by hand, without column types, so that each provider picks its own.</summary>
[DbContext(typeof(MestringDb)), Migration("0006_Keeping")]
internal sealed class M0006_Keeping : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "calendar_feeds",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                network = t.Column<string>(nullable: false),
                person_id = t.Column<Guid>(nullable: false),
                token_hash = t.Column<string>(nullable: false),
                created_at = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_calendar_feeds", x => new { x.municipality, x.network, x.person_id });
                t.ForeignKey("fk_calendar_feeds_enrolments_municipality_network", x => new { x.municipality, x.network }, "enrolments", ["municipality", "network"], onDelete: ReferentialAction.Cascade);
                t.ForeignKey("fk_calendar_feeds_persons_person_id", x => x.person_id, "persons", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "case_queries",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                id = t.Column<Guid>(nullable: false),
                case_id = t.Column<Guid>(nullable: false),
                network = t.Column<string>(nullable: false),
                question = t.Column<string>(nullable: false),
                asked_by = t.Column<string>(nullable: false),
                asked_at = t.Column<long>(nullable: false),
                answer = t.Column<string>(nullable: false),
                answered_by = t.Column<string>(nullable: false),
                answered_at = t.Column<long>(nullable: true),
                closed_by = t.Column<string>(nullable: false),
                closed_at = t.Column<long>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_case_queries", x => new { x.municipality, x.id });
                t.ForeignKey("fk_case_queries_cases_municipality_case_id", x => new { x.municipality, x.case_id }, "cases", ["municipality", "id"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "case_overrules",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                case_id = t.Column<Guid>(nullable: false),
                rule = t.Column<string>(nullable: false),
                path = t.Column<string>(nullable: false),
                value = t.Column<string>(nullable: false),
                reason = t.Column<string>(nullable: false),
                by = t.Column<string>(nullable: false),
                at = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_case_overrules", x => new { x.municipality, x.case_id, x.rule, x.path });
                t.ForeignKey("fk_case_overrules_cases_municipality_case_id", x => new { x.municipality, x.case_id }, "cases", ["municipality", "id"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "deletion_receipts",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                id = t.Column<Guid>(nullable: false),
                network = t.Column<string>(nullable: false),
                kind = t.Column<string>(nullable: false),
                at = t.Column<long>(nullable: false),
                person_id = t.Column<Guid>(nullable: true),
                person_name = t.Column<string>(nullable: false),
                courses = t.Column<int>(nullable: false),
                goals = t.Column<int>(nullable: false),
                measurements = t.Column<int>(nullable: false),
                grants = t.Column<int>(nullable: false),
                input = t.Column<int>(nullable: false),
                queries = t.Column<int>(nullable: false),
                drafts = t.Column<int>(nullable: false),
                trail_entries = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_deletion_receipts", x => new { x.municipality, x.id });
            });
        migrationBuilder.CreateTable(
            "drafts",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                person_id = t.Column<Guid>(nullable: false),
                path = t.Column<string>(nullable: false),
                fields = t.Column<string>(nullable: false),
                saved_at = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_drafts", x => new { x.municipality, x.person_id, x.path });
                t.ForeignKey("fk_drafts_persons_person_id", x => x.person_id, "persons", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_calendar_feeds_token_hash", "calendar_feeds", ["token_hash"], unique: true);
        migrationBuilder.CreateIndex("ix_calendar_feeds_person_id", "calendar_feeds", ["person_id"]);
        migrationBuilder.CreateIndex("ix_case_queries_municipality_case_id", "case_queries", ["municipality", "case_id"]);
        migrationBuilder.CreateIndex("ix_case_queries_municipality_network_closed_at", "case_queries", ["municipality", "network", "closed_at"]);
        migrationBuilder.CreateIndex("ix_drafts_person_id", "drafts", ["person_id"]);
        migrationBuilder.CreateIndex("ix_drafts_saved_at", "drafts", ["saved_at"]);
    }
}
