using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>
/// What every instance can tell of an import: how far it is, whether it is to stop, why it failed, and why rows were refused. Written by hand,
/// without column types, so that each provider picks its own.
/// </summary>
[DbContext(typeof(MestringDb)), Migration("0009_ImportWork")]
internal sealed class M0009_ImportWork : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("done", "leases", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<bool>("stop", "leases", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("failure", "imports", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<string>("why", "import_rows", nullable: false, defaultValue: "");
    }
}
