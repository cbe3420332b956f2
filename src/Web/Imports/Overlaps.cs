using Mestring.Web.Storage;

namespace Mestring.Web.Imports;

/// <summary>
/// Finds cases of one pseudonym that run at the same time, registered or in the file: most often somebody has corrected a start, and one case
/// would become two.
/// </summary>
internal static class Overlaps
{
    private const string NoEnd = "9999";

    /// <param name="courses">Cases of the file; told which other one they run beside.</param>
    /// <param name="there">Registered cases of the same pseudonyms. Where the file speaks of one, its end is what the file says.</param>
    /// <param name="end">The day the case of a row ended, as the row says; null when it does not.</param>
    public static void Mark(List<CourseRows> courses, Dictionary<(string Pseudonym, string StartedOn), CaseFile> there, Func<string, string?> end)
    {
        var spans = courses.Where(c => c.Key is not null).Select(c => new Span(c.Key!.Value, End(c, end), c)).ToList();
        var inFile = spans.Select(s => s.Key).ToHashSet();
        spans.AddRange(there.Where(t => !inFile.Contains(t.Key)).Select(t => new Span(t.Key, t.Value["ended-on"] ?? NoEnd, null)));
        foreach (var person in spans.GroupBy(s => s.Key.Pseudonym, StringComparer.Ordinal))
        {
            Span? latest = null;
            foreach (var span in person.OrderBy(s => s.Key.StartedOn, StringComparer.Ordinal))
            {
                if (latest is { } before && string.CompareOrdinal(before.End, span.Key.StartedOn) >= 0)
                {
                    span.Of?.Overlaps = before.Key.StartedOn;
                    before.Of?.Overlaps ??= span.Key.StartedOn;
                }

                latest = latest is { } longer && string.CompareOrdinal(longer.End, span.End) > 0 ? latest : span;
            }
        }
    }

    private static string End(CourseRows course, Func<string, string?> end) =>
        course.Rows.Select(r => end(r.Cells)).FirstOrDefault(e => e is not null) ?? course.Known?["ended-on"] ?? NoEnd;

    private sealed record Span((string Pseudonym, string StartedOn) Key, string End, CourseRows? Of);
}
