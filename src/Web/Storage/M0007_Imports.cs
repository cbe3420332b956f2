using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>Written by hand, without column types, so that each provider picks its own.</summary>
[DbContext(typeof(MestringDb)), Migration("0007_Imports")]
internal sealed class M0007_Imports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "imports",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                id = t.Column<Guid>(nullable: false),
                network = t.Column<string>(nullable: false),
                file_name = t.Column<string>(nullable: false),
                sheet = t.Column<string>(nullable: false),
                header = t.Column<string>(nullable: false),
                rows = t.Column<int>(nullable: false),
                state = t.Column<string>(nullable: false),
                mapping = t.Column<string>(nullable: false),
                report = t.Column<string>(nullable: false),
                created_at = t.Column<long>(nullable: false),
                created_by = t.Column<string>(nullable: false),
                finished_at = t.Column<long>(nullable: true),
                version = t.Column<int>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_imports", x => new { x.municipality, x.id });
                t.ForeignKey("fk_imports_enrolments_municipality_network", x => new { x.municipality, x.network }, "enrolments", ["municipality", "network"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_imports_municipality_network_created_at", "imports", ["municipality", "network", "created_at"]);
        migrationBuilder.CreateTable(
            "import_rows",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                import_id = t.Column<Guid>(nullable: false),
                number = t.Column<int>(nullable: false),
                cells = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_import_rows", x => new { x.municipality, x.import_id, x.number });
                t.ForeignKey("fk_import_rows_imports_municipality_import_id", x => new { x.municipality, x.import_id }, "imports", ["municipality", "id"], onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "import_memory",
            t => new
            {
                municipality = t.Column<short>(nullable: false),
                meanings = t.Column<string>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_import_memory", x => x.municipality));
    }
}
