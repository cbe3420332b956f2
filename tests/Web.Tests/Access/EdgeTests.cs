using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Access;

/// <summary>Every page, asked as people's browsers never do.</summary>
public sealed class EdgeTests(DemonstrationApp demonstration) : IClassFixture<DemonstrationApp>
{
    private static readonly string[] Names = ["search", "show", "team", "person", "back", "by", "done", "pseudonym", "noticed", "municipality", "rows"];

    [Fact]
    public async Task Every_page_answers_HEAD_as_it_answers_GET_without_a_body()
    {
        foreach (var (path, who) in demonstration.Pages())
        {
            var head = await who.Head(path);

            Assert.True(head.Status is not HttpStatusCode.NotFound and not HttpStatusCode.MethodNotAllowed, $"HEAD {path} answered {(int)head.Status}");
            Assert.True((await who.Get(path)).Status == head.Status, path);
            Assert.True(head.Body.Length == 0, path);
        }
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("a%00b")]
    [InlineData("%FF")]
    [InlineData("%ED%A0%80")]
    [InlineData("%E2%80%A8%1b")]
    [InlineData("4 kB")]
    public async Task Every_query_answers_200_400_or_404(string value)
    {
        var text = value == "4 kB" ? new string('x', 4096) : value;
        foreach (var (path, who) in demonstration.Pages())
        {
            foreach (var query in new[] { string.Join('&', Names.Select(n => $"{n}={text}")), $"page={text}", $"{text}={text}" })
            {
                var answer = await who.Get($"{path}?{query}");

                Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Redirect, $"{path}?{query} answered {(int)answer.Status}");
            }
        }
    }

    [Fact]
    public async Task No_page_that_is_opened_writes_anything_but_the_trail_and_when_a_session_was_used()
    {
        var before = await Everything();

        foreach (var (path, who) in demonstration.Pages())
        {
            await who.Get(path);
        }

        Assert.Equal(before, await Everything());
    }

    /// <summary>How many rows each table has, and what accounts hold. The keys that seal forms are made by the framework when the first one is.</summary>
    private Task<string> Everything() => demonstration.App.Database(async db =>
    {
        var lines = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Where(t => t is not ("audit" or "protection_keys")).Order(StringComparer.Ordinal))
        {
#pragma warning disable EF1002 // The names of the model's own tables.
            lines.Add($"{table} {(await db.Database.SqlQueryRaw<int>($"SELECT CAST(count(*) AS int) AS \"Value\" FROM {table}").ToListAsync())[0]}");
#pragma warning restore EF1002
        }

        lines.AddRange((await db.Persons.AsNoTracking().OrderBy(p => p.Id).ToListAsync()).Select(p => $"{p.Email} {p.Language} {p.TotpSecret} {p.NoDigest}"));
        return string.Join('\n', lines);
    });
}
