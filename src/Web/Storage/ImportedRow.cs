using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>Lets the rows of an import between two numbers go, in portions.</summary>
    public static async Task Remove(MestringDb db, ImportRow import, int after, int before, WriteTurns turns, CancellationToken ct)
    {
        const int portion = 4_000;
        var rows = db.ImportedRows.IgnoreQueryFilters([MestringDb.TenantFilter]).Where(r => r.Municipality == import.Municipality && r.ImportId == import.Id && r.Number > after && r.Number < before);
        while (await rows.OrderBy(r => r.Number).Select(r => (int?)r.Number).FirstOrDefaultAsync(ct) is { } first)
        {
            await turns.Do(() => rows.Where(r => r.Number < first + portion).ExecuteDeleteAsync(ct), ct);
        }
    }
}
