using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>How the latest decision on a network is taken back, and where answers to a mail go. Written by hand, without column types, so that each provider picks its own.</summary>
[DbContext(typeof(MestringDb)), Migration("0019_Desk")]
internal sealed class M0019_Desk : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("undo", "networks", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<string>("reply_to", "mails", nullable: false, defaultValue: "");
    }
}
