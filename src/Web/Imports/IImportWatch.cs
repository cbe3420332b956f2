using Mestring.Formats.Tables;

namespace Mestring.Web.Imports;

/// <summary>Sees what an import meets, row by row and course by course.</summary>
internal interface IImportWatch
{
    /// <summary>A row that is refused, and what is wrong.</summary>
    void Refused(int row, TableCell[] cells, IReadOnlyList<Finding> why);

    /// <summary>A course that is registered already and gets other values.</summary>
    void Changed(CheckedCourse course);
}
