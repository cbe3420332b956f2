using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>Who did what, when, and what it was before and after. Never deleted by the application; when what it tells about is deleted, who, when and what was done stand, and the values go.</summary>
internal sealed class AuditEntry
{
    public required Guid Id { get; init; }

    public DateTimeOffset At { get; set; }

    public Guid? PersonId { get; set; }

    public string PersonName { get; set; } = "";

    public string Action { get; set; } = "";

    public MunicipalityCode Municipality { get; set; }

    public string Network { get; set; } = "";

    public string Subject { get; set; } = "";

    public string? Before { get; set; }

    public string? After { get; set; }

    /// <summary>Why, in the person's own words; empty when nobody asked.</summary>
    public string Why { get; set; } = "";

    /// <summary>What many changes were made by together, such as one import; undone together.</summary>
    public Guid? Batch { get; set; }

    /// <summary>Takes what stood there out of entries; who, when and what was done stand. The words somebody gave as a reason may be about the person too, so they go with the values.</summary>
    /// <returns>How many entries lost something.</returns>
    public static Task<int> Blank(IQueryable<AuditEntry> entries, CancellationToken ct) => entries.Where(a => a.Before != null || a.After != null || a.Why != "")
        .ExecuteUpdateAsync(a => a.SetProperty(x => x.Before, (string?)null).SetProperty(x => x.After, (string?)null).SetProperty(x => x.Why, ""), ct);
}
