namespace Mestring.Core.Places;

/// <summary>The municipalities in force and how they came about, so that an old number finds what it is today.</summary>
public sealed class MunicipalityHistory
{
    private readonly Dictionary<MunicipalityCode, Municipality> _inForce;
    private readonly ILookup<MunicipalityCode, MunicipalityChange> _changes;

    /// <param name="inForce">The municipalities in force, one for each code.</param>
    /// <param name="changes">The steps that led to them, in any order.</param>
    public MunicipalityHistory(IEnumerable<Municipality> inForce, IEnumerable<MunicipalityChange> changes)
    {
        _inForce = inForce.ToDictionary(each => each.Code);
        _changes = changes.ToLookup(each => each.From);
    }

    /// <summary>The municipality in force with this code; null when there is none.</summary>
    public Municipality? Find(MunicipalityCode code) => _inForce.GetValueOrDefault(code);

    /// <summary>What a code stands for today.</summary>
    /// <param name="code">A code that was in force on <paramref name="on"/>.</param>
    /// <param name="on">The day the code was used; changes on or before that day are over.</param>
    /// <returns>One municipality, several after a split, by code; none when nothing is known.</returns>
    public IReadOnlyList<Municipality> Today(MunicipalityCode code, DateOnly on)
    {
        var next = _changes[code].Where(change => change.On > on).GroupBy(change => change.On).MinBy(group => group.Key);
        return next is null
            ? Find(code) is { } found ? [found] : []
            : [.. next.SelectMany(change => Today(change.To, change.On)).DistinctBy(each => each.Code).OrderBy(each => each.Code.Number)];
    }
}
