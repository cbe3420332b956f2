using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>
/// What the person wants to master, and what it is rated with. A goal keeps its number through the course; once it is rated its words
/// stand, because a change between two ratings of different things would mean nothing.
/// </summary>
public static class CaseGoals
{
    private static readonly Screen Goals = new(
        _ => "change-goals", path => path is "instrument" or "copm-licence" || path.StartsWith("goal", StringComparison.Ordinal), Read, Show, open => open.Call.Address)
    { Otherwise = "text1" };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{CaseCall.Route}/goals", ([AsParameters] CaseCall call) => Goals.Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{CaseCall.Route}/goals", ([AsParameters] CaseCall call, IFormCollection posted) => Goals.Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    private static Dictionary<string, string?> Read(OpenCase open, Form form)
    {
        var (texts, rated, isFixed) = (open.Call.Texts, Rated(open), IsFixed(open));
        var instrument = isFixed ? open.Row.GoalInstrument : form.Choice<GoalInstrument>("instrument", texts["cases.instrument.missing"]);
        var licence = isFixed ? open.Row.CopmLicence : form.IsTicked("licence") && instrument is GoalInstrument.Copm;
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal) { ["instrument"] = $"{instrument}", ["copm-licence"] = licence ? "yes" : "no" };
        var any = false;
        for (var number = 1; number <= CopmScores.MaxGoals; number++)
        {
            var stored = open.Goals.FirstOrDefault(g => g.Number == number);
            var text = stored is not null && rated.Contains(number) ? stored.Text : form.Optional($"text{number}", longest: 120);
            var path = string.Create(CultureInfo.InvariantCulture, $"goal{number}.");
            if (text.Length == 0)
            {
                if (stored is not null)
                {
                    (typed[$"{path}text"], typed[$"{path}domain"], typed[$"{path}weight"]) = (null, null, null);
                }

                continue;
            }

            any = true;
            typed[$"{path}text"] = text;
            typed[$"{path}domain"] = $"{form.Choice<GoalDomain>($"domain{number}", texts["cases.domain.missing"])}";
            typed[$"{path}weight"] = form.Whole($"weight{number}", 1, 10, texts["cases.weight.wrong", form.Raw($"weight{number}")])?.ToString(CultureInfo.InvariantCulture);
        }

        if (!any && form.IsValid)
        {
            form.Refuse("text1", texts["cases.goals.missing"]);
        }

        if (instrument is GoalInstrument.Copm && !licence && !isFixed)
        {
            form.Refuse("licence", texts["cases.licence.missing"]);
        }

        return typed;
    }

    /// <summary>Numbers of the goals that somebody has rated.</summary>
    private static IReadOnlySet<int> Rated(OpenCase open) => ChangeRules.Rated(open.File.Values(open.Call.Today));

    /// <summary>Whether somebody has rated goals with the instrument, which then stands.</summary>
    private static bool IsFixed(OpenCase open) => ChangeRules.Rated(open.File.Values(open.Call.Today), ownRatingOnly: true).Count > 0;

    private static RazorComponentResult Show(OpenCase open, Form form)
    {
        var call = open.Call;
        call.Frame.Back = new Crumb(call.Texts["cases.back-to-case"], call.Address);
        return CaseGoalsPage.Show(
            new View(
                form,
                open.Row.Pseudonym,
                open.Row.GoalInstrument,
                open.Row.CopmLicence,
                [.. open.Goals.Select(g => new Goal(g.Number, g.Text, g.Domain, g.Weight))],
                Rated(open),
                IsFixed(open),
                open.File.Measurements.Count == 0 && open.Goals.Count == 0,
                open.Instruments.Contains("gas", StringComparer.Ordinal),
                Goals.Seen(open),
                call.Address),
            form.Status);
    }

    /// <param name="Form">What was typed.</param>
    /// <param name="Pseudonym">Whose.</param>
    /// <param name="Instrument">What the goals are rated with.</param>
    /// <param name="Licence">Whether the municipality holds the COPM licence.</param>
    /// <param name="Stored">The stored goals.</param>
    /// <param name="Rated">Numbers of the goals that are rated, whose words stand.</param>
    /// <param name="IsFixed">Whether the instrument stands, because goals are rated with it.</param>
    /// <param name="IsNew">Whether this is the second screen of a new course.</param>
    /// <param name="HasWeights">Whether the municipality scales goal attainment.</param>
    /// <param name="Seen">A sign of what is stored.</param>
    /// <param name="Case">The address of the course.</param>
    public sealed record View(
        Form Form, string Pseudonym, GoalInstrument Instrument, bool Licence, IReadOnlyList<Goal> Stored, IReadOnlySet<int> Rated, bool IsFixed, bool IsNew, bool HasWeights, int Seen, string Case)
    {
        public Goal? Goal(int number) => Stored.SingleOrDefault(g => g.Number == number);

        /// <summary>Slots beyond the third are folded away until they are used.</summary>
        public bool IsUsed(int number) => Goal(number) is not null || Form.Raw($"text{number}") is { Length: > 0 };
    }

    public sealed record Goal(int Number, string Text, GoalDomain Domain, int? Weight);
}
