using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>One row of a file that is being read. Gone when its course is written, and after a day in any case; national identity numbers never reach it.</summary>
internal sealed class ImportedRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid ImportId { get; init; }

    /// <summary>The row of the sheet or the line of the file, as a person counts.</summary>
    public required int Number { get; init; }

    /// <summary>The cells, packed.</summary>
    public string Cells { get; set; } = "";

    /// <summary>Why the row stayed out when the others were written, as JSON; empty before.</summary>
    public string Why { get; set; } = "";
}
