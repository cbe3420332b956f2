namespace Mestring.Web.Places;

/// <summary>What was read, and what it changed.</summary>
internal sealed record ImportedPlaces(PlacesRead Read, (int New, int Changed, int Ended) Places, (int New, int Changed) Populations)
{
    /// <summary>Says it in English, one line each: counts, days, source.</summary>
    public IEnumerable<string> Lines()
    {
        if (Read.Municipalities.Count > 0)
        {
            yield return FormattableString.Invariant($"Read {Read.Municipalities.Count} municipalities of {Read.Day:yyyy-MM-dd} (SSB KLASS 131): {Places.New} new, {Places.Changed} changed, {Places.Ended} ended.");
        }

        if (Read.Populations.Count > 0)
        {
            var (first, last) = (Read.Populations.Min(p => p.AsOf), Read.Populations.Max(p => p.AsOf));
            var days = first == last ? FormattableString.Invariant($"{first:yyyy-MM-dd}") : FormattableString.Invariant($"{first:yyyy-MM-dd} to {last:yyyy-MM-dd}");
            var codes = Read.Populations.Select(p => p.Municipality).Distinct().Count();
            yield return FormattableString.Invariant($"Read {Read.Populations.Count} populations of {codes} municipalities, {days} ({Read.Populations[0].Source}): {Populations.New} new, {Populations.Changed} changed.");
        }
    }
}
