using Mestring.Core.Places;

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
}
