using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>A new course: the person under a pseudonym, and when it starts. The goals come on the next screen.</summary>
public static class StartCase
{
    private const string Route = "/m/{municipality}/{slug}/cases/new";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Open).ForCaseWorkers(Registration.Open);
        app.MapPost(Route, Save).ForCaseWorkers(Registration.Open);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(
        MunicipalityCode municipality, string slug, Membership member, MestringDb db, HttpRequest request, Drafts drafts, Texts texts, Frame frame, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (!member.Definition.Programme.Features.RegistersCases)
        {
            return TypedResults.NotFound();
        }

        // Several are drawn and one command says which are taken.
        string[] drawn = [.. Enumerable.Range(0, 5).Select(_ => Pseudonyms.Draw())];
        var taken = await db.Cases.Where(c => drawn.Contains(c.Pseudonym)).Select(c => c.Pseudonym).ToListAsync(ct);
        return Show(
            municipality, slug, await drafts.Open(request, texts, ct),
            new CaseBasics { Pseudonym = drawn.Except(taken, StringComparer.Ordinal).First(), Responsible = visitor.Name, StartedOn = clock.Today() }, texts, frame, clock);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save(
        MunicipalityCode municipality, string slug, IFormCollection posted, Membership member, MestringDb db, HttpRequest request, Texts texts, Audit audit, Frame frame, TimeProvider clock, CancellationToken ct)
    {
        if (member.Definition is not { Programme.Features.RegistersCases: true } definition)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted) { Draft = Drafts.Of(request) };
        var typed = CaseBasics.Read(form, texts, clock.Today());
        if (!form.IsValid)
        {
            return Show(municipality, slug, form, null, texts, frame, clock);
        }

        var id = form.Once(clock);
        var goals = $"/m/{municipality}/{slug}/cases/{id}/goals";
        if (await db.Cases.AnyAsync(c => c.Id == id, ct))
        {
            return TypedResults.Redirect(goals);
        }

        var row = new CaseRow { Municipality = municipality, Id = id, Network = slug, GoalInstrument = GoalInstrument.Psfs, CreatedAt = clock.GetUtcNow() };
        var file = CaseFile.Start(db, definition.Programme.Windows, row);
        foreach (var (path, value) in typed)
        {
            file.Set(path, value);
        }

        // Where the same form came twice at the same time, the other one made the course.
        await audit.Save(file, "start-case", ct: ct);
        return TypedResults.Redirect(goals);
    }

    private static RazorComponentResult Show(MunicipalityCode municipality, string slug, Form form, CaseBasics? basics, Texts texts, Frame frame, TimeProvider clock)
    {
        var list = $"/m/{municipality}/{slug}/cases";
        frame.Back = new Crumb(texts["cases.back-to-list"], list);
        return StartCasePage.Show(new View(form, basics ?? new CaseBasics(), form.Once(clock), list), form.Status);
    }

    public sealed record View(Form Form, CaseBasics Basics, Guid Once, string List);
}
