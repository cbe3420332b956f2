using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>
/// Granted hours a week by service. An empty field beside a filled one means that there is no decision on that service; nothing at
/// all must be said to mean "none" or "not known", so that a forgotten screen never becomes a zero.
/// </summary>
public static class MeasureHours
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{OpenMeasurement.Route}/hours", Open).ForCaseWorkers();
        app.MapPost($"{OpenMeasurement.Route}/hours", Save).ForCaseWorkers();
    }

    /// <summary>The field of a service.</summary>
    internal static string Field(string service) => $"hours{service}";

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Open([AsParameters] CaseCall call, string point)
    {
        if (await OpenMeasurement.Find(call, point) is not { } open)
        {
            return TypedResults.NotFound();
        }

        if (open.Row is null || !open.Parts.Contains(Part.Hours))
        {
            return TypedResults.Redirect(open.AddressOf(Part.Status));
        }

        await call.NoteRead();
        return Show(open, new Form(call.Texts));
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save([AsParameters] CaseCall call, string point, IFormCollection posted)
    {
        if (await OpenMeasurement.Find(call, point) is not { Row: { } row } open || !open.Parts.Contains(Part.Hours))
        {
            return TypedResults.NotFound();
        }

        var form = new Form(call.Texts, posted);
        var typed = Read(form, call.Texts);
        if (!form.IsValid)
        {
            return Show(open, form);
        }

        var stored = Stored(open);
        var first = !Parts.IsAnswered(Part.Hours, row.Answered);
        if (!typed.SequenceEqual(stored) || first)
        {
            if (form.Version != row.Version)
            {
                form.RefuseAsConflict();
                return Show(open, form);
            }

            Write(open, typed);
            if (!await open.Save(row, Part.Hours, first ? null : stored, typed))
            {
                return await Save(call, point, posted);
            }
        }

        return TypedResults.Redirect(open.AddressAfter(Part.Hours));
    }

    private static List<ServiceHours> Read(Form form, Texts texts)
    {
        var typed = Services
            .Select(s => (Service: s, Hours: form.Number(Field(s), 0, GrantedServices.MaxHours, texts["cases.hours.wrong", form.Raw(Field(s))])))
            .Where(each => each.Hours is not null)
            .Select(each => new ServiceHours(each.Service, Math.Round(each.Hours!.Value, 2)))
            .ToList();
        var known = form.Raw("known");
        switch (known)
        {
            case "none" or "unknown" when typed.Exists(h => h.HoursPerWeek > 0):
                form.Refuse("known", texts["cases.hours.both"]);
                break;
            case "unknown":
                return [];
            case "none":
                return [.. GrantedServices.Headline.Select(s => new ServiceHours(s, 0))];
            default:
                if (typed.Count == 0 && form.IsValid)
                {
                    form.Refuse(Field(GrantedServices.Headline[0]), texts["cases.hours.missing"]);
                }

                break;
        }

        return [.. Services.SelectMany(s => typed.Where(h => string.Equals(h.Service, s, StringComparison.Ordinal)).DefaultIfEmpty(new ServiceHours(s, 0))).Where(h => h.HoursPerWeek > 0 || GrantedServices.Headline.Contains(h.Service, StringComparer.Ordinal))];
    }

    private static IEnumerable<string> Services => GrantedServices.Headline.Concat(GrantedServices.Others);

    private static void Write(OpenMeasurement open, List<ServiceHours> typed)
    {
        var rows = open.Hours.ToList();
        open.Call.Db.GrantedHours.RemoveRange(rows.Where(r => !typed.Exists(t => string.Equals(t.Service, r.Service, StringComparison.Ordinal))));
        foreach (var each in typed)
        {
            var row = rows.SingleOrDefault(r => string.Equals(r.Service, each.Service, StringComparison.Ordinal));
            if (row is null)
            {
                row = new GrantedHoursRow { Municipality = open.Call.Municipality, CaseId = open.Call.Id, Point = open.Point, Service = each.Service };
                open.Call.Db.GrantedHours.Add(row);
            }

            row.HoursPerWeek = each.HoursPerWeek;
        }
    }

    private static List<ServiceHours> Stored(OpenMeasurement open) =>
        [.. Services.SelectMany(s => open.Hours.Where(r => string.Equals(r.Service, s, StringComparison.Ordinal))).Select(r => new ServiceHours(r.Service, r.HoursPerWeek))];

    private static RazorComponentResult Show(OpenMeasurement open, Form form)
    {
        var answered = open.Row is { } row && Parts.IsAnswered(Part.Hours, row.Answered);
        var start = open.Point is MeasurementPoint.Start || open.Case.Row.NewUser ? null : open.Case.Outcome.Value(Outcome.HeadlineHours, MeasurementPoint.Start);
        return MeasureHoursPage.Show(new View(form, open.Head(Part.Hours), Stored(open), answered, open.Case.Row.NewUser && open.Point is MeasurementPoint.Start, start), form.Status);
    }

    /// <param name="Form">What was typed.</param>
    /// <param name="Head">What stands over the screen.</param>
    /// <param name="Stored">The stored hours.</param>
    /// <param name="IsAnswered">Whether somebody has gone through this screen.</param>
    /// <param name="IsNewUser">Whether this is the start of somebody without services before.</param>
    /// <param name="AtStart">The headline hours at the start; null there and for a new user.</param>
    public sealed record View(Form Form, PartHead Head, IReadOnlyList<ServiceHours> Stored, bool IsAnswered, bool IsNewUser, double? AtStart)
    {
        /// <summary>As it stands in the field; zero is shown as an empty field, as it was left.</summary>
        public string? Shown(string service, Texts texts) => Stored.Where(h => string.Equals(h.Service, service, StringComparison.Ordinal) && h.HoursPerWeek > 0)
            .Select(h => h.HoursPerWeek.ToString("0.##", texts.Culture)).SingleOrDefault();

        public string? Known => !IsAnswered ? null : Stored.Count == 0 ? "unknown" : Stored.All(h => h.HoursPerWeek == 0) ? "none" : "typed";

        public bool HasOthers => GrantedServices.Others.Any(s => Form.Raw(Field(s)) is { Length: > 0 } || Stored.Any(h => string.Equals(h.Service, s, StringComparison.Ordinal)));

        public string Sum(Texts texts) => texts.Number(GrantedServices.HeadlineHours(Stored) ?? 0, 1);
    }
}
