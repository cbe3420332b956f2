using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>What is left of a deleted course, and what a receipt counts besides courses. Written by hand, without column types, so that each provider picks its own.</summary>
[DbContext(typeof(MestringDb)), Migration("0008_Endings")]
internal sealed class M0008_Endings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "deleted_courses",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                case_id = t.Column<Guid>(nullable: false),
                network = t.Column<string>(nullable: false),
                fingerprint = t.Column<byte[]>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_deleted_courses", x => new { x.municipality, x.case_id }));
        foreach (var count in new[] { "deliveries", "plan_goals", "plan_measures", "hand_ins", "own_figures" })
        {
            migrationBuilder.AddColumn<int>(count, "deletion_receipts", nullable: false, defaultValue: 0);
        }
    }
}
