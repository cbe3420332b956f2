using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>One file that somebody reads courses from, and how far it has come. The file itself is not kept.</summary>
internal sealed class ImportRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid Id { get; init; }

    public string Network { get; set; } = "";

    public string FileName { get; set; } = "";

    /// <summary>The sheet of a workbook; empty for a text file.</summary>
    public string Sheet { get; set; } = "";

    /// <summary>Names of the columns, as JSON.</summary>
    public string Header { get; set; } = "[]";

    /// <summary>Rows below the header that are not blank.</summary>
    public int Rows { get; set; }

    public ImportState State { get; set; }

    /// <summary>What each column is, as JSON.</summary>
    public string Mapping { get; set; } = "{}";

    /// <summary>What the last check or the import itself came to, as JSON; empty before.</summary>
    public string Report { get; set; } = "";

    /// <summary>The key of the text that says why the last work on it ended too early; empty when it did not.</summary>
    public string Failure { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public string CreatedBy { get; set; } = "";

    public DateTimeOffset? FinishedAt { get; set; }

    public int Version { get; set; }
}
