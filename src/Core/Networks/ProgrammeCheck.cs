using Mestring.Core.Measures;

namespace Mestring.Core.Networks;

/// <summary>Looks for what a JSON Schema cannot see: numbers and keys in a programme that point at nothing.</summary>
public static class ProgrammeCheck
{
    /// <summary>Everything wrong, one English sentence each with the place first; empty for a sound programme.</summary>
    public static IReadOnlyList<string> Faults(Programme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return [.. Gatherings(programme), .. Keys(programme), .. Figures(programme), .. FirstRun(programme)];
    }

    private static IEnumerable<string> Gatherings(Programme programme)
    {
        for (var i = 0; i < programme.Gatherings.Count; i++)
        {
            var gathering = programme.Gatherings[i];
            if (gathering.Number != i + 1)
            {
                yield return $"gatherings[{i}]: number is {gathering.Number}; number them 1, 2, 3 in order.";
            }

            if (gathering.Length.Min <= 0 || gathering.Length.Max < gathering.Length.Min)
            {
                yield return $"gatherings[{i}]: the length is {gathering.Length.Min} to {gathering.Length.Max} days; it must be above 0 and not turned around.";
            }

            if (i is 0 ? gathering.DaysFromFirst is not 0 : gathering.DaysFromFirst <= programme.Gatherings[i - 1].DaysFromFirst)
            {
                yield return $"gatherings[{i}]: daysFromFirst is {gathering.DaysFromFirst}; it is 0 for the first and grows.";
            }
        }

        foreach (var (i, assignment) in programme.Assignments.Index())
        {
            if (programme.Gatherings.All(gathering => gathering.Number != assignment.ForGathering))
            {
                yield return $"assignments[{i}]: there is no gathering {assignment.ForGathering}.";
            }
        }
    }

    private static IEnumerable<string> Keys(Programme programme)
    {
        var lists = new (string Place, IEnumerable<string> Keys)[]
        {
            ("enrolment.statuses", programme.Enrolment.Statuses.Select(choice => choice.Id)),
            ("enrolment.anchoring", programme.Enrolment.Anchoring.Select(choice => choice.Id)),
            ("enrolment.roles", programme.Enrolment.Roles.Select(choice => choice.Id)),
            ("instruments", programme.Instruments.Select(instrument => instrument.Id)),
            ("windows", programme.Windows.Select(window => window.Point.ToString())),
            ("satisfaction", programme.Satisfaction.Select(question => question.Id)),
            ("figures", programme.Figures.Select(figure => figure.Id)),
            ("indicators", programme.Indicators.Select(indicator => indicator.Id)),
            ("reportOutline", programme.ReportOutline),
        };
        foreach (var twice in lists.SelectMany(list => list.Keys.GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => (list.Place, group.Key))))
        {
            yield return $"{twice.Place}: '{twice.Key}' stands twice.";
        }

        foreach (var role in programme.Attendance.RolesAtFirst.Except(programme.Enrolment.Roles.Select(choice => choice.Id), StringComparer.Ordinal))
        {
            yield return $"attendance.rolesAtFirst: '{role}' is not among enrolment.roles.";
        }

        if (programme.Satisfaction.Count > MeasurementItems.MaxQuestions)
        {
            yield return $"satisfaction: {programme.Satisfaction.Count} questions, and at most {MeasurementItems.MaxQuestions} are asked.";
        }

        foreach (var point in programme.Instruments.SelectMany(instrument => instrument.Points).Distinct().Except(programme.Windows.Select(window => window.Point)))
        {
            yield return $"windows: instruments are used at {point}, and no window says when that is.";
        }
    }

    private static IEnumerable<string> Figures(Programme programme)
    {
        var known = programme.Figures.Select(figure => figure.Id).ToHashSet(StringComparer.Ordinal);
        var used = programme.Indicators.SelectMany(indicator => new[] { indicator.Numerator, indicator.Denominator, indicator.Persons }.OfType<string>().Select(id => (indicator.Id, Figure: id)));
        foreach (var (indicator, figure) in used.Where(use => !known.Contains(use.Figure)).Distinct())
        {
            yield return $"indicators: '{indicator}' uses the figure '{figure}', which is not among figures.";
        }

        foreach (var figure in programme.Figures.Where(figure => new[] { figure.PartOf, figure.WeeklyHoursOf }.OfType<string>().Any(other => !known.Contains(other))))
        {
            yield return $"figures: '{figure.Id}' is a part of, or divided among, a figure that is not among figures.";
        }

        foreach (var fault in programme.Fee.Faults())
        {
            yield return $"fee: {fault.Kind} in row {fault.Row}, inhabitants {fault.From} to {fault.To?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "and above"}.";
        }
    }

    private static IEnumerable<string> FirstRun(Programme programme)
    {
        if (programme.FirstRun is not { } run)
        {
            yield break;
        }

        if (!run.Gatherings.Select(plan => plan.Number).SequenceEqual(programme.Gatherings.Select(gathering => gathering.Number)))
        {
            yield return "firstRun.gatherings: there must be one plan for each gathering, in the same order.";
        }

        foreach (var plan in run.Gatherings.Where(plan => plan.Dates.Last < plan.Dates.First))
        {
            yield return $"firstRun.gatherings: gathering {plan.Number} ends before it begins.";
        }
    }
}
