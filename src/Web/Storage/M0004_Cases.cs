using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>Written by hand, without column types, so that each provider picks its own.</summary>
[DbContext(typeof(MestringDb)), Migration("0004_Cases")]
internal sealed class M0004_Cases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "cases",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                id = t.Column<Guid>(nullable: false),
                network = t.Column<string>(nullable: false),
                pseudonym = t.Column<string>(nullable: false),
                birth_year = t.Column<int>(nullable: false),
                sex = t.Column<string>(nullable: false),
                household = t.Column<string>(nullable: false),
                referral = t.Column<string>(nullable: true),
                condition = t.Column<string>(nullable: true),
                new_user = t.Column<bool>(nullable: false),
                motivation = t.Column<int>(nullable: true),
                falls = t.Column<int>(nullable: true),
                unit = t.Column<string>(nullable: false),
                responsible = t.Column<string>(nullable: false),
                started_on = t.Column<DateOnly>(nullable: false),
                planned_end = t.Column<DateOnly>(nullable: true),
                ended_on = t.Column<DateOnly>(nullable: true),
                end_reason = t.Column<string>(nullable: true),
                setting = t.Column<string>(nullable: true),
                setting91_days = t.Column<string>(nullable: true),
                setting12_months = t.Column<string>(nullable: true),
                goal_instrument = t.Column<string>(nullable: false),
                copm_licence = t.Column<bool>(nullable: false),
                outcome = t.Column<byte[]>(nullable: false),
                created_at = t.Column<long>(nullable: false),
                changed_at = t.Column<long>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_cases", x => new { x.municipality, x.id });
                t.ForeignKey("fk_cases_enrolments_municipality_network", x => new { x.municipality, x.network }, "enrolments", ["municipality", "network"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "goals",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                case_id = t.Column<Guid>(nullable: false),
                number = t.Column<int>(nullable: false),
                text = t.Column<string>(nullable: false),
                domain = t.Column<string>(nullable: false),
                weight = t.Column<int>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_goals", x => new { x.municipality, x.case_id, x.number });
                t.ForeignKey("fk_goals_cases_municipality_case_id", x => new { x.municipality, x.case_id }, "cases", ["municipality", "id"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "measurements",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                case_id = t.Column<Guid>(nullable: false),
                point = t.Column<string>(nullable: false),
                status = t.Column<string>(nullable: false),
                measured_on = t.Column<DateOnly>(nullable: true),
                answers = t.Column<string>(nullable: false),
                answered = t.Column<string>(nullable: false),
                changed_at = t.Column<long>(nullable: false),
                changed_by = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_measurements", x => new { x.municipality, x.case_id, x.point });
                t.ForeignKey("fk_measurements_cases_municipality_case_id", x => new { x.municipality, x.case_id }, "cases", ["municipality", "id"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "grants",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                case_id = t.Column<Guid>(nullable: false),
                key = t.Column<string>(nullable: false),
                service = t.Column<string>(nullable: false),
                amount = t.Column<double>(nullable: false),
                unit = t.Column<string>(nullable: false),
                valid_from = t.Column<DateOnly>(nullable: false),
                valid_to = t.Column<DateOnly>(nullable: true),
                is_estimate = t.Column<bool>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_grants", x => new { x.municipality, x.case_id, x.key });
                t.ForeignKey("fk_grants_cases_municipality_case_id", x => new { x.municipality, x.case_id }, "cases", ["municipality", "id"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "work_input",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                case_id = t.Column<Guid>(nullable: false),
                week = t.Column<int>(nullable: false),
                profession = t.Column<string>(nullable: false),
                direct = t.Column<int>(nullable: true),
                travel = t.Column<int>(nullable: true),
                coordination = t.Column<int>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_work_input", x => new { x.municipality, x.case_id, x.week, x.profession });
                t.ForeignKey("fk_work_input_cases_municipality_case_id", x => new { x.municipality, x.case_id }, "cases", ["municipality", "id"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "follow_ups",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                case_id = t.Column<Guid>(nullable: false),
                point = t.Column<string>(nullable: false),
                network = t.Column<string>(nullable: false),
                opens = t.Column<DateOnly>(nullable: false),
                due = t.Column<DateOnly>(nullable: false),
                closes = t.Column<DateOnly>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_follow_ups", x => new { x.municipality, x.case_id, x.point });
                t.ForeignKey("fk_follow_ups_cases_municipality_case_id", x => new { x.municipality, x.case_id }, "cases", ["municipality", "id"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "intakes",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                network = t.Column<string>(nullable: false),
                month = t.Column<DateOnly>(nullable: false),
                not_in_target = t.Column<int>(nullable: false),
                said_no = t.Column<int>(nullable: false),
                changed_at = t.Column<long>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_intakes", x => new { x.municipality, x.network, x.month });
                t.ForeignKey("fk_intakes_enrolments_municipality_network", x => new { x.municipality, x.network }, "enrolments", ["municipality", "network"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "prices",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                network = t.Column<string>(nullable: false),
                home_service_hour = t.Column<long>(nullable: false),
                work_hours = t.Column<string>(nullable: false),
                year = t.Column<int>(nullable: false),
                source = t.Column<string>(nullable: false),
                changed_at = t.Column<long>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_prices", x => new { x.municipality, x.network });
                t.ForeignKey("fk_prices_enrolments_municipality_network", x => new { x.municipality, x.network }, "enrolments", ["municipality", "network"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_follow_ups_municipality_network_closes", "follow_ups", ["municipality", "network", "closes"]);
        migrationBuilder.CreateIndex("ix_cases_municipality_network_started_on", "cases", ["municipality", "network", "started_on"]);
        migrationBuilder.CreateIndex("ix_cases_network", "cases", ["network"]);
        migrationBuilder.CreateIndex("ix_cases_municipality_pseudonym", "cases", ["municipality", "pseudonym"]);
    }
}
