using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>A municipality's assignments in a network, and what the other members chose to share.</summary>
public static class Assignments
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/m/{municipality}/{slug}/assignments", List).ForMunicipality(Rules.Members);
        app.MapGet("/m/{municipality}/{slug}/shared", Shared).ForMunicipality(Rules.Members);
        app.MapGet("/m/{municipality}/{slug}/shared/{owner}/{number:int}/file", async Task<Results<FileContentHttpResult, NotFound>> (
            string slug, MunicipalityCode owner, int number, HttpContext http, MestringDb db, CancellationToken ct) =>
            await SharedRows(db, slug).AnyAsync(h => h.Municipality == owner && h.Assignment == number, ct)
                ? await HandInFiles.Give(http, db, owner, slug, number, ct)
                : TypedResults.NotFound()).ForMunicipality(Rules.Members);
    }

    /// <summary>What members of the network marked as shared. Nobody else's hand-ins leave their municipality, except to the leader.</summary>
    private static IQueryable<HandInRow> SharedRows(MestringDb db, string slug) =>
        from handIn in db.HandIns.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter])
        join enrolment in db.Enrolments.AsNoTracking() on new { handIn.Municipality, handIn.Network } equals new { enrolment.Municipality, enrolment.Network }
        where handIn.Network == slug && handIn.Shared && enrolment.State == EnrolmentState.Confirmed
        select handIn;

    private static async Task<RazorComponentResult> List(MunicipalityCode municipality, string slug, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var run = (await Run.Find(db, slug, ct))!;
        var handIns = await db.HandIns.AsNoTracking().Where(h => h.Network == slug).Select(h => new { h.Assignment, h.State, h.At, h.Shared }).ToDictionaryAsync(h => h.Assignment, ct);
        var items = run.Definition.Assignments().Select(a =>
        {
            var handIn = handIns.GetValueOrDefault(a.Assignment.Number);
            return new Item(a.Assignment.Title, a.Assignment.ForGathering, AssignmentCell.Of(a, handIn?.State, handIn is null ? null : DateOnly.FromDateTime(Clock.Local(handIn.At)), clock.Today()), handIn is { Shared: true });
        });
        return AssignmentsPage.Show(new View(municipality, await MunicipalityNames.Own(db, ct), slug, run.Name, [.. items]));
    }

    private static async Task<RazorComponentResult> Shared(MunicipalityCode municipality, string slug, MestringDb db, CancellationToken ct)
    {
        var run = (await Run.Find(db, slug, ct))!;
        var names = (await Run.Enrolments(db, slug, ct)).ToDictionary(e => e.Municipality, e => e.MunicipalityName);
        var rows = await SharedRows(db, slug).OrderBy(h => h.Assignment).ThenBy(h => h.Municipality).Take(500)
            .Select(h => new { h.Municipality, h.Assignment, h.Text, h.FileName, h.FileLength, h.At }).ToListAsync(ct);
        var groups = run.Definition.Assignments().Select(a => new SharedWork(
            a.Assignment.Number, a.Assignment.Title,
            [.. rows.Where(r => r.Assignment == a.Assignment.Number).Select(r => new SharedHandIn(r.Municipality, names[r.Municipality], r.Text, r.FileName, r.FileLength, r.At, r.Municipality == municipality)).OrderBy(r => r.Name, Texts.NameOrder)]));
        return SharedPage.Show(new SharedView(municipality, await MunicipalityNames.Own(db, ct), slug, run.Name, [.. groups.Where(g => g.HandIns.Count > 0)]));
    }

    public sealed record View(MunicipalityCode Municipality, string Name, string Slug, LocalizedText Network, IReadOnlyList<Item> Items);

    public sealed record Item(LocalizedText Title, int ForGathering, AssignmentCell Cell, bool Shared);

    public sealed record SharedView(MunicipalityCode Municipality, string Name, string Slug, LocalizedText Network, IReadOnlyList<SharedWork> Works);

    public sealed record SharedWork(int Number, LocalizedText Title, IReadOnlyList<SharedHandIn> HandIns);

    public sealed record SharedHandIn(MunicipalityCode Owner, string Name, string Text, string? FileName, int? FileLength, DateTimeOffset At, bool IsOwn);
}
