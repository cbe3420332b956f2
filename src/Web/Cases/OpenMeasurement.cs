using Mestring.Core.Measures;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>One measurement of one course, before or after it was first saved.</summary>
/// <param name="Call">The request.</param>
/// <param name="Case">The course.</param>
/// <param name="Window">When the measurement counts.</param>
/// <param name="Row">What is stored; null before the first screen was saved.</param>
internal sealed record OpenMeasurement(CaseCall Call, OpenCase Case, MeasurementWindow Window, MeasurementRow? Row)
{
    /// <summary>The route of one screen is this and its name.</summary>
    public const string Route = $"{CaseCall.Route}/measurements/{{point}}";

    public MeasurementPoint Point => Window.Point;

    public IReadOnlyList<Part> Parts => Cases.Parts.Of(Case.Definition.Programme, Point, Row?.Status);

    public IEnumerable<GoalRatingRow> Ratings => Case.Ratings.Where(r => r.Point == Point);

    public IEnumerable<GrantedHoursRow> Hours => Case.Hours.Where(h => h.Point == Point);

    /// <summary>Null when the course or the point is not there.</summary>
    public static async Task<OpenMeasurement?> Find(CaseCall call, string point)
    {
        if (!Enum.GetValues<MeasurementPoint>().Any(p => string.Equals(p.Name(), point, StringComparison.Ordinal)) || await OpenCase.Find(call) is not { } found)
        {
            return null;
        }

        var window = found.Windows.Where(w => string.Equals(w.Point.Name(), point, StringComparison.Ordinal)).Select(w => (MeasurementWindow?)w).SingleOrDefault();
        return window is { } there ? new OpenMeasurement(call, found, there, found.Measurements.SingleOrDefault(m => m.Point == there.Point)) : null;
    }

    public string AddressOf(Part part) => $"{Call.Address}/measurements/{Point.Name()}/{part.Name()}";

    public string AddressAfter(Part part) => AddressOf(Parts.SkipWhile(p => p != part).Skip(1).FirstOrDefault(Part.Summary));

    /// <summary>The first screen nobody has gone through; the last when all are done.</summary>
    public Part FirstOpen() => Row is null ? Part.Status : Parts.First(p => !Cases.Parts.IsAnswered(p, Row.Answered));

    /// <summary>What stands over a screen; also puts the one way back into the frame.</summary>
    public PartHead Head(Part part)
    {
        Call.Frame.Back = new Crumb(Call.Texts["cases.back-to-case"], Call.Address);
        var number = Parts.ToList().IndexOf(part) + 1;
        return new PartHead(
            Case.Row.Pseudonym, Point, part, number, Parts.Count, Row?.Version ?? 0, Row?.ChangedAt, Row?.ChangedBy ?? string.Empty, Call.Address,
            number > 1 ? AddressOf(Parts[number - 2]) : Call.Address, Call.Today);
    }

    /// <summary>Saves one screen with its trail.</summary>
    /// <returns>False when somebody else saved first: nothing is written, and the measurement must be read again.</returns>
    public async Task<bool> Save(MeasurementRow row, Part part, object? before, object after)
    {
        row.Answered = row.Answered.WithAnswer(part);
        row.ChangedAt = Call.Clock.GetUtcNow();
        row.ChangedBy = Call.Visitor.Name;
        row.Version++;
        Call.Note($"measure-{part.Name()}", before is null ? null : new { point = Point.ToString(), was = before }, new { point = Point.ToString(), @is = after });
        try
        {
            await Call.Db.SaveChangesAsync(Call.Ct);
            return true;
        }
        catch (DbUpdateException)
        {
            Call.Db.ChangeTracker.Clear();
            return false;
        }
    }
}
