using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mestring.Web.Storage;

/// <summary>The set a measurement was finished with. Written by hand, without column types, so that each provider picks its own.</summary>
[DbContext(typeof(MestringDb)), Migration("0017_SetOfAMeasurement")]
internal sealed class M0017_SetOfAMeasurement : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("asked", "measurements", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<bool>("begun", "follow_ups", nullable: false, defaultValue: false);

        // What was gone through is the set of what was finished before this; goals, function and hours are what every programme so far asks at
        // every point, and answers about the service at ten weeks. What is waited for is made anew with the outcomes, when the program starts.
        migrationBuilder.Sql(
            """
            UPDATE measurements SET asked = answered
            WHERE answered LIKE '%goals%' AND answered LIKE '%sppb%' AND answered LIKE '%hours%' AND (point <> 'Weeks10' OR answered LIKE '%service%')
            """);
    }
}
