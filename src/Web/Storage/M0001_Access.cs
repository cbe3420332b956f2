using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>Written by hand, without column types, so that each provider picks its own.</summary>
[DbContext(typeof(MestringDb)), Migration("0001_Access")]
internal sealed class M0001_Access : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "persons",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                email = t.Column<string>(nullable: false),
                name = t.Column<string>(nullable: false),
                password_hash = t.Column<string>(nullable: true),
                totp_secret = t.Column<string>(nullable: true),
                totp_confirmed_at = t.Column<long>(nullable: true),
                totp_last_step = t.Column<long>(nullable: false),
                language = t.Column<string>(nullable: true),
                no_digest = t.Column<bool>(nullable: false),
                digest_week = t.Column<int>(nullable: true),
                demonstration = t.Column<bool>(nullable: false),
                disabled_at = t.Column<long>(nullable: true),
                created_at = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_persons", x => x.id);
            });
        migrationBuilder.CreateTable(
            "person_roles",
            t => new
            {
                person_id = t.Column<Guid>(nullable: false),
                role = t.Column<string>(nullable: false),
                municipality = t.Column<short>(nullable: false),
                network = t.Column<string>(nullable: false),
                granted_at = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_person_roles", x => new { x.person_id, x.role, x.municipality, x.network });
                t.ForeignKey("fk_person_roles_persons_person_id", x => x.person_id, "persons", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "sessions",
            t => new
            {
                token_hash = t.Column<string>(nullable: false),
                person_id = t.Column<Guid>(nullable: false),
                created_at = t.Column<long>(nullable: false),
                expires_at = t.Column<long>(nullable: false),
                second_factor_at = t.Column<long>(nullable: true),
                revoked_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_sessions", x => x.token_hash);
                t.ForeignKey("fk_sessions_persons_person_id", x => x.person_id, "persons", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "one_time_links",
            t => new
            {
                token_hash = t.Column<string>(nullable: false),
                person_id = t.Column<Guid>(nullable: false),
                created_at = t.Column<long>(nullable: false),
                expires_at = t.Column<long>(nullable: false),
                used_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_one_time_links", x => x.token_hash);
                t.ForeignKey("fk_one_time_links_persons_person_id", x => x.person_id, "persons", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "sign_in_attempts",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                key = t.Column<string>(nullable: false),
                at = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_sign_in_attempts", x => x.id);
            });
        migrationBuilder.CreateTable(
            "audit",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                at = t.Column<long>(nullable: false),
                person_id = t.Column<Guid>(nullable: true),
                person_name = t.Column<string>(nullable: false),
                action = t.Column<string>(nullable: false),
                municipality = t.Column<short>(nullable: false),
                network = t.Column<string>(nullable: false),
                subject = t.Column<string>(nullable: false),
                before = t.Column<string>(nullable: true),
                after = t.Column<string>(nullable: true),
                why = t.Column<string>(nullable: false),
                batch = t.Column<Guid>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_audit", x => x.id);
            });
        migrationBuilder.CreateTable(
            "protection_keys",
            t => new
            {
                name = t.Column<string>(nullable: false),
                xml = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_protection_keys", x => x.name);
            });
        migrationBuilder.CreateTable(
            "mails",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                recipient = t.Column<string>(nullable: false),
                subject = t.Column<string>(nullable: false),
                body = t.Column<string>(nullable: false),
                language = t.Column<string>(nullable: false),
                created_at = t.Column<long>(nullable: false),
                next_attempt_at = t.Column<long>(nullable: false),
                attempts = t.Column<int>(nullable: false),
                sent_at = t.Column<long>(nullable: true),
                error = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_mails", x => x.id);
            });
        migrationBuilder.CreateTable(
            "leases",
            t => new
            {
                name = t.Column<string>(nullable: false),
                holder = t.Column<string>(nullable: false),
                until = t.Column<long>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_leases", x => x.name);
            });
        migrationBuilder.CreateIndex("ix_persons_email", "persons", ["email"], unique: true);
        migrationBuilder.CreateIndex("ix_person_roles_municipality", "person_roles", ["municipality"]);
        migrationBuilder.CreateIndex("ix_person_roles_network", "person_roles", ["network"]);
        migrationBuilder.CreateIndex("ix_sessions_person_id", "sessions", ["person_id"]);
        migrationBuilder.CreateIndex("ix_one_time_links_person_id", "one_time_links", ["person_id"]);
        migrationBuilder.CreateIndex("ix_sign_in_attempts_key_at", "sign_in_attempts", ["key", "at"]);
        migrationBuilder.CreateIndex("ix_audit_municipality_batch", "audit", ["municipality", "batch"]);
        migrationBuilder.CreateIndex("ix_audit_municipality_at", "audit", ["municipality", "at"]);
        migrationBuilder.CreateIndex("ix_audit_subject_at", "audit", ["subject", "at"]);
        migrationBuilder.CreateIndex("ix_mails_sent_at_next_attempt_at", "mails", ["sent_at", "next_attempt_at"]);
    }
}
