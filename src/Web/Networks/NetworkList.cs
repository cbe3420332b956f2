using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Networks;

/// <summary>The front page: networks that are open, under way, followed up, and over.</summary>
public static class NetworkList
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/", Show).ForEveryone();

    private static async Task<RazorComponentResult> Show(MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = clock.Today();
        var rows = await db.Networks.AsNoTracking().Where(n => n.State != NetworkState.Draft).OrderByDescending(n => n.FirstDay).ThenBy(n => n.Slug).Take(200)
            .Select(n => new { n.Slug, n.State, n.Deadline, n.Definition }).ToListAsync(ct);
        var counts = await EnrolmentCounts.ByNetwork(db, ct);
        var items = rows.ConvertAll(n =>
        {
            var run = Definitions.Of(n.Slug, n.Definition);
            var enrolled = counts.GetValueOrDefault(n.Slug, EnrolmentCounts.None);
            return new Item(n.Slug, KindOf(n.State, run, today), run, enrolled.In, enrolled.Confirmed, run.RegistrationEnds(), today);
        });
        return NetworkListPage.Show(new View([.. items.OrderBy(i => i.Run.Terms.Deadline).Where(i => i.Kind is Kind.Open)], items));
    }

    internal static Kind KindOf(NetworkState state, NetworkDefinition run, DateOnly today) => state switch
    {
        NetworkState.Open when run.IsBeforeDeadline(today) => Kind.Open,
        NetworkState.Open or NetworkState.Closed => Kind.Closed,
        NetworkState.Running => Kind.Running,
        NetworkState.Cancelled => Kind.Cancelled,
        _ => run.RegistrationEnds() >= today ? Kind.Followed : Kind.Over,
    };

    public sealed record View(IReadOnlyList<Item> Open, IReadOnlyList<Item> All)
    {
        public IReadOnlyList<Item> Of(Kind kind) => [.. All.Where(i => i.Kind == kind)];
    }

    /// <param name="Enrolled">Municipalities that have enrolled and are not turned down.</param>
    /// <param name="Members">Municipalities that are confirmed.</param>
    public sealed record Item(string Slug, Kind Kind, NetworkDefinition Run, int Enrolled, int Members, DateOnly? RegistrationEnds, DateOnly Today)
    {
        public int Held => Run.Gatherings().Count(g => g.Plan.Dates.Last < Today);

        public ScheduledGathering? Next => Run.Gatherings().FirstOrDefault(g => g.Plan.Dates.Last >= Today);
    }
}
