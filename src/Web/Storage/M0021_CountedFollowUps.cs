using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>Counts what is waited for from the indexes alone, without looking up each row and each case.</summary>
[DbContext(typeof(MestringDb)), Migration("0021_CountedFollowUps")]
internal sealed class M0021_CountedFollowUps : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_follow_ups_municipality_network_closes", "follow_ups");
        migrationBuilder.CreateIndex("ix_follow_ups_counted", "follow_ups", ["municipality", "network", "case_id", "opens", "due", "closes", "begun"]);
        migrationBuilder.CreateIndex("ix_cases_municipality_network_planned_end", "cases", ["municipality", "network", "planned_end"], filter: CaseRow.EndIsWaitedFor);
    }
}
