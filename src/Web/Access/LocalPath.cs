namespace Mestring.Web.Access;

/// <summary>A path of this site that somebody asked to be led back to; anything else is the front page.</summary>
internal static class LocalPath
{
    private const int Longest = 2000;

    private static readonly Uri Here = new("http://here.example");

    /// <summary>
    /// The path as a header can carry it. Browsers leave out tabs and line ends and take \ for /, so a path with any of them is not ours; what is left is
    /// resolved as they resolve it, and must still be on this site.
    /// </summary>
    public static string Of(string? path)
    {
        if (path is not ['/', ..] || path.Length > Longest || path.Any(c => char.IsControl(c) || c is '\\')
            || !Uri.TryCreate(Here, path, out var address) || !string.Equals(address.GetLeftPart(UriPartial.Authority), Here.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))
        {
            return "/";
        }

        return address.PathAndQuery is "/" or ['/', not '/', ..] ? $"{address.PathAndQuery}{address.Fragment}" : "/";
    }
}
