using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Networks;

/// <summary>What is stored and who sees it, and how the pages can be used: the two pages every page links to.</summary>
public static class Statements
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/privacy", RazorComponentResult (Texts t) => StatementPage.Show(new View(
            t["networks.privacy.title"],
            t["networks.privacy.lead"],
            [
                new(t["networks.privacy.enrol"], t["networks.privacy.enrol.text"]),
                new(t["networks.privacy.cases"], t["networks.privacy.cases.text"]),
                new(t["networks.privacy.rights"], t["networks.privacy.rights.text"]),
                new(t["networks.privacy.cookies"], t["networks.privacy.cookies.text"]),
            ]))).ForEveryone();
        app.MapGet("/accessibility", RazorComponentResult (Texts t) => StatementPage.Show(new View(
            t["networks.accessibility.title"],
            t["networks.accessibility.lead"],
            [
                new(t["networks.accessibility.works"], t["networks.accessibility.works.text"]),
                new(t["networks.accessibility.checked"], t["networks.accessibility.checked.text"]),
                new(t["networks.accessibility.tell"], t["networks.accessibility.tell.text"]),
            ]))).ForEveryone();
    }

    public sealed record View(string Title, string Lead, IReadOnlyList<Part> Parts);

    public sealed record Part(string Heading, string Text);
}
