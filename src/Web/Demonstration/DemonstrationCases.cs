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
        var file = CaseFile.Start(scene.Db, network.Definition.Programme.Windows, course);
        course.Referral = scene.Pick(Enum.GetValues<Referral>());
        course.Condition = scene.Pick(Enum.GetValues<Condition>());
        course.Motivation = scene.Happens(0.8) ? scene.Chance.Next(2, 6) : null;
        course.Responsible = scene.Data.People[2].Name;
        course.Setting91Days = elapsed > 91 && !died && scene.Happens(0.8) ? scene.Pick([Setting.HomeWithService, Setting.HomeWithService, Setting.HomeWithoutService]) : null;
        course.Setting12Months = elapsed > 365 && scene.Happens(0.7) ? died ? Setting.Died : scene.Pick([Setting.HomeWithService, Setting.HomeWithService, Setting.LongTermCare]) : null;
        var goals = AddGoals(scene, file);
        var person = new Ability(scene, goals, drift, course.NewUser);
        foreach (var (point, days) in Calendar)
        {
            if ((point is not MeasurementPoint.Start && (stopsEarly || (died && days > 150))) || days - 12 > elapsed)
            {
                break;
            }

            Measure(scene, file, goals, person, point, Math.Min(days + (point is MeasurementPoint.Start ? 0 : scene.Chance.Next(-10, 12)), elapsed), elapsed - days);
        }

        AddWork(scene, file, Math.Min(elapsed, ends) / 7);
        file.Complete(course.CreatedAt, scene.Data.People[2].Name);
    }

    private static int AddGoals(Scene scene, CaseFile file)
    {
        var texts = scene.Data.Goals.ToArray();
        scene.Chance.Shuffle(texts);
        var count = scene.Chance.Next(2, 5);
        for (var i = 0; i < count; i++)
        {
            file.Set($"goal{i + 1}.text", texts[i].Text);
            file.Set($"goal{i + 1}.domain", $"{texts[i].Domain}");
        }

        return count;
    }

    /// <param name="late">Days since the measurement was to be made; negative before.</param>
    private static void Measure(Scene scene, CaseFile file, int goals, Ability person, MeasurementPoint point, int day, int late)
    {
        var luck = scene.Chance.NextDouble();
        if (point is not MeasurementPoint.Start && luck > (late < 20 ? 0.55 : 0.9))
        {
            return;
        }

        var status = point is MeasurementPoint.Start || luck < 0.8 ? MeasurementStatus.Done : scene.Pick([MeasurementStatus.Declined, MeasurementStatus.Unable, MeasurementStatus.Missed]);
        person.Move(point);
        Set(MeasurementItems.Status, $"{status}");
        var screens = point is MeasurementPoint.Weeks10 ? "goals sppb service hours" : "goals sppb hours";
        Set(MeasurementItems.Answered, screens);
        AddHours(scene, file, person, point, file.Row.StartedOn.AddDays(day));
        if (status is not MeasurementStatus.Done)
        {
            return;
        }

        Set(MeasurementItems.Asked, screens);
        Set(MeasurementItems.On, Text(file.Row.StartedOn.AddDays(day)));
        if (!scene.Happens(0.06))
        {
            var (balance, gait, chair) = person.Sppb();
            Set(MeasurementItems.Sppb("balance"), Text(balance));
            Set(MeasurementItems.Sppb("gait"), Text(gait));
            Set(MeasurementItems.Sppb("chair"), Text(chair));
        }

        if (point is not MeasurementPoint.Start)
        {
            var satisfied = Math.Clamp((int)Math.Round(scene.Normal(4.2, 0.8)), 1, 5);
            if (point is MeasurementPoint.Weeks10)
            {
                Set(MeasurementItems.Satisfaction, Text(satisfied));
                Set(MeasurementItems.Question(2), Text(Math.Max(1, satisfied - (luck < 0.2 ? 1 : 0))));
                Set(MeasurementItems.SatisfactionBy, $"{(luck < 0.35 ? AnswerHelp.Alone : luck < 0.55 ? AnswerHelp.NextOfKin : luck < 0.76 ? AnswerHelp.OtherStaff : AnswerHelp.Deliverer)}");
            }
        }

        for (var goal = 1; goal <= goals; goal++)
        {
            Set(MeasurementItems.Performance(goal), Text(person.Performance(goal - 1)));
            Set(MeasurementItems.GoalSatisfaction(goal), file.Row.GoalInstrument is GoalInstrument.Copm ? Text(person.Satisfaction(goal - 1)) : null);
        }

        void Set(string item, string? value) => file.Set(CaseFields.Path(point, item), value);
    }

    /// <summary>A decision on each of two services, from the start and from each change on.</summary>
    private static void AddHours(Scene scene, CaseFile file, Ability person, MeasurementPoint point, DateOnly day)
    {
        if (file.Row.NewUser && point is MeasurementPoint.Start)
        {
            return;
        }

        foreach (var (service, share) in new[] { ("1", 0.4), ("15", 0.6) })
        {
            var hours = Math.Round(person.Hours * share * 4) / 4;
            var last = file.Grants.FindLast(g => g.Service.Equals(service, StringComparison.Ordinal));
            if (last?.Amount == hours)
            {
                continue;
            }

            if (last is not null)
            {
                file.Set($"grant.{last.Key}.to", Text(day.AddDays(-1)));
            }

            var path = $"grant.{scene.NewId().ToString("N")[..8]}";
            file.Set($"{path}.service", service);
            file.Set($"{path}.amount", hours.ToString(CultureInfo.InvariantCulture));
            file.Set($"{path}.unit", $"{GrantUnit.Week}");
            file.Set($"{path}.from", Text(point is MeasurementPoint.Start ? file.Row.StartedOn : day));
            file.Set($"{path}.estimate", "no");
        }
    }

    /// <summary>Every third municipality of the demonstration writes down its working time.</summary>
    private static void AddWork(Scene scene, CaseFile file, int weeks)
    {
        if (file.Row.Municipality.Number % 3 != 0)
        {
            return;
        }

        for (var week = 1; week <= Math.Min(weeks, 12); week++)
        {
            foreach (var (profession, minutes) in new[] { (Profession.HomeTrainer, 150), (Profession.OccupationalTherapist, 45), (Profession.Physiotherapist, 40) })
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"input.{week}.{profession}");
                file.Set($"{path}.direct", Text(Math.Max(15, (int)scene.Normal(minutes, minutes * 0.3) / 5 * 5)));
                file.Set($"{path}.travel", Text(scene.Chance.Next(2, 9) * 5));
                file.Set($"{path}.coordination", Text(scene.Chance.Next(1, 6) * 5));
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
