using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Mestring.Web.Tests;

/// <summary>One person's browser without JavaScript: opens pages, fills in forms, sends them.</summary>
internal sealed class Browser(HttpClient client)
{
    /// <summary>A header with every request from now on.</summary>
    public void Header(string name, string value) => client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);

    /// <summary>Asks about a page without its body.</summary>
    public async Task<Reply> Head(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
        using var response = await client.SendAsync(request);
        return await Reply.Of(response);
    }

    /// <summary>Sends the form of an open page many times at the same moment.</summary>
    public Task<Reply[]> SendAtOnce(int times, Reply open, string path, params (string Field, string Text)[] typed) =>
        Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(() => Send(open, path, typed))));

    public void Cookie(string cookie) => client.DefaultRequestHeaders.Add("Cookie", cookie);

    public async Task<Reply> Get(string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await Reply.Of(response);
    }

    /// <summary>How many bytes a page, style sheet or font takes on the line, packed as the server and today's browsers agree to; null for what is no page.</summary>
    public async Task<int?> Weigh(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Accept-Encoding", "gzip, deflate, br, zstd");
        using var response = await client.SendAsync(request);
        return response.IsSuccessStatusCode && response.Content.Headers.ContentDisposition is null ? (await response.Content.ReadAsByteArrayAsync()).Length : null;
    }

    /// <summary>Follows redirects, as a browser does.</summary>
    public async Task<Reply> Visit(string path)
    {
        var answer = await Get(path);
        for (var hops = 0; answer.Location is not null && hops < 5; hops++)
        {
            answer = await Get(answer.Location);
        }

        return answer;
    }

    /// <summary>Opens a page, fills in the form that has the given action (or the first one with the first field) and sends it.</summary>
    public async Task<Reply> Submit(string path, params (string Field, string Text)[] typed) => await Send(await Get(path), path, typed);

    /// <summary>Fills in and sends a form of a page that is already open.</summary>
    public async Task<Reply> Send(Reply open, string path, params (string Field, string Text)[] typed)
    {
        var form = open.Page.Forms.FirstOrDefault(f => typed.Length > 0 && f.Elements.Any(e => string.Equals(e.GetAttribute("name"), typed[0].Field, StringComparison.Ordinal)))
            ?? open.Page.Forms.FirstOrDefault(f => !string.Equals(f.GetAttribute("action"), "/sign-out", StringComparison.Ordinal) && string.Equals(f.Method, "post", StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"There is no form on {path} ({(int)open.Status}).");
        var action = form.GetAttribute("action") is { Length: > 0 } there ? there : path;
        using var content = Filled(form, typed);
        using var response = await client.PostAsync(new Uri(action, UriKind.Relative), content);
        return await Reply.Of(response);
    }

    /// <summary>Sends a raw form with a valid antiforgery token, as somebody with tools would.</summary>
    public async Task<Reply> Post(string path, params (string Field, string Text)[] fields)
    {
        // A page for everybody carries a token that is nobody's.
        var own = await Get("/account");
        var page = own.Location is null ? own : await Get("/sign-in");
        var token = page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Field, f.Text)).Append(KeyValuePair.Create("__RequestVerificationToken", token)));
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return await Reply.Of(response);
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<Reply> Upload(string path, string field, string fileName, byte[] bytes, params (string Field, string Text)[] typed)
    {
        var open = await Get(path);
        var form = open.Page.Forms.First(f => f.QuerySelector($"input[type=file][name='{field}']") is not null);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Values(form, typed))
        {
            content.Add(new StringContent(value), name);
        }

        using var file = new ByteArrayContent(bytes);
        content.Add(file, field, fileName);
        var action = form.GetAttribute("action") is { Length: > 0 } there ? there : path;
        using var response = await client.PostAsync(new Uri(action, UriKind.Relative), content);
        return await Reply.Of(response);
    }

    private static HttpContent Filled(IHtmlFormElement form, (string Field, string Text)[] typed)
    {
        var values = Values(form, typed);
        if (string.Equals(form.GetAttribute("enctype"), "multipart/form-data", StringComparison.Ordinal))
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in values)
            {
                parts.Add(new StringContent(value), name);
            }

            return parts;
        }

        return new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Field, v.Text)));
    }

    /// <summary>What the form holds, with what was typed instead: typing a field again and again ticks several boxes.</summary>
    private static List<(string Field, string Text)> Values(IHtmlFormElement form, (string Field, string Text)[] typed)
    {
        var values = new List<(string, string)>();
        foreach (var element in form.Elements)
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
                IHtmlInputElement { Type: "file" or "submit" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Value,
                IHtmlTextAreaElement area => area.Value,
                _ => null,
            };
            if (value is not null && element.GetAttribute("name") is { } name && !typed.Any(t => string.Equals(t.Field, name, StringComparison.Ordinal)))
            {
                values.Add((name, value));
            }
        }

        values.AddRange(typed);
        return values;
    }
}
