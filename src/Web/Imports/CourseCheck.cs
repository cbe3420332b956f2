using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Storage;

namespace Mestring.Web.Imports;

/// <summary>Completes what the rows of a course say, puts it into the course and holds the whole against the rules.</summary>
internal sealed class CourseCheck(NetworkDefinition definition, Registration registration, Mapping mapping, GoalInstrument? named, DateOnly today, Func<int, string> goalText)
{
    private static readonly string[] Required = ["birth-year", "sex", "household", "new-user"];

    /// <summary>Rules across fields; what a single field takes was seen cell by cell, and a course without goals may get them later.</summary>
    private static readonly CaseRule[] Across = [.. CaseRules.All.Where(r => r.Id is not ("field-unknown" or "value-out-of-range" or "value-not-taken" or "identity-number" or "grant-service" or "no-goals"))];

    private static readonly Dictionary<string, string?> Screens = MeasurementItems.All.ToDictionary(item => item.Path, Screen, StringComparer.Ordinal);

    private readonly IReadOnlyList<FollowUpWindow> _windows = definition.Programme.Windows;

    /// <summary>Puts the values in the course's file.</summary>
    /// <returns>False when the course is refused.</returns>
    public bool Apply(Course course, CaseFile file, bool isNew, List<Finding> findings)
    {
        var before = findings.Count;
        course.NameGrants(file.Grants);
        Complete(course, file, isNew, findings);
        foreach (var (path, said) in course.Values)
        {
            if (path.EndsWith(Target.SppbTotal, StringComparison.Ordinal))
            {
                continue;
            }

            var field = CaseFields.Find(path);
            if (field is null || !field.Accepts(said.Text))
            {
                findings.Add(At(FindingKind.OutOfRange, said, field?.Name ?? "", said.Text));
                continue;
            }

            file.Put(field, said.Text);
        }

        if (findings.Skip(before).Any(f => f.IsError))
        {
            return false;
        }

        Rules(course, file, isNew, findings);
        return !findings.Skip(before).Any(f => f.IsError);
    }

    /// <summary>What follows from what the rows say.</summary>
    private void Complete(Course course, CaseFile file, bool isNew, List<Finding> findings)
    {
        var any = course.Values.Values.First();
        if (registration > (isNew ? Registration.Open : Registration.FollowUps))
        {
            findings.Add(new Finding(isNew ? FindingKind.NetworkEnded : FindingKind.RegistrationClosed, any.Row, null, "", ""));
        }

        if (isNew)
        {
            findings.AddRange(Required.Where(path => course[path] is null).Select(path => new Finding(FindingKind.Missing, any.Row, null, path, "")));
        }

        foreach (var (point, first, screens) in Measured(course))
        {
            CompletePoint(course, file, point, first, screens, any);
        }

        Instrument(course, file, isNew, any, findings);
        Goals(course, file, any, findings);
        Totals(course, file, findings);
    }

    /// <summary>The points that the rows say anything about, the first that is said there, and the screens it is asked on.</summary>
    private static List<(MeasurementPoint Point, Course.Said First, List<string> Screens)> Measured(Course course)
    {
        var measured = new List<(MeasurementPoint Point, Course.Said First, List<string> Screens)>();
        foreach (var (path, said) in course.Values)
        {
            if (CaseFields.Order(path) < 0 || CaseFields.Find(path) is not { Point: { } point } field)
            {
                continue;
            }

            var at = measured.FindIndex(m => m.Point == point);
            if (at < 0)
            {
                at = measured.Count;
                measured.Add((point, said, []));
            }

            if (Screens.GetValueOrDefault(field.Item) is { } screen && !measured[at].Screens.Contains(screen, StringComparer.Ordinal))
            {
                measured[at].Screens.Add(screen);
            }
        }

        measured.Sort((one, other) => one.Point.CompareTo(other.Point));
        return measured;
    }

