using Mestring.Web.Storage;

namespace Mestring.Web.Imports;

/// <summary>The rows that speak of one course; or one row that does not say of which.</summary>
/// <param name="Key">The course; null when the row does not say.</param>
/// <param name="Rows">Row numbers and packed cells (see <see cref="RowCells"/>), in the order of the file.</param>
internal sealed record CourseRows((string Pseudonym, string StartedOn)? Key, List<(int Number, string Cells)> Rows)
{
    /// <summary>The course as it is registered; null for a new one.</summary>
    public CaseFile? Known { get; init; }

    /// <summary>When the case of the same pseudonym begins, registered or in the file, that runs at the same time; null when none does.</summary>
    public string? Overlaps { get; set; }
}
