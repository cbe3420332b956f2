using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>Working time of one profession in one week of a course, in minutes; null is not registered.</summary>
internal sealed class InputRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid CaseId { get; init; }

    public required int Week { get; init; }

    public required Profession Profession { get; init; }

    public int? Direct { get; set; }

    public int? Travel { get; set; }

    public int? Coordination { get; set; }

    public WorkInput Value => new(Week, Profession, Direct, Travel, Coordination);
}