    private static void CompletePoint(Course course, CaseFile file, MeasurementPoint point, Course.Said like, List<string> said, Course.Said any)
    {
        var (status, on) = (CaseFields.Path(point, MeasurementItems.Status), CaseFields.Path(point, MeasurementItems.On));
        var answered = CaseFields.Path(point, MeasurementItems.Answered);
        var isTold = said.Count > 0;
        var screens = file[answered] is { } before ? [.. before.Split(' ').Union(said, StringComparer.Ordinal)] : said;
        if ((course.HasGrants || file.Grants.Count > 0) && !screens.Contains("hours", StringComparer.Ordinal))
        {
            screens.Add("hours");
        }

        if (screens.Count > 0)
        {
            course.Put(answered, string.Join(' ', screens), like);
        }

        // What a file tells of a measurement was gone through elsewhere: its parts are the set. One begun here is finished here.
        if (file[status] is null && isTold)
        {
            course.Put(CaseFields.Path(point, MeasurementItems.Asked), string.Join(' ', screens), like);
        }

        if (course[status] is null && file[status] is null)
        {
            course.Put(status, nameof(MeasurementStatus.Done), like);
        }

        // The first visit is what a course starts with; any other day has to be told.
        if (point is MeasurementPoint.Start && (course[status] ?? file[status]) is nameof(MeasurementStatus.Done) && course[on] is null && file[on] is null)
        {
            course.Put(on, course.StartedOn, any);
        }
    }

    /// <summary>The screen an item is asked on, so that the list of courses counts it as gone through.</summary>
    private static string? Screen(CaseField item) => item switch
    {
        { Goal: not null } => item.Path.EndsWith(".attainment", StringComparison.Ordinal) ? "attainment" : "goals",
        { Path: MeasurementItems.HealthLine } => "health",
        _ => item.Path.Split('.')[0] switch { "sppb" => "sppb", "tug" => "tug", "barthel" => "barthel", "who5" => "wellbeing", MeasurementItems.Satisfaction => "service", _ => null },
    };

    private void Instrument(Course course, CaseFile file, bool isNew, Course.Said any, List<Finding> findings)
    {
        var satisfied = course.Values.Keys.Any(k => k.Contains(".goal", StringComparison.Ordinal) && k.EndsWith(".satisfaction", StringComparison.Ordinal));
        var rated = file.Stored.Keys.Any(k => k.Contains(".goal", StringComparison.Ordinal));
        var ratings = course.Values.FirstOrDefault(v => v.Key.Contains(".goal", StringComparison.Ordinal) && v.Key.EndsWith(".performance", StringComparison.Ordinal));
        if (course["instrument"] is null && !rated)
        {
            // Satisfaction is asked by COPM alone; a rating of performance may be of both, and then the heading has to say, or a person.
            if (satisfied || (named is not null && ratings.Key is not null))
            {
                course.Put("instrument", satisfied ? nameof(GoalInstrument.Copm) : $"{named}", any);
            }
            else if (ratings.Key is not null && file["instrument"] is null)
            {
                findings.Add(At(FindingKind.NoInstrument, ratings.Value, "instrument", ratings.Value.Text));
            }
            else if (isNew)
            {
                course.Put("instrument", nameof(GoalInstrument.Psfs), any);
            }
        }

        var instrument = course["instrument"] ?? file["instrument"];
        if (rated && course.Values.TryGetValue("instrument", out var other) && !string.Equals(other.Text, file["instrument"], StringComparison.Ordinal))
        {
            findings.Add(At(FindingKind.OtherInstrument, other, "instrument", other.Text));
        }

        if (instrument is not nameof(GoalInstrument.Copm))
        {
            return;
        }

        if ((course["copm-licence"] ?? file["copm-licence"]) is not "yes")
        {
            if (mapping.Licence)
            {
                course.Put("copm-licence", "yes", any);
            }
            else
            {
                findings.Add(new Finding(FindingKind.NoLicence, any.Row, null, "", ""));
            }
        }

        foreach (var (path, said) in course.Values.Where(v => v.Value.Text is "0" && v.Key.Contains(".goal", StringComparison.Ordinal) && !v.Key.EndsWith(".attainment", StringComparison.Ordinal)).ToList())
        {
            var zero = At(FindingKind.ZeroInCopm, said, CaseFields.Find(path)!.Name, "0", "1–10");
            findings.Add(zero);
            if (mapping.Cures.GetValueOrDefault(zero.Key) is Cure.WithoutValue)
            {
                course.Put(path, NotDone.Other, said);
                findings.Remove(zero);
            }
        }
    }

