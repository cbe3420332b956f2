using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>
/// Granted hours a week on the day of a measurement. What differs from the decisions already registered becomes a new step from that day.
/// An empty field beside a filled one means that there is no decision on that service; nothing at all must be said to mean "none" or "not known".
/// </summary>
public static class MeasureHours
{
    private const decimal MostHours = 168;

    /// <summary>What the field shows of a decision: two decimals. So near is the same, and a monthly decision stays as it was written.</summary>
    private const double Rounding = 0.005 + 1e-9;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{OpenMeasurement.Route}/hours", ([AsParameters] CaseCall call, string point) => Hours(point).Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{OpenMeasurement.Route}/hours", ([AsParameters] CaseCall call, string point, IFormCollection posted) => Hours(point).Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    private static Screen Hours(string point) => Screen.Of(point, Part.Hours, _ => false, Read, Show, Field(GrantedServices.Headline[0])) with { Covers = path => path.StartsWith("grant.", StringComparison.Ordinal), FieldOf = _ => null };

    /// <summary>The field of a service.</summary>
    internal static string Field(string service) => $"hours{service}";

    /// <summary>What is granted on the day of a measurement, by service: decisions, or for the start of a new user the estimate.</summary>
    internal static IReadOnlyList<ServiceHours> Granted(OpenMeasurement open)
    {
        var isEstimate = IsEstimate(open);
        return GrantSteps.On(open.Case.File.Grants.Where(g => g.IsEstimate == isEstimate).Select(g => g.Value with { IsEstimate = false }), Day(open));
    }

    private static IEnumerable<string> Services => GrantedServices.Headline.Concat(GrantedServices.Others);

    private static Dictionary<string, string?> Read(OpenMeasurement open, Form form)
    {
        var texts = open.Call.Texts;
        var typed = Services
            .Select(s => (Service: s, Hours: form.Number(Field(s), 0, MostHours, texts["cases.hours.wrong", form.Raw(Field(s))])))
            .Where(each => each.Hours is not null)
            .ToDictionary(each => each.Service, each => (double)WrittenNumber.HalfUp(each.Hours!.Value, 2), StringComparer.Ordinal);
        var known = form.Raw("known");
        var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (known is "none" or "unknown" && typed.Values.Any(h => h > 0))
        {
            form.Refuse("known", texts["cases.hours.both"]);
        }
        else if (known is not ("none" or "unknown") && typed.Count == 0 && form.IsValid)
        {
            form.Refuse(Field(GrantedServices.Headline[0]), texts["cases.hours.missing"]);
        }
        else if (known is null && IsUntouched(open, typed))
        {
            // What the page itself put in the fields is no answer before somebody says so.
            form.Refuse("known", texts["cases.hours.unchecked"]);
        }

        if (!form.IsValid || known is "unknown")
        {
            return changes;
        }

        var (day, isEstimate) = (Day(open), IsEstimate(open));
        var grants = open.Case.File.Grants.Where(g => g.IsEstimate == isEstimate).ToList();
        foreach (var service in Services)
        {
            Step(grants.FindAll(g => string.Equals(g.Service, service, StringComparison.Ordinal)), service, typed.GetValueOrDefault(service), day, isEstimate, changes);
        }

        if (!isEstimate && !grants.Exists(g => g.ValidFrom <= day && GrantedServices.IsHeadline(g.Service)) && !GrantedServices.Headline.Any(s => typed.GetValueOrDefault(s) > 0))
        {
            Add(GrantedServices.Headline[0], 0, day, to: null, isEstimate, changes);
        }

        return changes;
    }

    /// <summary>Whether the fields hold what stood there when the screen was opened.</summary>
    private static bool IsUntouched(OpenMeasurement open, Dictionary<string, double> typed) => Granted(open).Where(h => h.HoursPerWeek > 0)
        .ToDictionary(h => h.Service, h => Math.Round(h.HoursPerWeek, 2), StringComparer.Ordinal) is { Count: > 0 } shown
        && shown.Count == typed.Count(t => t.Value > 0) && shown.All(s => Math.Abs(typed.GetValueOrDefault(s.Key) - s.Value) <= Rounding);

