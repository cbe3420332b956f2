namespace Mestring.Web.Imports;

/// <summary>What a file of courses holds: a workbook has a sheet of each, a text file one of them.</summary>
internal enum ExportPart
{
    /// <summary>A course a row, with goals and measurements.</summary>
    Courses,

    /// <summary>A decision a row.</summary>
    Grants,

    /// <summary>The working time of a profession in a week a row.</summary>
    Work,
}
