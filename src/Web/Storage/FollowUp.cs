using Mestring.Core.Measures;
using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>
/// One thing a course waits for on a day. The one rule of what is followed up: the list, the numbers on a municipality's page, the calendar and
/// the Monday mail all ask here.
/// </summary>
public sealed record FollowUp
{
    /// <summary>How far ahead "coming" looks.</summary>
    public const int DaysAhead = 28;

    /// <summary>How long after its window closed a measurement is asked about, so that a reason can be given.</summary>
    public const int DaysMissed = 30;

    private const int Days = 91;
    private const int Months = 12;

    /// <summary>How long after the start it is asked where the person lived; then nobody is expected to know.</summary>
    private const int MonthsAsked = 14;

    public MunicipalityCode Municipality { get; init; }

    public string Network { get; init; } = "";

    public Guid CaseId { get; init; }

    public string Pseudonym { get; init; } = "";

    public string Team { get; init; } = "";

    public string Person { get; init; } = "";

    public FollowUpKind Kind { get; init; }

    public FollowUpStanding Standing { get; init; }

    /// <summary>The first day it counts.</summary>
    public DateOnly Opens { get; init; }

    /// <summary>The day it should be done.</summary>
    public DateOnly Due { get; init; }

    /// <summary>The last day it counts; null when it counts until it is done.</summary>
    public DateOnly? Closes { get; init; }

    /// <summary>Whether somebody has begun on the measurement; it is asked about until it is finished.</summary>
    public bool Begun { get; init; }

    /// <summary>The measurement, or null when it is something else.</summary>
    public MeasurementPoint? Point => Kind switch
    {
        FollowUpKind.Start => MeasurementPoint.Start,
        FollowUpKind.Weeks10 => MeasurementPoint.Weeks10,
        FollowUpKind.Months6 => MeasurementPoint.Months6,
        FollowUpKind.Months12 => MeasurementPoint.Months12,
        _ => null,
    };

    /// <summary>Whether somebody can do something about it today.</summary>
    public bool IsNow => Standing <= FollowUpStanding.Missed;

    /// <summary>Everything that is waited for in the tenant's municipality. Where nothing can be registered any more, nothing is waited for: the caller asks about that.</summary>
    /// <param name="network">One network's, where only that is asked for: then the database goes through no other.</param>
    internal static IQueryable<FollowUp> Of(MestringDb db, DateOnly today, string? network = null) =>
        from w in Counted(db, today, network)
        join c in db.Cases.AsNoTracking() on new { w.Municipality, Id = w.CaseId } equals new { c.Municipality, c.Id }
        select new FollowUp
        {
            Municipality = w.Municipality,
            Network = w.Network,
            CaseId = w.CaseId,
            Pseudonym = c.Pseudonym,
            Team = c.Unit,
            Person = c.Responsible,
            Kind = w.Kind,
            Standing = w.Standing,
            Opens = w.Opens,
            Due = w.Due,
            Closes = w.Closes,
            Begun = w.Begun,
        };

    /// <summary>The same without whose course it is, for who only counts: the database need not look up each course.</summary>
    internal static IQueryable<FollowUp> Counted(MestringDb db, DateOnly today, string? network = null)
    {
        var (courses, rows) = (db.Cases.AsNoTracking(), db.FollowUps.AsNoTracking());
        if (network is not null)
        {
            (courses, rows) = (courses.Where(c => c.Network == network), rows.Where(f => f.Network == network));
        }

        var (soon, missed, asked) = (today.AddDays(DaysAhead), today.AddDays(-DaysMissed), today.AddMonths(-MonthsAsked));
        var measurements =
            from f in rows
            where f.Closes >= missed || f.Begun
            select new FollowUp
            {
                Municipality = f.Municipality,
                Network = f.Network,
                CaseId = f.CaseId,
                Kind = f.Point == MeasurementPoint.Start ? FollowUpKind.Start : f.Point == MeasurementPoint.Weeks10 ? FollowUpKind.Weeks10 : f.Point == MeasurementPoint.Months6 ? FollowUpKind.Months6 : FollowUpKind.Months12,
                Standing = f.Closes < today ? FollowUpStanding.Missed : f.Due < today ? FollowUpStanding.Overdue : f.Opens <= today ? FollowUpStanding.Due : f.Opens <= soon ? FollowUpStanding.Coming : FollowUpStanding.Later,
                Opens = f.Opens,
                Due = f.Due,
                Closes = f.Closes,
                Begun = f.Begun,
            };
        var living = courses.Where(c => c.StartedOn >= asked && c.EndReason != EndReason.Died && c.Setting != Setting.Died);
        return measurements
            .Concat(OfCourses(living.Where(c => c.Setting91Days == null), FollowUpKind.LivingAfter91Days, today))
            .Concat(OfCourses(living.Where(c => c.Setting12Months == null && c.Setting91Days != Setting.Died), FollowUpKind.LivingAfter12Months, today))
            .Concat(OfCourses(courses.Where(c => c.EndedOn == null && c.PlannedEnd != null), FollowUpKind.PlannedEnd, today));
    }

    /// <summary>What is waited for from its day on, until it is answered.</summary>
    private static IQueryable<FollowUp> OfCourses(IQueryable<CaseRow> cases, FollowUpKind kind, DateOnly today) =>
        from c in cases
        let due = kind == FollowUpKind.LivingAfter91Days ? c.StartedOn.AddDays(Days) : kind == FollowUpKind.LivingAfter12Months ? c.StartedOn.AddMonths(Months) : c.PlannedEnd!.Value
        where kind == FollowUpKind.PlannedEnd ? due < today : due <= today
        select new FollowUp
        {
            Municipality = c.Municipality,
            Network = c.Network,
            CaseId = c.Id,
            Kind = kind,
            Standing = due < today ? FollowUpStanding.Overdue : FollowUpStanding.Due,
            Opens = due,
            Due = due,
            Closes = null,
            Begun = false,
        };
}
