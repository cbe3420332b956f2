using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>How long a deleted course was there, and one more number in a receipt. Written by hand, without column types, so that each provider picks its own.</summary>
[DbContext(typeof(MestringDb)), Migration("0011_EndOfAgreement")]
internal sealed class M0011_EndOfAgreement : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Courses deleted before this are taken to have been there always: rather one reader too many than one too few.
        migrationBuilder.AddColumn<long>("created_at", "deleted_courses", nullable: false, defaultValue: 0L);
        migrationBuilder.AddColumn<long>("deleted_at", "deleted_courses", nullable: false, defaultValue: DateTimeOffset.MaxValue.UtcTicks);
        migrationBuilder.AddColumn<int>("aids", "deletion_receipts", nullable: false, defaultValue: 0);
    }
}
