using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>Mails that are set aside and whom they concern, the use of sessions, recovery codes, and links that confirm an address. Written by hand, without column types, so that each provider picks its own.</summary>
[DbContext(typeof(MestringDb)), Migration("0014_Accounts")]
internal sealed class M0014_Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("given_up_at", "mails", nullable: true);
        migrationBuilder.AddColumn<string>("network", "mails", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<short>("municipality", "mails", nullable: false, defaultValue: (short)0);
        migrationBuilder.AddColumn<long>("last_used_at", "sessions", nullable: false, defaultValue: 0L);
        migrationBuilder.AddColumn<string>("browser", "sessions", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<long>("signed_in_at", "persons", nullable: true);
        migrationBuilder.AddColumn<string>("email", "one_time_links", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<string>("name", "person_roles", nullable: false, defaultValue: "");
        migrationBuilder.CreateTable(
            "recovery_codes",
            t => new
            {
                code_hash = t.Column<string>(nullable: false),
                person_id = t.Column<Guid>(nullable: false),
                created_at = t.Column<long>(nullable: false),
                used_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_recovery_codes", x => x.code_hash);
                t.ForeignKey("fk_recovery_codes_persons_person_id", x => x.person_id, "persons", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_recovery_codes_person_id", "recovery_codes", ["person_id"]);

        // Who has a password has signed in, after whatever roles they hold.
        migrationBuilder.Sql("UPDATE persons SET signed_in_at = COALESCE((SELECT MAX(granted_at) FROM person_roles WHERE person_id = persons.id), created_at) WHERE password_hash IS NOT NULL");

        // What mails said is gone when they are sent; those that are sent already are no exception.
        migrationBuilder.Sql("UPDATE mails SET body = '' WHERE sent_at IS NOT NULL");
    }
}
