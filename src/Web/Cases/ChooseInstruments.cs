using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>Which of the programme's optional instruments a municipality uses. What is already measured stays, whatever is chosen.</summary>
public static class ChooseInstruments
{
    private const string Route = "/m/{municipality}/{slug}/instruments";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Open).ForMunicipality(Role.Coordinator);
        app.MapPost(Route, Save).ForMunicipality(Role.Coordinator);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(MunicipalityCode municipality, string slug, Membership member, MestringDb db, Texts texts, Frame frame, CancellationToken ct) =>
        member.Definition is { Programme.Features.RegistersCases: true } definition
            ? Show(municipality, slug, new Form(texts), Optional(definition), await db.Enrolments.AsNoTracking().SingleAsync(e => e.Network == slug, ct), frame)
            : TypedResults.NotFound();

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save(
        MunicipalityCode municipality, string slug, IFormCollection posted, Membership member, MestringDb db, Texts texts, Audit audit, Frame frame, CancellationToken ct)
    {
        if (member.Definition is not { Programme.Features.RegistersCases: true } definition)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var enrolment = await db.Enrolments.SingleAsync(e => e.Network == slug, ct);
        var chosen = form.Ticked("instruments", Optional(definition).Select(i => i.Id));
        if (chosen.Contains("health", StringComparer.Ordinal) && !form.IsTicked("eq-licence"))
        {
            form.Refuse("eq-licence", texts["cases.instruments.eq-licence.missing"]);
        }

        if (!form.IsValid)
        {
            return Show(municipality, slug, form, Optional(definition), enrolment, frame);
        }

        if (form.Version != Sign(enrolment))
        {
            form.RefuseAsConflict();
            return Show(municipality, slug, form, Optional(definition), enrolment, frame);
        }

        var before = enrolment.Instruments;
        enrolment.Instruments = string.Join(' ', chosen);
        if (!string.Equals(before, enrolment.Instruments, StringComparison.Ordinal))
        {
            audit.Note("choose-instruments", $"network/{slug}", municipality, slug, new { instruments = before }, new { instruments = enrolment.Instruments });
            enrolment.Version++;
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                form.RefuseAsConflict();
                return Show(municipality, slug, form, Optional(definition), await db.Enrolments.AsNoTracking().SingleAsync(e => e.Network == slug, ct), frame);
            }
        }

        return TypedResults.Redirect($"/m/{municipality}/{slug}/cases");
    }

    /// <summary>A short sign of what is chosen: other changes of the enrolment do not matter here.</summary>
    private static int Sign(EnrolmentRow enrolment) => Screen.Seen(new Dictionary<string, string>(StringComparer.Ordinal) { ["instruments"] = enrolment.Instruments }, _ => true);

    private static IReadOnlyList<InstrumentUse> Optional(NetworkDefinition definition) => [.. definition.Programme.Instruments.Where(i => i.Optional)];

    private static RazorComponentResult Show(MunicipalityCode municipality, string slug, Form form, IReadOnlyList<InstrumentUse> optional, EnrolmentRow enrolment, Frame frame)
    {
        var list = $"/m/{municipality}/{slug}/cases";
        frame.Back = new Crumb(form.T["cases.back-to-list"], list);
        return ChooseInstrumentsPage.Show(new View(form, [.. optional.Select(i => i.Id)], enrolment.Instruments.Split(' '), Sign(enrolment), list), form.Status);
    }

    /// <param name="Form">What was typed.</param>
    /// <param name="Optional">The instruments to choose from.</param>
    /// <param name="Chosen">Those in use.</param>
    /// <param name="Seen">A sign of what is stored.</param>
    /// <param name="List">The address of the courses.</param>
    public sealed record View(Form Form, IReadOnlyList<string> Optional, IReadOnlyList<string> Chosen, int Seen, string List);
}
