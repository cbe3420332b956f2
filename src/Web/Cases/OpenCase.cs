using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Storage;

namespace Mestring.Web.Cases;

/// <summary>One course with everything that is registered about it, ready to be shown or, where the request may change it, changed.</summary>
/// <param name="Call">The request.</param>
/// <param name="File">The course.</param>
/// <param name="Definition">What its network says about measuring.</param>
/// <param name="Instruments">The optional instruments the municipality has chosen.</param>
internal sealed record OpenCase(CaseCall Call, CaseFile File, NetworkDefinition Definition, IReadOnlyList<string> Instruments)
{
    private readonly Lazy<CaseOutcome> _outcome = new(File.Outcome);

    public CaseRow Row => File.Row;

    public IReadOnlyList<GoalRow> Goals { get; } = [.. File.Goals.OrderBy(g => g.Number)];

    public CaseOutcome Outcome => _outcome.Value;

    public IReadOnlyList<MeasurementWindow> Windows { get; } = [.. Definition.Programme.Windows.Select(w => w.In(File.Row.StartedOn)).OrderBy(w => w.Point)];

    /// <summary>Null when there is no such course here, or when the network registers none.</summary>
    public static async Task<OpenCase?> Find(CaseCall call)
    {
        var definition = call.Member.Definition;
        if (await CaseFile.Find(call.Db, call.Slug, definition.Programme.Windows, call.Id, !HttpMethods.IsGet(call.Request.Method), call.Ct) is not { } file)
        {
            return null;
        }

        var open = new OpenCase(call, file, definition, call.Member.Instruments);
        if (file.IsReadOnly)
        {
            Noticed.Show(open);
        }

        return open;
    }
}
