using Mestring.Core.Measures;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Mestring.Web.Cases;

/// <summary>
/// Carries what a save made worth a second look to the page that follows it: the address names rules and fields, never what stands in them. The page
/// asks the rules again, so that what has been put right is no longer said.
/// </summary>
internal static class Noticed
{
    private const int Most = 5;
    private const char Between = '~';

    /// <summary>The next address, with the warnings that are new; those about the next page itself are left out.</summary>
    public static string Carry(string next, string course, IEnumerable<RuleFinding> findings)
    {
        var said = findings.Where(f => f.Severity is RuleSeverity.Warning && !next.StartsWith($"{course}/{FieldPlace.Of(f.Path).Page}", StringComparison.Ordinal)).Take(Most).SelectMany(f => new[] { f.Rule, f.Path }).ToList();
        return said.Count == 0 ? next : QueryHelpers.AddQueryString(next, Drafts.NoticedField, string.Join(Between, said));
    }

    /// <summary>Puts what the address names over the page, where it still holds.</summary>
    public static void Show(OpenCase open)
    {
        if (open.Call.Request.Query[Drafts.NoticedField].ToString() is { Length: > 0 } said)
        {
            var named = said.Split(Between).Chunk(2).Select(pair => string.Join(Between, pair)).ToHashSet(StringComparer.Ordinal);
            open.Call.Frame.Noticed = [.. open.File.Findings(open.Call.Today).Where(f => named.Contains($"{f.Rule}{Between}{f.Path}")).Select(f => open.Call.Texts.Link(f, open.Call.Address))];
        }
    }
}
