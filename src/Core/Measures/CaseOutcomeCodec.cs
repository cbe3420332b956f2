using Mestring.Core.Places;

namespace Mestring.Core.Measures;

/// <summary>
/// A course's values as bytes, some 150 of them, so that the figures of a network are read from one column. What is written is read back
/// exactly. Holds what <see cref="CaseOutcome"/> holds, but for the municipality, which is the key it is stored under.
/// </summary>
/// <remarks>
/// The first byte is <see cref="Version"/>. Codes of enums are their numbers: a new member goes last, any other change of the
/// layout, the numbers or how a value is worked out is a new version, and whoever makes it writes the stored bytes anew from the course's own rows.
/// </remarks>
public static class CaseOutcomeCodec
{
    /// <summary>The layout that is written and read.</summary>
    public const byte Version = 5;

    private const int Identity = 16;

    /// <summary>Whether bytes are of the layout that can be read; empty ones are not.</summary>
    public static bool IsCurrent(ReadOnlySpan<byte> bytes) => bytes is [Version, ..];

    /// <summary>The course as bytes.</summary>
    public static byte[] Write(CaseOutcome course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var to = new OutcomeWriter();
        to.Byte(Version);
        Span<byte> id = stackalloc byte[Identity];
        course.Id.TryWriteBytes(id);
        to.Bytes(id);
        to.Byte((byte)course.Instrument);
        to.Byte((byte)course.Sex);
        to.Byte(course.NewUser ? (byte)1 : (byte)0);
        to.Whole(course.BirthYear);
        to.Whole(course.StartedOn.DayNumber);
        to.Day(course.EndedOn, course.StartedOn);
        to.Optional((int?)course.EndReason);
        to.Optional((int?)course.Household);
        to.Optional((int?)course.Referral);
        to.Optional((int?)course.Condition);
        to.Optional(course.Motivation);
        to.Optional((int?)course.SettingAtEnd);
        to.Optional((int?)course.SettingAt91Days);
        to.Optional((int?)course.SettingAt12Months);
        to.Whole(course.Goals.Count);
        foreach (var goal in course.Goals)
        {
            to.Byte(goal.Number);
            to.Byte((byte)goal.Domain);
        }

        WriteHours(ref to, course);
        to.Whole(course.Input.Count);
        foreach (var input in course.Input)
        {
            to.Byte((byte)input.Profession);
            to.Optional(input.Direct);
            to.Optional(input.Travel);
            to.Optional(input.Coordination);
        }

        to.Whole(course.Points.Count);
        foreach (var point in course.Points)
        {
            Write(ref to, point, course.StartedOn);
        }

        return to.ToArray();
    }

    /// <summary>The course that bytes were written from.</summary>
    /// <param name="municipality">Whose it is.</param>
    /// <param name="bytes">What <see cref="Write(CaseOutcome)"/> gave.</param>
    /// <exception cref="FormatException">The bytes are of another version or cut short.</exception>
    public static CaseOutcome Read(MunicipalityCode municipality, ReadOnlySpan<byte> bytes)
    {
        if (!IsCurrent(bytes))
        {
            throw new FormatException($"A stored course begins with version {Version}; these {bytes.Length} bytes do not. Write it anew from its rows.");
        }

        var from = new OutcomeReader(bytes[1..]);
        var id = new Guid(from.Bytes(Identity));
        var instrument = (GoalInstrument)from.Byte();
        var sex = (Sex)from.Byte();
        var newUser = from.Byte() == 1;
        var birthYear = from.Whole();
        var started = DateOnly.FromDayNumber(from.Whole());
        return new CaseOutcome
        {
            Id = id,
            Municipality = municipality,
            Instrument = instrument,
            Sex = sex,
            NewUser = newUser,
            BirthYear = birthYear,
            StartedOn = started,
            EndedOn = from.Day(started),
            EndReason = (EndReason?)from.Optional(),
            Household = (Household?)from.Optional(),
            Referral = (Referral?)from.Optional(),
            Condition = (Condition?)from.Optional(),
            Motivation = from.Optional(),
            SettingAtEnd = (Setting?)from.Optional(),
            SettingAt91Days = (Setting?)from.Optional(),
            SettingAt12Months = (Setting?)from.Optional(),
            Goals = Goals(ref from),
            Steps = Steps(ref from, started),
            RanOutOn = from.Day(started),
            EstimatedHours = from.Real(),
            Input = Input(ref from),
            Points = Points(ref from, started),
        };
    }

