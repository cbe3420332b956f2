using Mestring.Core.Charts;
using Mestring.Core.Networks;
using Mestring.Web.Design;

namespace Mestring.Web.Networks;

/// <summary>The gatherings of a run on a line.</summary>
public static class TimeLine
{
    /// <param name="run">The run.</param>
    /// <param name="texts">The language of the labels.</param>
    public static GatheringLine Of(NetworkDefinition run, Texts texts)
    {
        var gatherings = run.Gatherings();
        var first = run.Starts() < run.Terms.Deadline ? run.Starts() : run.Terms.Deadline;
        var from = first.AddDays(-14);
        var to = run.Ends().AddDays(14);
        var months = new List<DayLabel>();
        for (var month = new DateOnly(from.Year, from.Month, 1).AddMonths(1); month <= to; month = month.AddMonths(1))
        {
            months.Add(new DayLabel(month, month.ToString(months.Count == 0 || month.Month == 1 ? "MMM yyyy" : "MMM", texts.Culture)));
        }

        var spoken = gatherings.Select(g => texts["networks.timeline.gathering", g.Gathering.Number, texts.When(g.Plan.Dates)]);
        return new GatheringLine(
            new ChartText("timeline", texts["networks.timeline.title"], "", "", texts["networks.timeline.description", run.Terms.Deadline, string.Join(' ', spoken)], [], []),
            from,
            to,
            months,
            [.. gatherings.Select(g => new GatheringMark(Day(g.Plan.Dates), texts.Number(g.Gathering.Number), texts.ShortWhen(g.Plan.Dates)))],
            new DayLabel(run.Terms.Deadline, texts["networks.timeline.deadline"]),
            run.Programme.Features.RegistersCases && gatherings.Count > 1 ? new DayLabel(gatherings[1].Plan.Dates.Last, texts["networks.timeline.registering"]) : null);
    }

    /// <summary>A gathering of which only the months are known stands in the middle of them.</summary>
    private static DateOnly Day(GatheringDates dates) => dates.MonthsOnly ? dates.First.AddDays((dates.Last.DayNumber - dates.First.DayNumber) / 2) : dates.First;
}
