using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>Written by hand, without column types, so that each provider picks its own.</summary>
[DbContext(typeof(MestringDb)), Migration("0003_Networks")]
internal sealed class M0003_Networks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "networks",
            t => new
            {
                slug = t.Column<string>(nullable: false),
                programme = t.Column<string>(nullable: false),
                state = t.Column<string>(nullable: false),
                definition = t.Column<string>(nullable: false),
                deadline = t.Column<DateOnly>(nullable: false),
                first_day = t.Column<DateOnly>(nullable: false),
                last_day = t.Column<DateOnly>(nullable: false),
                demonstration = t.Column<bool>(nullable: false),
                published_at = t.Column<long>(nullable: true),
                decided_at = t.Column<long>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_networks", x => x.slug);
            });
        migrationBuilder.CreateTable(
            "network_changes",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                network = t.Column<string>(nullable: false),
                at = t.Column<long>(nullable: false),
                text = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_network_changes", x => x.id);
                t.ForeignKey("fk_network_changes_networks_network", x => x.network, "networks", "slug", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "enrolments",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                network = t.Column<string>(nullable: false),
                submission_id = t.Column<Guid>(nullable: false),
                reference = t.Column<string>(nullable: false),
                state = t.Column<string>(nullable: false),
                municipality_name = t.Column<string>(nullable: false),
                organisation_number = t.Column<string>(nullable: false),
                coordinator_name = t.Column<string>(nullable: false),
                coordinator_email = t.Column<string>(nullable: false),
                coordinator_phone = t.Column<string>(nullable: false),
                language = t.Column<string>(nullable: false),
                status = t.Column<string>(nullable: false),
                anchoring = t.Column<string>(nullable: false),
                information_meeting = t.Column<bool>(nullable: false),
                comment = t.Column<string>(nullable: false),
                fee_amount = t.Column<int>(nullable: true),
                fee_band = t.Column<string>(nullable: false),
                fee_rule = t.Column<string>(nullable: false),
                population = t.Column<int>(nullable: false),
                population_date = t.Column<DateOnly>(nullable: false),
                population_source = t.Column<string>(nullable: false),
                instruments = t.Column<string>(nullable: false),
                submitted_at = t.Column<long>(nullable: false),
                decided_at = t.Column<long>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_enrolments", x => new { x.municipality, x.network });
                t.ForeignKey("fk_enrolments_networks_network", x => x.network, "networks", "slug", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "enrolment_people",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                network = t.Column<string>(nullable: false),
                number = t.Column<int>(nullable: false),
                who = t.Column<string>(nullable: false),
                role = t.Column<string>(nullable: false),
                gatherings = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_enrolment_people", x => new { x.municipality, x.network, x.number });
                t.ForeignKey("fk_enrolment_people_enrolments_municipality_network", x => new { x.municipality, x.network }, "enrolments", ["municipality", "network"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "attendance",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                network = t.Column<string>(nullable: false),
                gathering = t.Column<int>(nullable: false),
                present = t.Column<int>(nullable: false),
                politicians = t.Column<int>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_attendance", x => new { x.municipality, x.network, x.gathering });
                t.ForeignKey("fk_attendance_enrolments_municipality_network", x => new { x.municipality, x.network }, "enrolments", ["municipality", "network"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "hand_ins",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                network = t.Column<string>(nullable: false),
                assignment = t.Column<int>(nullable: false),
                state = t.Column<string>(nullable: false),
                text = t.Column<string>(nullable: false),
                file_name = t.Column<string>(nullable: true),
                file_type = t.Column<string>(nullable: true),
                file_length = t.Column<int>(nullable: true),
                shared = t.Column<bool>(nullable: false),
                comment = t.Column<string>(nullable: false),
                at = t.Column<long>(nullable: false),
                by = t.Column<string>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_hand_ins", x => new { x.municipality, x.network, x.assignment });
                t.ForeignKey("fk_hand_ins_enrolments_municipality_network", x => new { x.municipality, x.network }, "enrolments", ["municipality", "network"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "hand_in_files",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                network = t.Column<string>(nullable: false),
                assignment = t.Column<int>(nullable: false),
                content = t.Column<byte[]>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_hand_in_files", x => new { x.municipality, x.network, x.assignment });
                t.ForeignKey("fk_hand_in_files_hand_ins_municipality_network_assignment", x => new { x.municipality, x.network, x.assignment }, "hand_ins", ["municipality", "network", "assignment"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "messages",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                network = t.Column<string>(nullable: false),
                at = t.Column<long>(nullable: false),
                by = t.Column<string>(nullable: false),
                subject = t.Column<string>(nullable: false),
                body = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_messages", x => x.id);
                t.ForeignKey("fk_messages_networks_network", x => x.network, "networks", "slug", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_network_changes_network_at", "network_changes", ["network", "at"]);
        migrationBuilder.CreateIndex("ix_enrolments_submission_id", "enrolments", ["submission_id"], unique: true);
        migrationBuilder.CreateIndex("ix_enrolments_reference", "enrolments", ["reference"], unique: true);
        migrationBuilder.CreateIndex("ix_enrolments_network_state", "enrolments", ["network", "state"]);
        migrationBuilder.CreateIndex("ix_messages_network_at", "messages", ["network", "at"]);
    }
}
