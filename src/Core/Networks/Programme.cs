using Mestring.Core.Indicators;
using Mestring.Core.Measures;

namespace Mestring.Core.Networks;

/// <summary>A kind of network, as data: everything that makes one network differ from another.</summary>
public sealed record Programme
{
    /// <summary>Stable key, such as <c>hverdagsrehabilitering</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up when anything a run rests on changes.</summary>
    public required int Version { get; init; }

    /// <summary>The words of the invitation.</summary>
    public required ProgrammeTexts Texts { get; init; }

    /// <summary>Which parts of the platform are used.</summary>
    public required ProgrammeFeatures Features { get; init; }

    /// <summary>How many municipalities are needed and planned for.</summary>
    public required MemberRule Members { get; init; }

    /// <summary>Whom to bring.</summary>
    public required AttendanceAdvice Attendance { get; init; }

    /// <summary>What enrolment asks.</summary>
    public required EnrolmentChoices Enrolment { get; init; }

    /// <summary>What it costs.</summary>
    public required FeeSchedule Fee { get; init; }

    /// <summary>Days from the deadline for enrolment to the first gathering.</summary>
    public required int DeadlineDaysBeforeFirst { get; init; }

    /// <summary>The open meeting before the deadline; null when there is none.</summary>
    public InformationMeetingPlan? InformationMeeting { get; init; }

    /// <summary>The gatherings, by number.</summary>
    public required IReadOnlyList<Gathering> Gatherings { get; init; }

    /// <summary>The work between them, by number.</summary>
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    /// <summary>What service users are measured with; empty when no cases are registered.</summary>
    public IReadOnlyList<InstrumentUse> Instruments { get; init; } = [];

    /// <summary>The parts of a measurement that everybody goes through: it counts as done when they are.</summary>
    public IReadOnlyList<string> Core(MeasurementPoint point) => Asked(point, []);

    /// <summary>The parts of a measurement where a municipality has chosen these optional instruments.</summary>
    public IReadOnlyList<string> Asked(MeasurementPoint point, IReadOnlyList<string> chosen) =>
    [
        .. Instruments.Where(i => i.Points.Contains(point) && (!i.Optional || chosen.Contains(i.Id, StringComparer.Ordinal)))
            .Select(i => i.Part).Distinct(StringComparer.Ordinal).Where(part => part is not "service" || Satisfaction.Count > 0),
    ];

    /// <summary>When measurements count; one for each point in use.</summary>
    public IReadOnlyList<FollowUpWindow> Windows { get; init; } = [];

    /// <summary>How many months a course is kept after its last window has closed; null sets no limit.</summary>
    public int? RetentionMonths { get; init; }

    /// <summary>What service users are asked about the service.</summary>
    public IReadOnlyList<SatisfactionQuestion> Satisfaction { get; init; } = [];

    /// <summary>The numbers a yearly delivery asks for; empty when none is collected.</summary>
    public IReadOnlyList<FigureDefinition> Figures { get; init; } = [];

    /// <summary>The indicators computed from those numbers.</summary>
    public IReadOnlyList<IndicatorDefinition> Indicators { get; init; } = [];

    /// <summary>Ids of the report's sections, in order.</summary>
    public IReadOnlyList<string> ReportOutline { get; init; } = [];

    /// <summary>The first run, when the programme has been held with known dates; null for a new programme.</summary>
    public NetworkTerms? FirstRun { get; init; }

    /// <summary>Dates for a new run, counted from the first day of its first gathering. The leader may change all of them afterwards.</summary>
    /// <param name="firstGathering">The first day of the first gathering; later ones fall on the same weekday when their offsets are whole weeks.</param>
    /// <param name="slug">The last part of the run's address.</param>
    /// <param name="name">The run's name.</param>
    /// <remarks>How the table of an earlier run was read is not carried over: the table of a new run is one that can be read in one way.</remarks>
    /// <returns>Exact days, or whole months for a gathering that is announced by months only. No place is decided.</returns>
    public NetworkDefinition Schedule(DateOnly firstGathering, string slug, LocalizedText name)
    {
        var deadline = firstGathering.AddDays(-DeadlineDaysBeforeFirst);
        return new NetworkDefinition(
            this,
            new NetworkTerms
            {
                Slug = slug,
                Name = name,
                Deadline = deadline,
                InformationMeeting = InformationMeeting is { } plan
                    ? new InformationMeeting(deadline.AddDays(-plan.DaysBeforeDeadline), plan.From, plan.To, plan.Mode)
                    : null,
                Fee = Fee.Reading is null ? null : Fee with { Reading = null },
                Gatherings = [.. Gatherings.Select(each => new GatheringPlan(each.Number, Dates(each, firstGathering.AddDays(each.DaysFromFirst)), null, each.Mode))],
            });
    }

    /// <summary>The day courses must have started on or after to be kept still; null when the programme sets no limit.</summary>
    /// <param name="today">The day it is asked on. On the last day of its time a course is still kept.</param>
    public DateOnly? KeepsCoursesFrom(DateOnly today)
    {
        if (RetentionMonths is not { } months || Windows.Count == 0)
        {
            return null;
        }

        var start = today.AddMonths(-months);
        while (Windows.Max(window => window.Closes(start.AddDays(-1))).AddMonths(months) >= today)
        {
            start = start.AddDays(-1);
        }

        return start;
    }

    private static GatheringDates Dates(Gathering gathering, DateOnly first)
    {
        if (gathering.MonthsAnnounced is 0)
        {
            return new GatheringDates(first, first.AddDays(gathering.Length.CalendarDays - 1), MonthsOnly: false);
        }

        var month = new DateOnly(first.Year, first.Month, 1);
        return new GatheringDates(month, month.AddMonths(gathering.MonthsAnnounced).AddDays(-1), MonthsOnly: true);
    }
}
