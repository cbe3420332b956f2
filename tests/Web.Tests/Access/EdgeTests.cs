using System.Net;
using System.Security.Cryptography;
using System.Text;
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

    [Theory]
    [InlineData("%01")]
    [InlineData("%FF")]
    [InlineData("%ED%A0%80")]
    [InlineData("%2F..%2F%5C")]
    [InlineData("4 kB")]
    public async Task Every_value_in_an_address_answers_less_than_500(string value)
    {
        var asked = 0;
        foreach (var (path, rule) in demonstration.With("GET", value == "4 kB" ? new string('9', 4096) : value))
        {
            var answer = await demonstration.Who(rule).Get(path);

            Assert.True((int)answer.Status < 500, $"{path[..Math.Min(path.Length, 200)]} answered {(int)answer.Status}");
            asked++;
        }

        Assert.True(asked > 100);
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

    /// <summary>
    /// What each table holds, as one number a table. Of sessions only how many: when one was used is written. The keys that seal forms are made
    /// by the framework when the first form is.
    /// </summary>
    private Task<string> Everything() => demonstration.App.Database(async db =>
    {
        var lines = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Where(t => t is not ("audit" or "protection_keys")).Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names of the model's own tables.
            command.CommandText = table is "sessions" ? "SELECT count(*) FROM sessions" : $"SELECT * FROM {table}";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}")));
            }

            var text = string.Join('\n', rows.Order(StringComparer.Ordinal));
            lines.Add($"{table} {rows.Count} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}");
        }

        await db.Database.CloseConnectionAsync();
        return string.Join('\n', lines);
    });
}
