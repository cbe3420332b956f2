using Mestring.Core.Statistics;

namespace Mestring.Core.Measures;

/// <summary>A way of measuring a person: its name in data, scale, direction and the changes that matter on it.</summary>
/// <param name="Id">The name in programmes and stored figures; the variant of an instrument is part of it.</param>
/// <param name="Min">The lowest value of a score.</param>
/// <param name="Max">The highest value of a score.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="NeedsLicence">Whether the user must hold a licence or permission of the owner.</param>
/// <param name="ImportantChanges">The changes that matter, the one used unless another is chosen first; empty when none is established.</param>
public sealed record Instrument(string Id, double Min, double Max, Direction Better, bool NeedsLicence, IReadOnlyList<ImportantChange> ImportantChanges)
{
    private const string Convention = "Law et al., Canadian Occupational Performance Measure, 1998: two points, by convention";
    private const string Copm = "Tuntland et al., J Multidiscip Healthc 2016;9:411–423: 225 people in reablement in Norway, start to 10 weeks";
    private const string Sppb = "Perera et al., J Am Geriatr Soc 2006;54:743–749";
    private const string Psfs = "Abbott and Schmitt, J Orthop Sports Phys Ther 2014;44:560–564: 1708 people with musculoskeletal complaints";

    /// <summary>COPM performance, mean of the person's goals, 1 to 10.</summary>
    public static Instrument CopmPerformance { get; } = new("copm-performance", 1, 10, Direction.HigherIsBetter, true,
        [new("tuntland-2016", 3.0, true, Copm), new("convention", 2.0, true, Convention)]);

    /// <summary>COPM satisfaction, mean of the person's goals, 1 to 10.</summary>
    public static Instrument CopmSatisfaction { get; } = new("copm-satisfaction", 1, 10, Direction.HigherIsBetter, true,
        [new("tuntland-2016", 3.2, true, Copm), new("convention", 2.0, true, Convention)]);

    /// <summary>PSFS, mean of the person's activities, 0 to 10.</summary>
    public static Instrument PsfsMean { get; } = new("psfs", 0, 10, Direction.HigherIsBetter, false,
        [new("abbott-2014-medium", 2.3, true, Psfs), new("abbott-2014-small", 1.3, false, Psfs), new("abbott-2014-large", 2.7, true, Psfs)]);

    /// <summary>SPPB total, 0 to 12.</summary>
    public static Instrument SppbTotal { get; } = new("sppb", SppbScore.Min, SppbScore.Max, Direction.HigherIsBetter, false,
        [new("perera-2006-substantial", 1.0, true, Sppb), new("perera-2006-small", 0.5, false, Sppb)]);

    /// <summary>Usual gait speed in metres a second.</summary>
    public static Instrument GaitSpeed { get; } = new("gait-speed", 0, 3, Direction.HigherIsBetter, false,
        [new("perera-2006-substantial", 0.10, true, Sppb), new("perera-2006-small", 0.05, false, Sppb)]);

    /// <summary>Timed Up and Go in seconds.</summary>
    public static Instrument Tug { get; } = new("tug", 0, (double)TugTime.Max, Direction.LowerIsBetter, false, []);

    /// <summary>Barthel index scored 0 to 20 by ones.</summary>
    public static Instrument Barthel20 { get; } = new("barthel-0-20", 0, 20, Direction.HigherIsBetter, true, []);

    /// <summary>Barthel index scored 0 to 100 by fives.</summary>
    public static Instrument Barthel100 { get; } = new("barthel-0-100", 0, 100, Direction.HigherIsBetter, true, []);

    /// <summary>Goal attainment as a T score around 50.</summary>
    public static Instrument GoalAttainment { get; } = new("gas", 0, 100, Direction.HigherIsBetter, false, []);

    /// <summary>WHO-5 Well-Being Index, 0 to 100.</summary>
    public static Instrument Who5 { get; } = new("who-5", 0, 100, Direction.HigherIsBetter, true,
        [new("topp-2015", 10, true, "Topp et al., Psychother Psychosom 2015;84:167–176: ten points")]);

    /// <summary>Own health on a line, 0 to 100.</summary>
    public static Instrument HealthLine { get; } = new("eq-vas", EqVas.Min, EqVas.Max, Direction.HigherIsBetter, true, []);

    /// <summary>Satisfaction with the service, 1 to 5.</summary>
    public static Instrument ServiceSatisfaction { get; } = new("satisfaction", Satisfaction.Min, Satisfaction.Max, Direction.HigherIsBetter, false, []);

    /// <summary>Every instrument the platform can score.</summary>
    public static IReadOnlyList<Instrument> All { get; } =
    [
        CopmPerformance, CopmSatisfaction, PsfsMean, SppbTotal, GaitSpeed, Tug, Barthel20, Barthel100, GoalAttainment, Who5, HealthLine, ServiceSatisfaction,
    ];

    /// <summary>The change that counts as important unless a programme chooses another; null when none is established.</summary>
    public ImportantChange? DefaultImportantChange => ImportantChanges.Count > 0 ? ImportantChanges[0] : null;

    /// <summary>The instrument named <paramref name="id"/>, or null.</summary>
    public static Instrument? Find(string id) => All.FirstOrDefault(i => string.Equals(i.Id, id, StringComparison.Ordinal));
}
