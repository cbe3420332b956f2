using Mestring.Core.Measures;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>
/// What the person wants to master, and what it is rated with. A goal keeps its number through the course; once it is rated its words
/// stand, because a change between two ratings of different things would mean nothing.
/// </summary>
public static class CaseGoals
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{CaseCall.Route}/goals", Open).ForCaseWorkers();
        app.MapPost($"{CaseCall.Route}/goals", Save).ForCaseWorkers();
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open([AsParameters] CaseCall call)
    {
        if (await OpenCase.Find(call) is not { } open)
        {
            return TypedResults.NotFound();
        }

        await call.NoteRead();
        return Show(call, open, new Form(call.Texts));
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save([AsParameters] CaseCall call, IFormCollection posted)
    {
        if (await OpenCase.Find(call) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(call.Texts, posted);
        var typed = Read(form, call.Texts, open);
        if (!form.IsValid)
        {
            return Show(call, open, form);
        }

        var stored = Stored(open);
        if (!Same(typed, stored))
        {
            if (form.Version != open.Row.Version)
            {
                form.RefuseAsConflict();
                return Show(call, open, form);
            }

            Write(call, open, typed);
            call.Note("change-goals", stored.Goals.Count == 0 ? null : stored, typed);
            try
            {
                await call.Db.SaveChangesAsync(call.Ct);
            }
            catch (DbUpdateException)
            {
                call.Db.ChangeTracker.Clear();
                return await Save(call, posted);
            }
        }

        return TypedResults.Redirect(call.Address);
    }

    private static Chosen Read(Form form, Texts texts, OpenCase open)
    {
        var rated = Rated(open);
        var instrument = rated.Count > 0 ? open.Row.GoalInstrument : form.Choice<GoalInstrument>("instrument", texts["cases.instrument.missing"]);
        var licence = rated.Count > 0 ? open.Row.CopmLicence : form.IsTicked("licence");
        var goals = new List<Goal>();
        for (var number = 1; number <= CopmScores.MaxGoals; number++)
        {
            var stored = open.Goals.SingleOrDefault(g => g.Number == number);
            var text = stored is not null && rated.Contains(number) ? stored.Text : form.Optional($"text{number}", longest: 120);
            if (text.Length > 0)
            {
                goals.Add(new Goal(number, text, form.Choice<GoalDomain>($"domain{number}", texts["cases.domain.missing"])));
            }
        }

        if (goals.Count == 0 && form.IsValid)
        {
            form.Refuse("text1", texts["cases.goals.missing"]);
        }

        if (instrument is GoalInstrument.Copm && !licence && rated.Count == 0)
        {
            form.Refuse("licence", texts["cases.licence.missing"]);
        }

        return new Chosen(instrument, instrument is GoalInstrument.Copm && licence, goals);
    }

    private static void Write(CaseCall call, OpenCase open, Chosen typed)
    {
        call.Db.Goals.RemoveRange(open.Goals.Where(g => !typed.Goals.Any(t => t.Number == g.Number)));
        foreach (var goal in typed.Goals)
        {
            var row = open.Goals.SingleOrDefault(g => g.Number == goal.Number);
            if (row is null)
            {
                row = new GoalRow { Municipality = call.Municipality, CaseId = call.Id, Number = goal.Number };
                call.Db.Goals.Add(row);
            }

            row.Text = goal.Text;
            row.Domain = goal.Domain;
        }

        open.Row.GoalInstrument = typed.Instrument;
        open.Row.CopmLicence = typed.Licence;
        open.Row.Version++;
    }

    private static HashSet<int> Rated(OpenCase open) => [.. open.Ratings.Where(r => r.Performance is not null || r.Satisfaction is not null).Select(r => r.Number)];

    private static Chosen Stored(OpenCase open) =>
        new(open.Row.GoalInstrument, open.Row.CopmLicence, [.. open.Goals.OrderBy(g => g.Number).Select(g => new Goal(g.Number, g.Text, g.Domain))]);

    private static bool Same(Chosen one, Chosen other) =>
        one.Instrument == other.Instrument && one.Licence == other.Licence && one.Goals.SequenceEqual(other.Goals);

    private static RazorComponentResult Show(CaseCall call, OpenCase open, Form form)
    {
        call.Frame.Back = new Crumb(call.Texts["cases.back-to-case"], call.Address);
        return CaseGoalsPage.Show(
            new View(form, open.Row.Pseudonym, Stored(open), Rated(open), open.Measurements.Count == 0 && open.Goals.Count == 0, open.Row.Version, call.Address), form.Status);
    }

    /// <param name="Form">What was typed.</param>
    /// <param name="Pseudonym">Whose.</param>
    /// <param name="Stored">What is stored.</param>
    /// <param name="Rated">Numbers of the goals that are rated, whose words stand.</param>
    /// <param name="IsNew">Whether this is the second screen of a new course.</param>
    /// <param name="Version">The version of the course the person sees.</param>
    /// <param name="Case">The address of the course.</param>
    public sealed record View(Form Form, string Pseudonym, Chosen Stored, IReadOnlySet<int> Rated, bool IsNew, int Version, string Case)
    {
        public Goal? Goal(int number) => Stored.Goals.SingleOrDefault(g => g.Number == number);

        /// <summary>Slots beyond the third are folded away until they are used.</summary>
        public bool IsUsed(int number) => Goal(number) is not null || Form.Raw($"text{number}") is { Length: > 0 };
    }

    public sealed record Chosen(GoalInstrument Instrument, bool Licence, IReadOnlyList<Goal> Goals);

    public sealed record Goal(int Number, string Text, GoalDomain Domain);
}
