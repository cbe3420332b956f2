namespace Mestring.Core.Measures;

/// <summary>Working time by profession and kind, in minutes. What was not registered is in no cell.</summary>
public sealed class WorkTime
{
    private static readonly int Kinds = Enum.GetValues<WorkKind>().Length;
    private readonly long[] _minutes = new long[Enum.GetValues<Profession>().Length * Kinds];
    private readonly bool[] _registered = new bool[Enum.GetValues<Profession>().Length * Kinds];

    /// <summary>Courses that any working time is registered for.</summary>
    public int Courses { get; private set; }

    /// <summary>Whether any working time is registered.</summary>
    public bool IsRegistered => Courses > 0;

    /// <summary>All of it, in hours.</summary>
    public double Hours => _minutes.Sum() / 60.0;

    /// <summary>Minutes of one profession and kind; null when none are registered.</summary>
    public long? this[Profession profession, WorkKind kind] => Cell(profession, kind) is var at && _registered[at] ? _minutes[at] : null;

    /// <summary>Minutes of one profession; null when none are registered.</summary>
    public long? this[Profession profession]
    {
        get
        {
            long? sum = null;
            foreach (var kind in Enum.GetValues<WorkKind>())
            {
                sum = this[profession, kind] is { } minutes ? (sum ?? 0) + minutes : sum;
            }

            return sum;
        }
    }

    /// <summary>The working time of courses together.</summary>
    public static WorkTime Of(IEnumerable<CaseOutcome> courses)
    {
        ArgumentNullException.ThrowIfNull(courses);
        var time = new WorkTime();
        foreach (var course in courses)
        {
            time.Add(course);
        }

        return time;
    }

    /// <summary>The working time of one course, in hours; null when none is registered.</summary>
    public static double? HoursIn(CaseOutcome course)
    {
        ArgumentNullException.ThrowIfNull(course);
        int? minutes = null;
        for (var i = 0; i < course.Input.Count; i++)
        {
            minutes = course.Input[i].Minutes is { } more ? (minutes ?? 0) + more : minutes;
        }

        return minutes / 60.0;
    }

    /// <summary>Adds a course's working time.</summary>
    public void Add(CaseOutcome course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var any = false;
        for (var i = 0; i < course.Input.Count; i++)
        {
            var input = course.Input[i];
            any |= Add(input.Profession, WorkKind.Direct, input.Direct) | Add(input.Profession, WorkKind.Travel, input.Travel) | Add(input.Profession, WorkKind.Coordination, input.Coordination);
        }

        Courses += any ? 1 : 0;
    }

    /// <summary>What it costs, in kroner; null when a profession with working time has no price.</summary>
    public decimal? Cost(EconomyPrices prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        decimal cost = 0;
        foreach (var profession in Enum.GetValues<Profession>())
        {
            if (this[profession] is > 0 and var minutes)
            {
                if (!prices.WorkHours.TryGetValue(profession, out var price))
                {
                    return null;
                }

                cost += minutes * price / 60;
            }
        }

        return cost;
    }

    private static int Cell(Profession profession, WorkKind kind) => ((int)profession * Kinds) + (int)kind;

    private bool Add(Profession profession, WorkKind kind, int? minutes)
    {
        if (minutes is not { } there)
        {
            return false;
        }

        _minutes[Cell(profession, kind)] += there;
        return _registered[Cell(profession, kind)] = true;
    }
}
