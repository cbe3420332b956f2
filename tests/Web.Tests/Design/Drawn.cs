using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mestring.Web.Tests.Design;

/// <summary>Draws one component outside a page.</summary>
internal static class Drawn
{
    public static async Task<string> Text<TComponent>(Language language, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        var services = new ServiceCollection().AddWebEncoders().AddScoped(_ => new Texts(language)).AddScoped<Frame>().BuildServiceProvider();
        await using (services)
        {
            await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
            return await renderer.Dispatcher.InvokeAsync(async () =>
            {
                var view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));
                return (await renderer.RenderComponentAsync<TComponent>(view)).ToHtmlString();
            });
        }
    }

    public static async Task<IElement> Body<TComponent>(Language language, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent =>
        (await new HtmlParser().ParseDocumentAsync(await Text<TComponent>(language, parameters))).Body!;

    /// <summary>Whether every id is used once, and every reference to an id leads somewhere.</summary>
    public static void IdsAreSound(IElement body)
    {
        var ids = body.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids, StringComparer.Ordinal);
        foreach (var attribute in (string[])["for", "aria-labelledby", "aria-describedby"])
        {
            foreach (var element in body.QuerySelectorAll($"[{attribute}]"))
            {
                Assert.All(element.GetAttribute(attribute)!.Split(' '), id => Assert.Contains(id, ids, StringComparer.Ordinal));
            }
        }
    }
}
