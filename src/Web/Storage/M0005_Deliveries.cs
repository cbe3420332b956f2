using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>Written by hand, without column types, so that each provider picks its own.</summary>
[DbContext(typeof(MestringDb)), Migration("0005_Deliveries")]
internal sealed class M0005_Deliveries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "deliveries",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                network = t.Column<string>(nullable: false),
                year = t.Column<int>(nullable: false),
                state = t.Column<string>(nullable: false),
                comment = t.Column<string>(nullable: false),
                changed_at = t.Column<long>(nullable: false),
                changed_by = t.Column<string>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_deliveries", x => new { x.municipality, x.network, x.year });
                t.ForeignKey("fk_deliveries_enrolments_municipality_network", x => new { x.municipality, x.network }, "enrolments", ["municipality", "network"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "delivery_values",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                network = t.Column<string>(nullable: false),
                year = t.Column<int>(nullable: false),
                item = t.Column<string>(nullable: false),
                value = t.Column<double>(nullable: true),
                reason = t.Column<string>(nullable: false),
                note = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_delivery_values", x => new { x.municipality, x.network, x.year, x.item });
                t.ForeignKey("fk_delivery_values_deliveries_municipality_network_year", x => new { x.municipality, x.network, x.year }, "deliveries", ["municipality", "network", "year"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "plan_goals",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                id = t.Column<Guid>(nullable: false),
                network = t.Column<string>(nullable: false),
                title = t.Column<string>(nullable: false),
                description = t.Column<string>(nullable: false),
                position = t.Column<int>(nullable: false),
                changed_at = t.Column<long>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_plan_goals", x => new { x.municipality, x.id });
                t.ForeignKey("fk_plan_goals_enrolments_municipality_network", x => new { x.municipality, x.network }, "enrolments", ["municipality", "network"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "plan_actions",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                id = t.Column<Guid>(nullable: false),
                goal_id = t.Column<Guid>(nullable: false),
                title = t.Column<string>(nullable: false),
                owner = t.Column<string>(nullable: false),
                deadline = t.Column<DateOnly>(nullable: true),
                state = t.Column<string>(nullable: false),
                note = t.Column<string>(nullable: false),
                changed_at = t.Column<long>(nullable: false),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_plan_actions", x => new { x.municipality, x.id });
                t.ForeignKey("fk_plan_actions_plan_goals_municipality_goal_id", x => new { x.municipality, x.goal_id }, "plan_goals", ["municipality", "id"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_plan_goals_municipality_network_position", "plan_goals", ["municipality", "network", "position"]);
        migrationBuilder.CreateIndex("ix_plan_actions_municipality_goal_id", "plan_actions", ["municipality", "goal_id"]);
    }
}
