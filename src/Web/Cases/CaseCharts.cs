using Mestring.Core.Charts;
using Mestring.Core.Measures;
using Mestring.Core.Statistics;
using Mestring.Web.Design;

namespace Mestring.Web.Cases;

/// <summary>What changed in one course, as charts: the start against the latest measurement that can be compared with it.</summary>
internal static class CaseCharts
{
    /// <summary>The goals before and after; null until some goal is rated twice.</summary>
    public static Chart? Goals(OpenCase open, Texts texts)
    {
        var isCopm = open.Row.GoalInstrument is GoalInstrument.Copm;
        var first = isCopm ? Outcome.CopmPerformance : Outcome.Psfs;
        if (Latest(open, p => open.Outcome.Between(first, MeasurementPoint.Start, p).Change is not null) is not { } now)
        {
            return null;
        }

        var groups = open.Goals.Select(g => new BeforeAfterGroup(g.Text, [.. Scales(isCopm).Select(s => Row(texts, texts[$"cases.rating.{s}"], Rating(open, MeasurementPoint.Start, g.Number, s), Rating(open, now, g.Number, s)))])).ToList();
        var rows = open.Goals.Select(g => new TableRow([g.Text, .. Scales(isCopm).SelectMany(s => new[] { Shown(texts, Rating(open, MeasurementPoint.Start, g.Number, s)), Shown(texts, Rating(open, now, g.Number, s)) })])).ToList();
        var columns = new List<TableColumn> { new(texts["cases.goals.column"]) };
        foreach (var scale in Scales(isCopm))
        {
            columns.Add(new TableColumn(texts["cases.chart.at-start", texts[$"cases.rating.{scale}"]], IsNumber: true));
            columns.Add(new TableColumn(texts["cases.chart.now", texts[$"cases.rating.{scale}"]], IsNumber: true));
        }

        var after = texts[$"cases.point.long.{now}"];
        var instrument = open.Row.GoalInstrument;
        var reading = string.Join(' ', Scales(isCopm).Select(s => Reading(open, texts, now, s)));
        return new BeforeAfterChart(
            new ChartText("goals", texts["cases.goals.title"], texts[$"cases.chart.goals.{instrument}", after], reading, texts["cases.chart.goals.drawing", after], columns, rows, texts[$"cases.chart.goals.{instrument}.source"]),
            isCopm ? Axis.Between(1, 10, 3, v => texts.Number(v, 0)) : Axis.Between(0, 10, 2, v => texts.Number(v, 0)),
            groups);
    }

    /// <summary>The tasks of SPPB before and after; null until a task is done twice.</summary>
    public static Chart? Sppb(OpenCase open, Texts texts)
    {
        var start = open.Outcome.At(MeasurementPoint.Start)?.Sppb ?? default;
        if (Latest(open, p => Tasks(open.Outcome.At(p)?.Sppb ?? default).Zip(Tasks(start)).Any(pair => pair is { First.Points: not null, Second.Points: not null })) is not { } now)
        {
            return null;
        }

        var end = open.Outcome.At(now)!.Sppb;
        var tasks = Tasks(start).Zip(Tasks(end), (a, b) => (a.Task, Before: a.Points, After: b.Points)).ToList();
        var total = new Pair(start.Total?.Points, end.Total?.Points);
        // Times of walks are never compared, because the course may differ: speed is.
        var (fromSpeed, toSpeed) = (open.Outcome.At(MeasurementPoint.Start)?.GaitSpeed, open.Outcome.At(now)?.GaitSpeed);
        var after = texts[$"cases.point.long.{now}"];
        var reading = total is { Before: { } from, After: { } to }
            ? texts["cases.chart.sppb.reading", texts.Number(from, 0), texts.Number(to, 0)]
            : texts["cases.chart.sppb.gap"];
        return new BeforeAfterChart(
            new ChartText(
                "sppb",
                texts["cases.sppb.title"],
                texts["cases.chart.sppb.unit", after],
                reading,
                texts["cases.chart.sppb.drawing", after],
                [new(texts["cases.sppb.task"]), new(texts["cases.point.Start"], IsNumber: true), new(texts[$"cases.point.{now}"], IsNumber: true)],
                [
                    .. tasks.Select(t => new TableRow([texts[$"cases.sppb.{t.Task}.short"], Shown(texts, t.Before), Shown(texts, t.After)])),
                    new([texts["cases.sppb.total"], Shown(texts, total.Before), Shown(texts, total.After)]),
                    .. fromSpeed is null && toSpeed is null ? Array.Empty<TableRow>() : [new([texts["cases.chart.sppb.speed"], Speed(texts, fromSpeed), Speed(texts, toSpeed)])],
                ]),
            Axis.Between(0, 4, 1, v => texts.Number(v, 0)),
            [new BeforeAfterGroup(string.Empty, [.. tasks.Select(t => Row(texts, texts[$"cases.sppb.{t.Task}.short"], t.Before, t.After))])]);
    }

