using Mestring.Web.Access;
using Mestring.Web.Storage;

namespace Mestring.Web.Tests.Access;

/// <summary>The operator finds people by name as Norwegian is written, whatever the database folds and sorts.</summary>
public sealed class OperatorSearchTests
{
    [Fact]
    public async Task People_are_found_without_regard_to_case_and_sorted_as_the_language_does()
    {
        using var app = new App();
        var visitor = await app.As(Role.Operator);
        await app.Database(async db =>
        {
            foreach (var (name, email) in new[] { ("Åse Prøve", "a@example.no"), ("Ærlig Prøve", "b@example.no"), ("Østen Prøve", "c@example.no"), ("Zara Prøve", "d@example.no") })
            {
                db.Persons.Add(new Person { Id = Guid.CreateVersion7(App.Start), Name = name, Email = email });
            }

            await db.SaveChangesAsync();
        });

        Assert.Equal(["Zara Prøve", "Ærlig Prøve", "Østen Prøve", "Åse Prøve"], Names(await visitor.Get("/operator?search=PR%C3%98VE")));
        Assert.Equal(["Østen Prøve"], Names(await visitor.Get("/operator?search=%C3%B8sten")));
    }

    private static IEnumerable<string> Names(Reply reply) =>
        reply.Page.QuerySelectorAll("a[href^='/operator/people/']").Select(a => a.TextContent.Trim());
}
