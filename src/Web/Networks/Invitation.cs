using System.Text.Json;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Networks;

/// <summary>The invitation to one network, with what it would cost. Its leader sees it before it is published.</summary>
public static class Invitation
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/networks/{slug}", Show).ForEveryone();

    private static async Task<Results<RazorComponentResult, NotFound>> Show(
        string slug, HttpContext http, Texts texts, Visitor visitor, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var row = await db.Networks.AsNoTracking().SingleOrDefaultAsync(n => n.Slug == slug, ct);
        if (row is null || (row.State is NetworkState.Draft && !visitor.Leads(slug)))
        {
            return TypedResults.NotFound();
        }

        var today = clock.Today();
        var run = row.Read();
        var form = http.Request.Query.ContainsKey("municipality")
            ? new Form(texts, new FormCollection(http.Request.Query.ToDictionary(q => q.Key, q => q.Value, StringComparer.Ordinal)))
            : new Form(texts);
        var fee = await FeeCalculator.Read(form, run.Fee(), mayBeOther: true, texts, db, today, ct);
        var changes = await db.NetworkChanges.AsNoTracking().Where(c => c.Network == slug).OrderByDescending(c => c.At).Take(100).ToListAsync(ct);
        var counts = await EnrolmentCounts.Of(db, slug, ct);
        var view = new View(
            row.Slug,
            run,
            row.State is NetworkState.Draft ? null : NetworkList.KindOf(row.State, run, today),
            counts.In,
            counts.Confirmed,
            [.. changes.Select(c => new Change(c.At, JsonSerializer.Deserialize<LocalizedText>(c.Text, JsonSerializerOptions.Web)!))],
            form,
            fee,
            today);
        return InvitationPage.Show(view, form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <param name="Kind">Where the network stands; null while it is a draft.</param>
    public sealed record View(
        string Slug, NetworkDefinition Run, Kind? Kind, int Enrolled, int Members, IReadOnlyList<Change> Changes, Form Form, FeeCalculator.Answer Fee, DateOnly Today)
    {
        public bool IsOpen => Kind is Networks.Kind.Open;
    }

    /// <summary>What the leader changed after publishing.</summary>
    public sealed record Change(DateTimeOffset At, LocalizedText Text);
}