    private static void WriteHours(ref OutcomeWriter to, CaseOutcome course)
    {
        to.Whole(course.Steps.Count);
        foreach (var step in course.Steps)
        {
            to.Day(step.From, course.StartedOn);
            to.Real(step.HoursPerWeek);
        }

        to.Day(course.RanOutOn, course.StartedOn);
        to.Real(course.EstimatedHours);
    }

    private static void Write(ref OutcomeWriter to, MeasuredPoint point, DateOnly started)
    {
        to.Byte((byte)point.Point);
        to.Byte((byte)point.Status);
        to.Day(point.On, started);
        to.Optional(point.Sppb.Balance?.Points);
        to.Optional(point.Sppb.Gait?.Points);
        to.Optional(point.Sppb.Chair?.Points);
        to.Optional(point.Satisfaction?.Points);
        to.Optional((int?)point.SatisfactionBy);
        to.Real(point.GaitSpeed);
        to.Real(point.Tug);
        to.Optional(point.Barthel);
        to.Optional(point.HealthLine);
        to.Optional(point.Who5);
        to.Whole(point.Attained.Count);
        foreach (var (goal, judged) in point.Attained)
        {
            to.Whole(goal);
            to.Real(judged.Weight);
            to.Byte((byte)(judged.Attained.Level - GasLevel.Min));
        }

        to.Whole(point.Ratings.Count);
        foreach (var rating in point.Ratings)
        {
            to.Byte(rating.Goal);
            to.Optional(rating.Performance);
            to.Optional(rating.Satisfaction);
        }

        to.Real(point.HeadlineHours);
    }

    private static GoalPlan[] Goals(ref OutcomeReader from)
    {
        var goals = from.Many<GoalPlan>();
        for (var i = 0; i < goals.Length; i++)
        {
            goals[i] = new GoalPlan(from.Byte(), (GoalDomain)from.Byte());
        }

        return goals;
    }

    private static HoursStep[] Steps(ref OutcomeReader from, DateOnly started)
    {
        var steps = from.Many<HoursStep>();
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = new HoursStep(from.Day(started)!.Value, from.Real()!.Value);
        }

        return steps;
    }

    private static ProfessionTime[] Input(ref OutcomeReader from)
    {
        var input = from.Many<ProfessionTime>();
        for (var i = 0; i < input.Length; i++)
        {
            input[i] = new ProfessionTime((Profession)from.Byte(), from.Optional(), from.Optional(), from.Optional());
        }

        return input;
    }

    private static MeasuredPoint[] Points(ref OutcomeReader from, DateOnly started)
    {
        var points = from.Many<MeasuredPoint>();
        for (var i = 0; i < points.Length; i++)
        {
            var (point, status, on) = ((MeasurementPoint)from.Byte(), (MeasurementStatus)from.Byte(), from.Day(started));
            var sppb = new SppbParts(Part(from.Optional()), Part(from.Optional()), Part(from.Optional()));
            var satisfaction = from.Optional() is { } satisfied ? new Satisfaction(satisfied) : (Satisfaction?)null;
            var by = (AnswerHelp?)from.Optional();
            var (gait, tug, barthel, health, who5) = (from.Real(), from.Real(), from.Optional(), from.Optional(), from.Optional());
            var attained = Attained(ref from);
            points[i] = new MeasuredPoint(point, status, on, sppb, satisfaction, Ratings(ref from), from.Real())
            {
                SatisfactionBy = by,
                GaitSpeed = gait,
                Tug = tug,
                Barthel = barthel,
                HealthLine = health,
                Who5 = who5,
                Attained = attained,
            };
        }

        return points;
    }

    private static GoalRating[] Ratings(ref OutcomeReader from)
    {
        var ratings = from.Many<GoalRating>();
        for (var i = 0; i < ratings.Length; i++)
        {
            ratings[i] = new GoalRating(from.Byte(), (byte?)from.Optional(), (byte?)from.Optional());
        }

        return ratings;
    }

    private static AttainedGoal[] Attained(ref OutcomeReader from)
    {
        var goals = from.Many<AttainedGoal>();
        for (var i = 0; i < goals.Length; i++)
        {
            goals[i] = new AttainedGoal(from.Whole(), new GasGoal(from.Real()!.Value, new GasLevel(from.Byte() + GasLevel.Min)));
        }

        return goals;
    }

    private static SppbPart? Part(int? points) => points is { } there ? new SppbPart(there) : null;
}
