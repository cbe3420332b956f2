using Mestring.Core.Measures;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Cases;

/// <summary>One measurement of one course, before or after it was first saved.</summary>
/// <param name="Case">The course.</param>
/// <param name="Window">When the measurement counts.</param>
/// <param name="Row">What is stored; null before the first screen was saved.</param>
internal sealed record OpenMeasurement(OpenCase Case, MeasurementWindow Window, MeasurementRow? Row)
{
    /// <summary>The route of one screen is this and its name.</summary>
    public const string Route = $"{CaseCall.Route}/measurements/{{point}}";

    public CaseCall Call => Case.Call;

    public MeasurementPoint Point => Window.Point;

    public IReadOnlyList<Part> Parts => Cases.Parts.Of(Case.Definition.Programme, Case.Instruments, Point, Row);

    /// <summary>Values and reasons, by item.</summary>
    public IReadOnlyDictionary<string, string> Answers => Case.File.At(Point);

    /// <summary>What was registered at the start; null there, or when nothing was.</summary>
    public MeasuredPoint? AtStart => Point is MeasurementPoint.Start ? null : Case.Outcome.At(MeasurementPoint.Start);

    /// <summary>Null when the course has no such measurement.</summary>
    public static OpenMeasurement? Of(OpenCase open, string point) =>
        open.Windows.Where(w => string.Equals(w.Point.Name(), point, StringComparison.Ordinal)).Select(w => (MeasurementWindow?)w).SingleOrDefault() is { } window
            ? new OpenMeasurement(open, window, open.File.Measurements.Find(m => m.Point == window.Point))
            : null;

    /// <summary>Null when the course or the measurement is not there.</summary>
    public static async Task<OpenMeasurement?> Find(CaseCall call, string point) => await OpenCase.Find(call) is { } open ? Of(open, point) : null;

    public bool IsAnswered(Part part) => Row is { } row && Cases.Parts.IsAnswered(part, row.Answered);

    /// <summary>The path of an item of this measurement.</summary>
    public string Path(string item) => CaseFields.Path(Point, item);

    /// <summary>What was typed on a screen, as paths, with the note that somebody has gone through the screen.</summary>
    public Dictionary<string, string?> Answer(Part part, Dictionary<string, string?> typed)
    {
        var paths = typed.ToDictionary(t => t.Key.Contains("grant.", StringComparison.Ordinal) ? t.Key : Path(t.Key), t => t.Value, StringComparer.Ordinal);
        var answered = (Row?.Answered ?? string.Empty).WithAnswer(part);
        if (part is not Part.Status)
        {
            paths[Path(MeasurementItems.Answered)] = answered;
        }

        var status = part is Part.Status ? paths[Path(MeasurementItems.Status)] : $"{Row?.Status}";
        if (status is nameof(MeasurementStatus.Done) && Row?.Asked is null or { Length: 0 } && Case.Definition.Programme.Core(Point).All(core => Cases.Parts.Has(answered, core)))
        {
            paths[Path(MeasurementItems.Asked)] = string.Join(' ', Parts.Where(p => p is not (Part.Status or Part.Summary)).Select(p => p.Name()));
        }

        return paths;
    }

    public string AddressOf(Part part) => $"{Call.Address}/measurements/{Point.Name()}/{part.Name()}";

    public string AddressAfter(Part part) => AddressOf(Parts.SkipWhile(p => p != part).Skip(1).FirstOrDefault(Part.Summary));

    /// <summary>The first screen nobody has gone through; the last when all are done.</summary>
    public Part FirstOpen() => Row is null ? Part.Status : Parts.First(p => !IsAnswered(p));

    /// <summary>What stands over a screen; also puts the one way back into the frame.</summary>
    public PartHead Head(Part part, int seen = 0)
    {
        Call.Frame.Back = new Crumb(Call.Texts["cases.back-to-case"], Call.Address);
        var number = Parts.ToList().IndexOf(part) + 1;
        return new PartHead(
            Case.Row.Pseudonym, Point, part, number, Parts.Count, seen, Row?.ChangedAt, Row?.ChangedBy ?? string.Empty, Call.Address,
            number > 1 ? AddressOf(Parts[number - 2]) : Call.Address, Call.Today, Call.Frame.Nonce);
    }
}
