using System.Diagnostics;
using System.Net;

namespace Mestring.Web.Tests.Design;

/// <summary>What anybody can send to a form, in size and in signs.</summary>
public sealed class TextDoorTests : IDisposable
{
    private readonly App _app = new();

    [Theory]
    [InlineData("3f250413-2999-9741-0201-3299999702aa ", 700_000)]
    [InlineData("02013299997", 700_000)]
    [InlineData("0\u200b2", 100_000)]
    [InlineData("A\u030a", 200_000)]
    public async Task A_long_text_is_answered_at_once_beside_its_field(string piece, int length)
    {
        var (reply, took) = await Send(piece, length);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.NotNull(reply.ErrorOf("email"));
        Assert.True(took < TimeSpan.FromSeconds(1), $"{took}");
    }

    [Fact]
    public async Task A_sign_that_no_text_has_is_called_that_and_not_too_large()
    {
        var reply = await _app.Open().Post("/sign-in", ("email", "kari\0@example.no"), ("password", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("Det du sendte, kan ikke leses", reply.Page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("3f250413-2999-9741-0201-3299999702aa ")]
    [InlineData("0\u200b2")]
    [InlineData("A\u030a")]
    [InlineData("a")]
    public async Task A_field_of_four_megabytes_is_answered_at_once_with_what_to_do(string piece)
    {
        var (reply, took) = await Send(piece, 4_000_000);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.Status);
        Assert.Contains("Gå tilbake", reply.Page.Body!.TextContent, StringComparison.Ordinal);
        // Most of it is this side's writing of the form; a server that looks at it anew with each piece takes half a minute.
        Assert.True(took < TimeSpan.FromSeconds(10), $"{took}");
    }

    [Fact]
    public async Task A_number_in_the_name_of_a_field_is_neither_kept_nor_shown()
    {
        var browser = _app.Open();

        var reply = await browser.Submit("/sign-in", ("email", ""), ("password", ""), ("02013299997", "x"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.DoesNotContain("02013299997", reply.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();

    private async Task<(Reply Reply, TimeSpan Took)> Send(string piece, int length)
    {
        var browser = _app.Open();
        await browser.Submit("/sign-in", ("email", "a@example.no"), ("password", "x"));
        var page = await browser.Get("/sign-in");
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        var clock = Stopwatch.StartNew();
        return (await browser.Send(page, "/sign-in", ("email", text), ("password", "x")), clock.Elapsed);
    }
}