    /// <summary>A goal that is rated has a text; where the file brings none, it is called by its number.</summary>
    private void Goals(Course course, CaseFile file, Course.Said any, List<Finding> findings)
    {
        foreach (var number in course.Values.Keys.Where(path => CaseFields.Order(path) >= 0).Select(path => CaseFields.Find(path)!.Goal).OfType<int>().Distinct().ToList())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"goal{number}.text");
            if (course[path] is null && file[path] is null)
            {
                course.Put(path, goalText(number), any);
                findings.Add(new Finding(FindingKind.GoalWithoutText, any.Row, null, "", string.Create(CultureInfo.InvariantCulture, $"{number}")));
            }

            var area = string.Create(CultureInfo.InvariantCulture, $"goal{number}.domain");
            if (course[area] is null && file[area] is null)
            {
                course.Put(area, nameof(GoalDomain.NotRecorded), any);
                findings.Add(new Finding(FindingKind.GoalWithoutArea, any.Row, null, "", string.Create(CultureInfo.InvariantCulture, $"{number}")));
            }

            if (file[path] is { } before && course.Values.TryGetValue(path, out var other) && !string.Equals(other.Text, before, StringComparison.Ordinal) && ChangeRules.Rated(file.Values(today)).Contains(number))
            {
                var changed = At(FindingKind.GoalChanged, other, CaseFields.Find(path)!.Name, other.Text, before);
                if (mapping.Cures.GetValueOrDefault(changed.Key) is Cure.WithoutValue)
                {
                    course.Drop(path);
                }
                else
                {
                    findings.Add(changed);
                }
            }
        }
    }

    /// <summary>A total of SPPB is held against its tasks; without them it is not kept, and nobody should believe that it was.</summary>
    private static void Totals(Course course, CaseFile file, List<Finding> findings)
    {
        foreach (var (path, said) in course.Values)
        {
            if (!path.EndsWith(Target.SppbTotal, StringComparison.Ordinal))
            {
                continue;
            }

            var tasks = path[..^"total".Length];
            if (!course.Values.Keys.Concat(file.Stored.Keys).Any(k => k.StartsWith(tasks, StringComparison.Ordinal) && !k.EndsWith(Target.SppbTotal, StringComparison.Ordinal)))
            {
                findings.Add(At(FindingKind.TotalWithoutTasks, said, Target.FieldName(path), said.Text));
            }
        }
    }

    /// <summary>Holds the whole course against the catalogue of rules. What was wrong before the file came is not the file's fault.</summary>
    private void Rules(Course course, CaseFile file, bool isNew, List<Finding> findings)
    {
        if (file.Row.StartedOn > today.AddMonths(NetworkDefinition.MonthsAhead))
        {
            findings.Add(At(FindingKind.FutureDate, course.Values["started-on"], "started-on", course.StartedOn));
        }

        var values = new CaseValues(WithTotals(file.Fields(), course), start => [.. _windows.Select(w => w.In(start))], today);
        foreach (var found in Across.SelectMany(rule => rule.Check(values)))
        {
            Course.Said? there = course.Values.TryGetValue(found.Path, out var said) ? said : null;
            if (there is null && !isNew && !course.Values.Keys.Any(k => k.StartsWith(found.Path.Split('.')[0] + ".", StringComparison.Ordinal)))
            {
                continue;
            }

            findings.Add(new Finding(
                found.Severity is RuleSeverity.Error ? FindingKind.Rule : FindingKind.RuleWarning, there?.Row ?? course.Rows[0], there?.Column, Target.FieldName(found.Path), there?.Text ?? "")
            { Rule = found });
        }
    }

    /// <summary>With the totals that the file brings: they are not kept, but held against the tasks.</summary>
    private static IReadOnlyDictionary<string, string> WithTotals(IReadOnlyDictionary<string, string> fields, Course course)
    {
        var totals = course.Values.Where(v => v.Key.EndsWith(Target.SppbTotal, StringComparison.Ordinal)).ToList();
        if (totals.Count == 0)
        {
            return fields;
        }

        var all = new Dictionary<string, string>(fields, StringComparer.Ordinal);
        totals.ForEach(t => all[t.Key] = t.Value.Text);
        return all;
    }

    private static Finding At(FindingKind kind, Course.Said said, string field, string found, string expected = "") => new(kind, said.Row, said.Column, field, found, expected);
}
