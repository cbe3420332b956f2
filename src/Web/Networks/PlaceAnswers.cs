using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Networks;

/// <summary>The municipalities to choose among: each under its Norwegian name with the others behind, and under each of the others with the Norwegian one behind.</summary>
internal static class PlaceAnswers
{
    public static IReadOnlyList<Answer> Of(IReadOnlyList<PlaceName> places) =>
    [
        .. places.SelectMany(p => p.Others.Select(other => new Answer(p.Code.ToString(), $"{other} ({p.Name})") { IsAlias = true }).Prepend(new Answer(p.Code.ToString(), p.Full)))
            .OrderBy(answer => answer.Text, Texts.NameOrder),
    ];
}