    /// <summary>Granted hours a week as steps of time; null until a decision is registered.</summary>
    public static Chart? Hours(OpenCase open, Texts texts)
    {
        var (steps, today) = (open.Outcome.Steps, open.Call.Today);
        if (steps.Count == 0 || steps[0].From > today)
        {
            return null;
        }

        var from = steps[0].From < open.Row.StartedOn.AddMonths(-2) ? open.Row.StartedOn.AddMonths(-2) : steps[0].From;
        var until = today < open.Row.StartedOn.AddMonths(14) ? today : open.Row.StartedOn.AddMonths(14);
        var to = until > from.AddDays(7) ? until : from.AddDays(7);
        var shown = steps.Where((s, i) => s.From <= until && (i + 1 == steps.Count || steps[i + 1].From > from)).ToList();
        return new StepChart(
            new ChartText(
                "hours",
                texts["cases.hours.title"],
                texts["cases.chart.hours.unit"],
                HoursReading(open, texts),
                texts["cases.chart.hours.drawing"],
                [new(texts["cases.grant.from"]), new(texts["cases.grant.to"]), new(texts["cases.chart.hours.headline"], IsNumber: true)],
                [
                    .. steps.Select((s, i) => new TableRow(
                        [texts.ShortDate(s.From), i + 1 < steps.Count ? texts.ShortDate(steps[i + 1].From.AddDays(-1)) : texts["cases.grants.in-force"], texts.Number(s.HoursPerWeek, 1)])),
                ],
                texts["cases.chart.hours.source"]),
            Axis.Around(shown.Select(s => s.HoursPerWeek), v => texts.Number(v, v == Math.Round(v) ? 0 : 1), includeZero: true),
            from,
            to,
            [.. shown.Select(s => new StepPoint(s.From < from ? from : s.From, s.HoursPerWeek, texts.Number(s.HoursPerWeek, 1)))],
            new DayLabel(until, texts[until == today ? "cases.chart.today" : "cases.chart.year"]),
            [.. Months(from, to).Select(m => new DayLabel(m, texts.Culture.DateTimeFormat.GetAbbreviatedMonthName(m.Month).TrimEnd('.')))],
            [.. open.Outcome.Points.Where(p => p.On >= from && p.On <= to).Select(p => new DayLabel(p.On!.Value, texts[$"cases.point.{p.Point}"]))]);
    }

    private static IEnumerable<DateOnly> Months(DateOnly from, DateOnly to)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1).AddMonths(1); month <= to; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    private static string HoursReading(OpenCase open, Texts texts)
    {
        if (open.Row.NewUser)
        {
            return texts["cases.chart.hours.new-user"];
        }

        return Latest(open, p => open.Outcome.Between(Outcome.HeadlineHours, MeasurementPoint.Start, p).Change is not null) is { } now
            && open.Outcome.Between(Outcome.HeadlineHours, MeasurementPoint.Start, now) is { Before: { } before, After: { } after, Change: { } change }
            ? texts[
                change < 0 ? "cases.chart.hours.less" : change > 0 ? "cases.chart.hours.more" : "cases.chart.hours.same",
                texts.Number(before, 1), texts.Number(after, 1), texts[$"cases.point.long.{now}"], texts.Number(Math.Abs(change), 1)]
            : texts["cases.chart.hours.one"];
    }

    private static string Reading(OpenCase open, Texts texts, MeasurementPoint now, string scale)
    {
        var (outcome, instrument) = (open.Row.GoalInstrument, scale) switch
        {
            (GoalInstrument.Psfs, _) => (Outcome.Psfs, Instrument.PsfsMean),
            (_, "satisfaction") => (Outcome.CopmSatisfaction, Instrument.CopmSatisfaction),
            _ => (Outcome.CopmPerformance, Instrument.CopmPerformance),
        };
        var pair = open.Outcome.Between(outcome, MeasurementPoint.Start, now);
        var important = instrument.DefaultImportantChange!.Value;
        return pair is { Before: { } from, After: { } to, Change: { } change }
            ? texts[$"cases.chart.{scale}.{(change >= important ? "important" : "reading")}", texts.Number(from, 1), texts.Number(to, 1), texts.WithSign(change, 1), texts.Number(important, 1)]
            : texts[$"cases.chart.{scale}.gap"];
    }

    private static MeasurementPoint? Latest(OpenCase open, Func<MeasurementPoint, bool> canCompare) =>
        open.Outcome.Points.Select(p => p.Point).Where(p => p is not MeasurementPoint.Start && canCompare(p)).OrderDescending().Select(p => (MeasurementPoint?)p).FirstOrDefault();

    private static string[] Scales(bool isCopm) => isCopm ? ["performance", "satisfaction"] : ["performance"];

    private static double? Rating(OpenCase open, MeasurementPoint point, int goal, string scale) =>
        open.Outcome.At(point)?.Ratings.Where(r => r.Goal == goal).Select(r => scale is "satisfaction" ? r.Satisfaction : r.Performance).SingleOrDefault();

    private static (string Task, int? Points)[] Tasks(SppbParts parts) => [("balance", parts.Balance?.Points), ("gait", parts.Gait?.Points), ("chair", parts.Chair?.Points)];

    private static BeforeAfterRow Row(Texts texts, string label, double? before, double? after) => new(
        label,
        new Pair(before, after).Change is { } change ? texts.WithSign(change, 0) : texts["cases.not-rated"],
        before,
        after,
        Shown(texts, before),
        Shown(texts, after));

    private static string Speed(Texts texts, double? speed) => speed is { } there ? texts.Number(there, 2) : texts["cases.gap"];

    private static string Shown(Texts texts, double? points) => points is { } there ? texts.Number(there, 0) : texts["cases.gap"];
}
