using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>Working time in a course: minutes by week, profession and kind. One week of one profession is typed at a time.</summary>
public static class Work
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{CaseCall.Route}/work", ([AsParameters] CaseCall call, int? week, Profession? profession) => Minutes(week, profession).Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{CaseCall.Route}/work", ([AsParameters] CaseCall call, IFormCollection posted) =>
            Minutes(int.TryParse(posted["week"], CultureInfo.InvariantCulture, out var week) ? week : null, Enum.TryParse<Profession>(posted["profession"], out var profession) ? profession : null).Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    private static Screen Minutes(int? week, Profession? profession) => new(
        _ => "change-work",
        path => path.StartsWith(string.Create(CultureInfo.InvariantCulture, $"input.{week}.{profession}."), StringComparison.Ordinal),
        Read,
        (open, form) => Show(open, week, profession, form),
        open => $"{open.Call.Address}/work")
    { Otherwise = "week" };

    private static Dictionary<string, string?> Read(OpenCase open, Form form)
    {
        var texts = open.Call.Texts;
        var week = form.Whole("week", 1, WorkInput.LastWeek, texts["cases.work.week.wrong", WorkInput.LastWeek]);
        if (week is null)
        {
            form.Refuse("week", texts["cases.work.week.wrong", WorkInput.LastWeek]);
        }

        var profession = form.Choice<Profession>("profession", texts["cases.work.profession.missing"]);
        if (form.IsValid && !string.Equals(form.Raw("opened"), Opened(week, profession), StringComparison.Ordinal) && open.File.Input.Exists(i => i.Week == week && i.Profession == profession))
        {
            form.Refuse("week", texts["cases.work.there", week!.Value, texts[$"cases.profession.{profession}"].ToLower(texts.Culture)]);
        }

        return Kinds.ToDictionary(
            kind => string.Create(CultureInfo.InvariantCulture, $"input.{week ?? 1}.{profession}.{kind}"),
            kind => form.Whole(kind, 0, WorkInput.MaxMinutes, texts["cases.work.minutes.wrong", form.Raw(kind), WorkInput.MaxMinutes])?.ToString(CultureInfo.InvariantCulture),
            StringComparer.Ordinal);
    }

    /// <summary>Says for which week and profession the stored minutes were seen.</summary>
    internal static string Opened(int? week, Profession? profession) => string.Create(CultureInfo.InvariantCulture, $"{week} {profession}");

    internal static IEnumerable<string> Kinds => Enum.GetNames<WorkKind>().Select(kind => kind.ToLowerInvariant());

    private static RazorComponentResult Show(OpenCase open, int? week, Profession? profession, Form form)
    {
        var call = open.Call;
        call.Frame.Back = new Crumb(call.Texts["cases.back-to-case"], call.Address);
        var last = open.Row.EndedOn is { } ended && ended < call.Today ? ended : call.Today;
        var now = Math.Clamp(((last.DayNumber - open.Row.StartedOn.DayNumber) / 7) + 1, 1, WorkInput.LastWeek);
        var stored = open.File.Input.Find(i => i.Week == week && i.Profession == profession)?.Value;
        return WorkPage.Show(
            new View(
                form, open.Row.Pseudonym, week ?? now, profession, stored, [.. open.File.Input.Select(i => i.Value).OrderBy(i => i.Week).ThenBy(i => i.Profession)], Minutes(week, profession).Seen(open), call.Address),
            form.Status);
    }

    /// <param name="Form">What was typed.</param>
    /// <param name="Pseudonym">Whose.</param>
    /// <param name="Week">The week that is typed; this week of the course to begin with.</param>
    /// <param name="Profession">Whose time is typed; null to begin with.</param>
    /// <param name="Stored">What is stored for them.</param>
    /// <param name="Lines">All that is stored, by week.</param>
    /// <param name="Seen">A sign of what is stored.</param>
    /// <param name="Case">The address of the course.</param>
    public sealed record View(Form Form, string Pseudonym, int Week, Profession? Profession, WorkInput? Stored, IReadOnlyList<WorkInput> Lines, int Seen, string Case);
}
