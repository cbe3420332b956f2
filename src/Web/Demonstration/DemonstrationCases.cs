using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Demonstration;

/// <summary>
/// About four hundred made-up courses: started over the last thirteen months, so that follow-ups are done, due and not yet
/// due, with the gaps that real registration has. The means are of the size that Norwegian studies report.
/// </summary>
internal static class DemonstrationCases
{
    private static readonly (MeasurementPoint Point, int Days)[] Calendar =
        [(MeasurementPoint.Start, 0), (MeasurementPoint.Weeks10, 70), (MeasurementPoint.Months6, 183), (MeasurementPoint.Months12, 365)];

    public static void Add(Scene scene, RunningNetwork network)
    {
        foreach (var place in network.Members)
        {
            var drift = scene.Normal(0, 0.4);
            for (var number = 1; number <= scene.Data.Cases[place.Code]; number++)
            {
                Add(scene, network, place, number, drift);
            }
        }
    }

    private static void Add(Scene scene, RunningNetwork network, DemonstrationData.Place place, int number, double drift)
    {
        var municipality = MunicipalityCode.Parse(place.Code, null);
        var started = scene.Today.AddDays(-scene.Chance.Next(3, 395));
        var elapsed = scene.Today.DayNumber - started.DayNumber;
        var stopsEarly = scene.Happens(0.1);
        var died = !stopsEarly && elapsed > 150 && scene.Happens(0.03);
        var ends = stopsEarly ? scene.Chance.Next(14, 56) : scene.Chance.Next(56, 91);
        var ended = ends < elapsed;
        var isPsfs = scene.Data.Psfs.Contains(place.Code, StringComparer.Ordinal);
        var course = new CaseRow
        {
            Municipality = municipality,
            Id = scene.NewId(),
            Network = network.Slug,
            Pseudonym = string.Create(CultureInfo.InvariantCulture, $"{place.Name[0]}-{(number * 37 % 900) + 100}"),
            BirthYear = scene.Today.Year - (int)Math.Clamp(scene.Normal(79, 8), 48, 99),
            Sex = scene.Happens(0.66) ? Sex.Woman : Sex.Man,
            Household = scene.Happens(0.65) ? Household.Alone : Household.WithPartner,
            Unit = scene.Pick(scene.Data.Units),
            NewUser = scene.Happens(0.3),
            StartedOn = started,
            EndedOn = ended ? started.AddDays(ends) : null,
            EndReason = !ended ? null : stopsEarly ? scene.Pick([EndReason.Declined, EndReason.Illness, EndReason.LongTermService]) : scene.Pick([EndReason.NoService, EndReason.WithService, EndReason.WithService]),
            Setting = !ended ? null : stopsEarly ? Setting.ShortTermBed : scene.Pick([Setting.HomeWithService, Setting.HomeWithoutService]),
            GoalInstrument = isPsfs ? GoalInstrument.Psfs : GoalInstrument.Copm,
            CopmLicence = !isPsfs,
            CreatedAt = new DateTimeOffset(started, new TimeOnly(11, 0), TimeSpan.Zero),
        };
        scene.Db.Cases.Add(course);
        var goals = AddGoals(scene, course);
        var person = new Ability(scene, goals.Count, drift, course.NewUser);
        foreach (var (point, days) in Calendar)
        {
            if ((point is not MeasurementPoint.Start && (stopsEarly || (died && days > 150))) || days - 12 > elapsed)
            {
                break;
            }

            Measure(scene, course, goals, person, point, Math.Min(days + (point is MeasurementPoint.Start ? 0 : scene.Chance.Next(-10, 12)), elapsed), elapsed - days);
        }
    }

    private static List<GoalRow> AddGoals(Scene scene, CaseRow course)
    {
        var texts = scene.Data.Goals.ToArray();
        scene.Chance.Shuffle(texts);
        var goals = texts.Take(scene.Chance.Next(2, 5)).Select((goal, i) => new GoalRow
        {
            Municipality = course.Municipality,
            CaseId = course.Id,
            Number = i + 1,
            Text = goal.Text,
            Domain = goal.Domain,
        }).ToList();
        scene.Db.Goals.AddRange(goals);
        return goals;
    }

    /// <param name="late">Days since the measurement was to be made; negative before.</param>
    private static void Measure(Scene scene, CaseRow course, List<GoalRow> goals, Ability person, MeasurementPoint point, int day, int late)
    {
        var luck = scene.Chance.NextDouble();
        if (point is not MeasurementPoint.Start && luck > (late < 20 ? 0.55 : 0.9))
        {
            return;
        }

        var status = point is MeasurementPoint.Start || luck < 0.8 ? MeasurementStatus.Done : scene.Pick([MeasurementStatus.Declined, MeasurementStatus.Unable, MeasurementStatus.Missed]);
        person.Move(point);
        var measured = new MeasurementRow
        {
            Municipality = course.Municipality,
            CaseId = course.Id,
            Point = point,
            Status = status,
            MeasuredOn = course.StartedOn.AddDays(day),
            Answered = "goals sppb service hours",
            ChangedAt = new DateTimeOffset(course.StartedOn.AddDays(day), new TimeOnly(13, 0), TimeSpan.Zero),
            ChangedBy = scene.Data.People[2].Name,
        };
        scene.Db.Measurements.Add(measured);
        AddHours(scene, measured, person);
        if (status is not MeasurementStatus.Done)
        {
            return;
        }

        if (!scene.Happens(0.06))
        {
            (measured.SppbBalance, measured.SppbGait, measured.SppbChair) = person.Sppb();
        }

        if (point is not MeasurementPoint.Start)
        {
            measured.Satisfaction = Math.Clamp((int)Math.Round(scene.Normal(4.2, 0.8)), 1, 5);
        }

        foreach (var goal in goals)
        {
            scene.Db.GoalRatings.Add(new GoalRatingRow
            {
                Municipality = course.Municipality,
                CaseId = course.Id,
                Point = point,
                Number = goal.Number,
                Performance = person.Performance(goal.Number - 1),
                Satisfaction = course.GoalInstrument is GoalInstrument.Copm ? person.Satisfaction(goal.Number - 1) : null,
            });
        }
    }

    private static void AddHours(Scene scene, MeasurementRow measured, Ability person)
    {
        foreach (var (service, share) in new[] { ("1", 0.4), ("15", 0.6) })
        {
            scene.Db.GrantedHours.Add(new GrantedHoursRow
            {
                Municipality = measured.Municipality,
                CaseId = measured.CaseId,
                Point = measured.Point,
                Service = service,
                HoursPerWeek = Math.Round(person.Hours * share * 4) / 4,
            });
        }
    }
}
