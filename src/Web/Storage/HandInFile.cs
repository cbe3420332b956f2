using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>The file of a hand-in, kept apart so that lists never read it.</summary>
internal sealed class HandInFile
{
    public required MunicipalityCode Municipality { get; init; }

    public required string Network { get; init; }

    public required int Assignment { get; init; }

    public byte[] Content { get; set; } = [];
}
