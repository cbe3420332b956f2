using System.Globalization;

namespace Mestring.Core.Measures;

/// <summary>
/// Answers that cannot both be right: every pair of fields that say something about the same thing, gone through in the order people meet them.
/// All are warnings: which of the two is wrong, only who knows the person can say.
/// </summary>
internal static class ContradictionRules
{
    private static readonly (string Path, Func<DateOnly, DateOnly> On)[] Later = [("setting-91-days", LaterSettings.After91Days), ("setting-12-months", LaterSettings.After12Months)];

    public static IReadOnlyList<CaseRule> All { get; } =
    [
        CaseRules.Warning("new-user-had-hours", c => c.Text("new-user") is "yes" && Day(c.Started) is { } started && HoursOn(c, started.AddDays(-1)) is > 0 and var hours
            ? CaseRules.When(true, "new-user", hours)
            : []),
        CaseRules.Warning("end-reason-setting", c => CaseRules.When(
            c.EndReason is { } reason && c.Code<Setting>("setting") is { } setting && !Fits(reason, setting), "setting")),
        CaseRules.Warning("no-service-hours", c => [.. Said(c).Where(s => s.HasNone && HoursOn(c, s.From) is > 0).Take(1).Select(s => (s.Path, Values(HoursOn(c, s.From), s.From)))]),
        CaseRules.Warning("service-no-hours", c => [.. Said(c).Where(s => s.HasSome && HoursOn(c, s.From) is 0 && IsDecided(c, s.From)).Take(1).Select(s => (s.Path, Values(s.From)))]),
        CaseRules.Warning("setting-not-yet", c => Day(c.Started) is { } started
            ? [.. Later.Where(l => c.Code<Setting>(l.Path) is not null and not Setting.Died and not Setting.Unknown && l.On(started) > c.Today).Select(l => (l.Path, Values(l.On(started))))]
            : []),
        CaseRules.Warning("setting-same-day", c => Day(c.Started) is { } started && c.Code<Setting>("setting") is { } atEnd and not Setting.Unknown
            ? [.. Later.Where(l => c.Ended == l.On(started) && c.Code<Setting>(l.Path) is { } then and not Setting.Unknown && then != atEnd).Select(l => (l.Path, Values(l.On(started))))]
            : []),
        CaseRules.Warning("not-measured-values", Each((c, p) => c.Status(p) is not null and not MeasurementStatus.Done && Answers(c, p) is > 0 and var answers
            ? CaseRules.When(true, CaseFields.Path(p, MeasurementItems.Status), answers)
            : [])),
        CaseRules.Warning("answers-by-nobody", Each((c, p) => CaseRules.When(
            c.IsDone(p) && c.Text(p, MeasurementItems.SatisfactionBy) is not null && Enumerable.Range(1, MeasurementItems.MaxQuestions).All(n => !c.Answers(p).ContainsKey(MeasurementItems.Question(n))),
            CaseFields.Path(p, MeasurementItems.SatisfactionBy)))),
        CaseRules.Warning("could-not-walk", Each((c, p) => c.Number(p, MeasurementItems.Tug) is { } seconds && c.IsDone(p) && CouldNot(c, p) is { } task
            ? CaseRules.When(true, CaseFields.Path(p, MeasurementItems.Tug), seconds, CaseFields.Path(p, task))
            : [])),
        CaseRules.Warning("work-after-end", c => Day(c.Started) is { } started && Day(c.Ended) is { } ended
            ? [.. c.Fields.Keys.Where(path => Week(path) is { } week && started.AddDays(7 * (week - 1)) > ended).Order(StringComparer.Ordinal).Take(1).Select(path => (path, Values(Week(path), ended)))]
            : []),
    ];

    /// <summary>Whether why a case ended can be true beside where the person was then.</summary>
    private static bool Fits(EndReason reason, Setting setting) => (reason, setting) switch
    {
        (_, Setting.Unknown) => true,
        (EndReason.Died, not Setting.Died) => false,
        (not EndReason.Died, Setting.Died) => true, // an error of its own
        (EndReason.NoService, not Setting.HomeWithoutService) => false,
        (EndReason.WithService, Setting.HomeWithoutService) => false,
        (EndReason.LongTermService, Setting.HomeWithoutService) => false,
        (EndReason.OpenOffer or EndReason.Private, Setting.LongTermCare) => false,
        _ => true,
    };

    /// <summary>What is said of services at home, and from which day: why the case ended, and where the person was at the three times it is asked.</summary>
    private static IEnumerable<(string Path, DateOnly From, bool HasNone, bool HasSome)> Said(CaseValues course)
    {
        if (Day(course.Ended) is { } ended)
        {
            var after = ended.AddDays(1);
            yield return ("end-reason", after, course.EndReason is EndReason.NoService, course.EndReason is EndReason.WithService);
            yield return Of("setting", after);
        }

        foreach (var (path, on) in Day(course.Started) is null ? [] : Later)
        {
            yield return Of(path, on(course.Started!.Value));
        }

        (string, DateOnly, bool, bool) Of(string path, DateOnly day) => course.Code<Setting>(path) is var setting
            ? (path, day, setting is Setting.HomeWithoutService or Setting.LongTermCare, setting is Setting.HomeWithService)
            : default;
    }

    /// <summary>A day of our time; null for anything else somebody may have written.</summary>
    private static DateOnly? Day(DateOnly? day) => day is { Year: >= 1900 and <= 9000 } ? day : null;

    /// <summary>Whether a decision holds on a day; one that only ran out says nothing, and has a rule of its own.</summary>
    private static bool IsDecided(CaseValues course, DateOnly day) =>
        course.Grants.Select(course.Grant).OfType<Grant>().Any(g => !g.IsEstimate && GrantedServices.IsHeadline(g.Service) && g.Holds(day));

    /// <summary>Granted hours at home on a day; null when no decision is known.</summary>
    private static double? HoursOn(CaseValues course, DateOnly day) =>
        GrantSteps.HoursOn([.. course.Grants.Select(course.Grant).OfType<Grant>()], GrantedServices.Headline, day) is { } hours ? Math.Round(hours, 2) : null;

    private static Func<CaseValues, IReadOnlyList<(string, string[])>> Each(Func<CaseValues, MeasurementPoint, IReadOnlyList<(string, string[])>> find) =>
        course => CaseRules.Each(course.Points, course, find);

    private static int Answers(CaseValues course, MeasurementPoint point) =>
        course.Answers(point).Count(a => a.Key is not MeasurementItems.Status && !MeasurementItems.IsProgress(a.Key) && !NotDone.IsReason(a.Value));

    /// <summary>A task that rising and walking takes, and that the person is said not to have managed.</summary>
    private static string? CouldNot(CaseValues course, MeasurementPoint point) =>
        course.Number(point, MeasurementItems.Sppb("gait")) is 0 ? MeasurementItems.Sppb("gait")
        : course.Number(point, MeasurementItems.Sppb("walk1")) is 0 && course.Number(point, MeasurementItems.Sppb("walk2")) is 0 or null ? MeasurementItems.Sppb("walk1")
        : course.Number(point, MeasurementItems.Barthel(BarthelItem.Mobility)) is 0 ? MeasurementItems.Barthel(BarthelItem.Mobility)
        : course.Number(point, MeasurementItems.Barthel(BarthelItem.Transfer)) is 0 ? MeasurementItems.Barthel(BarthelItem.Transfer)
        : null;

    private static int? Week(string path) => path.Split('.') is ["input", var week, ..] && int.TryParse(week, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string[] Values(params ReadOnlySpan<object?> values) => CaseRules.When(true, string.Empty, values)[0].Values;
}
