using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A person's calendar of what a municipality's courses in one network wait for. Only the hash of its address is stored; without the row the address leads nowhere.</summary>
internal sealed class CalendarFeedRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required string Network { get; init; }

    public required Guid PersonId { get; init; }

    public string TokenHash { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}