    /// <summary>What must change in the decisions on one service so that these hours hold from a day on.</summary>
    private static void Step(List<GrantRow> grants, string service, double hours, DateOnly day, bool isEstimate, Dictionary<string, string?> changes)
    {
        var now = grants.Find(g => g.Value.Holds(day));
        if (now is null && hours > 0)
        {
            var next = grants.Where(g => g.ValidFrom > day).Select(g => (DateOnly?)g.ValidFrom).Min();
            Add(service, hours, day, next?.AddDays(-1), isEstimate, changes);
        }

        if (now is null || Math.Abs(now.Value.HoursPerWeek - hours) <= Rounding)
        {
            return;
        }

        if (now.ValidFrom == day)
        {
            changes[$"grant.{now.Key}.amount"] = Number(hours);
            changes[$"grant.{now.Key}.unit"] = $"{GrantUnit.Week}";
            return;
        }

        changes[$"grant.{now.Key}.to"] = Date(day.AddDays(-1));
        if (hours > 0)
        {
            Add(service, hours, day, now.ValidTo, isEstimate, changes);
        }
    }

    private static void Add(string service, double hours, DateOnly from, DateOnly? to, bool isEstimate, Dictionary<string, string?> changes)
    {
        var path = $"grant.{Decisions.NewKey()}";
        changes[$"{path}.service"] = service;
        changes[$"{path}.amount"] = Number(hours);
        changes[$"{path}.unit"] = $"{GrantUnit.Week}";
        changes[$"{path}.from"] = Date(from);
        changes[$"{path}.to"] = to is { } last ? Date(last) : null;
        changes[$"{path}.estimate"] = isEstimate ? "yes" : "no";
    }

    private static string Number(double hours) => hours.ToString(CultureInfo.InvariantCulture);

    private static string Date(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A new user had no decision at the start: what is entered there is what would have been granted.</summary>
    internal static bool IsEstimate(OpenMeasurement open) => open.Case.Row.NewUser && open.Point is MeasurementPoint.Start;

    private static DateOnly Day(OpenMeasurement open) => open.Point is MeasurementPoint.Start ? open.Case.Row.StartedOn : open.Row?.MeasuredOn ?? open.Window.Due;

    private static RazorComponentResult Show(OpenMeasurement open, Form form)
    {
        var (day, isEstimate) = (Day(open), IsEstimate(open));
        var start = open.Point is MeasurementPoint.Start ? null : open.Case.Outcome.Between(Outcome.HeadlineHours, MeasurementPoint.Start, open.Point).Before;
        return MeasureHoursPage.Show(
            new View(form, open.Head(Part.Hours, Hours(open.Point.Name()).Seen(open.Case)), day, Granted(open), open.IsAnswered(Part.Hours), isEstimate, start), form.Status);
    }

    /// <param name="Form">What was typed.</param>
    /// <param name="Head">What stands over the screen.</param>
    /// <param name="Day">The day the hours hold.</param>
    /// <param name="Stored">The hours that day, by the decisions that are registered.</param>
    /// <param name="IsAnswered">Whether somebody has gone through this screen.</param>
    /// <param name="IsEstimate">Whether this is the start of somebody without services before.</param>
    /// <param name="AtStart">The headline hours at the start; null there and for a new user.</param>
    public sealed record View(Form Form, PartHead Head, DateOnly Day, IReadOnlyList<ServiceHours> Stored, bool IsAnswered, bool IsEstimate, double? AtStart)
    {
        /// <summary>As it stands in the field; zero is shown as an empty field, as it was left.</summary>
        public string? Shown(string service, Texts texts) => Stored.Where(h => string.Equals(h.Service, service, StringComparison.Ordinal) && h.HoursPerWeek > 0)
            .Select(h => h.HoursPerWeek.ToString("0.##", texts.Culture)).SingleOrDefault();

        public string? Known => !IsAnswered ? null : Stored.Any(h => h.HoursPerWeek > 0) ? "typed" : Stored.Count == 0 ? "unknown" : "none";

        public bool HasOthers => GrantedServices.Others.Any(s => Form.Raw(Field(s)) is { Length: > 0 } || Stored.Any(h => string.Equals(h.Service, s, StringComparison.Ordinal)));

        /// <summary>The stored headline hours; null before anybody has gone through the screen.</summary>
        public string? Sum(Texts texts) => GrantedServices.HeadlineHours(Stored) is { } hours ? texts.Number(hours, 1) : null;

        /// <summary>How the stored headline hours differ from the start.</summary>
        public string? Change(Texts texts) => GrantedServices.HeadlineHours(Stored) is { } hours && AtStart is { } start ? texts.WithSign(hours - start, 1) : null;
    }
}
