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
                unit = t.Column<string>(nullable: false),
                new_user = t.Column<bool>(nullable: false),
                started_on = t.Column<DateOnly>(nullable: false),
                ended_on = t.Column<DateOnly>(nullable: true),
                end_reason = t.Column<string>(nullable: true),
                setting = t.Column<string>(nullable: true),
                goal_instrument = t.Column<string>(nullable: false),
                copm_licence = t.Column<bool>(nullable: false),
                created_at = t.Column<long>(nullable: false),
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
                sppb_balance = t.Column<int>(nullable: true),
                sppb_gait = t.Column<int>(nullable: true),
                sppb_chair = t.Column<int>(nullable: true),
                satisfaction = t.Column<int>(nullable: true),
                answered = t.Column<string>(nullable: false),
                changed_at = t.Column<long>(nullable: false),
                changed_by = t.Column<string>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_measurements", x => new { x.municipality, x.case_id, x.point });
                t.ForeignKey("fk_measurements_cases_municipality_case_id", x => new { x.municipality, x.case_id }, "cases", ["municipality", "id"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "goal_ratings",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                case_id = t.Column<Guid>(nullable: false),
                point = t.Column<string>(nullable: false),
                number = t.Column<int>(nullable: false),
                performance = t.Column<int>(nullable: true),
                satisfaction = t.Column<int>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_goal_ratings", x => new { x.municipality, x.case_id, x.point, x.number });
                t.ForeignKey("fk_goal_ratings_measurements_municipality_case_id_point", x => new { x.municipality, x.case_id, x.point }, "measurements", ["municipality", "case_id", "point"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "granted_hours",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                case_id = t.Column<Guid>(nullable: false),
                point = t.Column<string>(nullable: false),
                service = t.Column<string>(nullable: false),
                hours_per_week = t.Column<double>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_granted_hours", x => new { x.municipality, x.case_id, x.point, x.service });
                t.ForeignKey("fk_granted_hours_measurements_municipality_case_id_point", x => new { x.municipality, x.case_id, x.point }, "measurements", ["municipality", "case_id", "point"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_cases_municipality_network_started_on", "cases", ["municipality", "network", "started_on"]);
        migrationBuilder.CreateIndex("ix_cases_municipality_pseudonym", "cases", ["municipality", "pseudonym"]);
    }
}
