using Mestring.Core.Measures;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Quality;

/// <summary>One course with what the rules find in it and what colleagues have said.</summary>
internal sealed record Course(CaseFile File, IReadOnlyList<RuleFinding> Findings, CaseReview Review)
{
    /// <summary>Null when the municipality has no such course in the network.</summary>
    public static async Task<Course?> Find(QualityCall call)
    {
        var (db, ct) = (call.Db, call.Ct);
        var windows = call.Member.Definition.Programme.Windows;
        if (await CaseFile.Find(db, call.Slug, windows, call.Id, toChange: false, ct) is not { } file)
        {
            return null;
        }

        return new Course(file, file.Findings(call.Clock.Today()), await CaseReview.Of(db, call.Id, ct));
    }
}
