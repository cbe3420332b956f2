using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>Written by hand, without column types, so that each provider picks its own.</summary>
[DbContext(typeof(MestringDb)), Migration("0002_Places")]
internal sealed class M0002_Places : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "places",
            t => new
            {
                code = t.Column<short>(nullable: false),
                valid_from = t.Column<DateOnly>(nullable: false),
                valid_to = t.Column<DateOnly>(nullable: true),
                name = t.Column<string>(nullable: false),
                county_code = t.Column<string>(nullable: false),
                county_name = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_places", x => new { x.code, x.valid_from });
            });
        migrationBuilder.CreateTable(
            "place_changes",
            t => new
            {
                from_code = t.Column<short>(nullable: false),
                to_code = t.Column<short>(nullable: false),
                changed_on = t.Column<DateOnly>(nullable: false),
                kind = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_place_changes", x => new { x.from_code, x.to_code, x.changed_on });
            });
        migrationBuilder.CreateTable(
            "populations",
            t => new
            {
                code = t.Column<short>(nullable: false),
                as_of = t.Column<DateOnly>(nullable: false),
                inhabitants = t.Column<int>(nullable: false),
                source = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_populations", x => new { x.code, x.as_of });
            });
    }
}
