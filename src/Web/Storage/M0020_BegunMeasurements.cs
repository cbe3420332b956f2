using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>Finds the few measurements that are begun and not finished, for the list of cases, without going through all of them.</summary>
[DbContext(typeof(MestringDb)), Migration("0020_BegunMeasurements")]
internal sealed class M0020_BegunMeasurements : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("ix_measurements_municipality_case_id", "measurements", ["municipality", "case_id"], filter: MeasurementRow.BegunFilter);
}
