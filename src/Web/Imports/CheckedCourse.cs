using Mestring.Web.Storage;

namespace Mestring.Web.Imports;

/// <summary>What the check of a course's rows came to.</summary>
/// <param name="Of">The rows.</param>
/// <param name="Taken">Numbers of the rows that are taken in; the others are refused.</param>
/// <param name="Findings">What is wrong, or worth a second look.</param>
internal sealed record CheckedCourse(CourseRows Of, IReadOnlyList<int> Taken, List<Finding> Findings)
{
    /// <summary>The course with the values of its rows, ready to be saved; null when it is refused.</summary>
    public CaseFile? File { get; init; }

    /// <summary>What changes in it.</summary>
    public CaseChange? Change { get; init; }

    /// <summary>What the rows say of a registered course that gets other values, by field path; null for others.</summary>
    public IReadOnlyDictionary<string, Course.Said>? Said { get; init; }

    /// <summary>The course and the line of its history as they will be stored; null when nothing changes, and when nothing is to be written.</summary>
    public StoredRows? Stored { get; init; }
}
