using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Retention;

/// <summary>The receipt of a deletion: when, by whom, how much. Never what.</summary>
public static class ShowReceipt
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/m/{municipality}/receipts/{receipt:guid}", Show).ForMunicipality(Role.Coordinator);

    private static async Task<Results<RazorComponentResult, NotFound>> Show(MunicipalityCode municipality, Guid receipt, MestringDb db, CancellationToken ct) =>
        await db.DeletionReceipts.AsNoTracking().SingleOrDefaultAsync(r => r.Id == receipt, ct) is { } row
            ? ReceiptPage.Show(new View(
                $"/m/{municipality}", row.Id, row.Network, row.Kind.ToString(), row.At, row.PersonName, row.Courses, row.Goals, row.Measurements, row.Grants, row.Input, row.Queries, row.Drafts, row.TrailEntries)
            {
                Rest = row.Kind is DeletionKind.Network ? new KeptCourses.Written(row.Courses, row.Deliveries, row.PlanGoals, row.PlanMeasures, row.HandIns, row.OwnFigures, row.Drafts, row.Aids) : null,
            })
            : TypedResults.NotFound();

    /// <param name="TrailEntries">Lines of the trail that lost their values.</param>
    public sealed record View(
        string Home, Guid Id, string Network, string Kind, DateTimeOffset At, string By, int Courses, int Goals, int Measurements, int Grants, int Input, int Queries, int Drafts, int TrailEntries)
    {
        /// <summary>What went besides courses, at the end of the agreement; else null.</summary>
        public KeptCourses.Written? Rest { get; init; }
    }
}
