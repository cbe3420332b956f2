using System.Net;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace Mestring.Web.Tests.Access;

/// <summary>Links lead to where the operator says this installation is, whatever a request claims.</summary>
public sealed class SiteAddressTests : IDisposable
{
    private readonly App _app = new();

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1")]
    public async Task A_request_to_another_host_is_answered_400_and_mails_nothing(string host)
    {
        await _app.Database(db =>
        {
            db.Persons.Add(new Person { Id = Guid.CreateVersion7(App.Start), Email = "kari@example.no", Name = "Kari", CreatedAt = App.Start });
            return db.SaveChangesAsync();
        });
        using var client = _app.CreateClient();
        client.DefaultRequestHeaders.Host = host;

        using var page = await client.GetAsync(new Uri("/forgotten", UriKind.Relative));
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("email", "kari@example.no")]);
        using var sent = await client.PostAsync(new Uri("/forgotten", UriKind.Relative), content);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (page.StatusCode, sent.StatusCode));
        Assert.Equal(0, await _app.Database(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task A_forwarded_host_changes_no_link()
    {
        await _app.Database(db =>
        {
            db.Persons.Add(new Person { Id = Guid.CreateVersion7(App.Start), Email = "kari@example.no", Name = "Kari", CreatedAt = App.Start });
            return db.SaveChangesAsync();
        });
        var browser = _app.Open();
        browser.Header("X-Forwarded-Host", "evil.example");
        browser.Header("X-Forwarded-Proto", "https");
        browser.Header("X-Original-Host", "evil.example");

        await browser.Submit("/forgotten", ("email", "kari@example.no"));

        var body = await _app.Database(db => db.Mails.Select(m => m.Body).SingleAsync());
        Assert.Contains($"{App.Address}/link/", body, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", body, StringComparison.Ordinal);
    }

    [Fact]
    public void No_code_but_the_one_setting_reads_where_a_request_was_sent()
    {
        var sources = Directory.EnumerateFiles(App.Sources(), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal) && !f.EndsWith("DemonstrationSettings.cs", StringComparison.Ordinal));

        Assert.DoesNotContain(sources, f => File.ReadAllText(f) is var text && (text.Contains("Request.Host", StringComparison.Ordinal) || text.Contains("Request.Scheme", StringComparison.Ordinal) || text.Contains("GetDisplayUrl", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null, "Address is not set. Give the address people open, such as --Address https://mestring.example: the links in mails begin with it.")]
    [InlineData("mestring.example", "Address is 'mestring.example'. Give the address people open, without a path, such as https://mestring.example.")]
    [InlineData("https://mestring.example/sti", "Address is 'https://mestring.example/sti'. Give the address people open, without a path, such as https://mestring.example.")]
    [InlineData("ftp://mestring.example", "Address is 'ftp://mestring.example'. Give the address people open, without a path, such as https://mestring.example.")]
    [InlineData("https://ola@mestring.example", "Address is 'https://ola@mestring.example'. Give the address people open, without a path, such as https://mestring.example.")]
    [InlineData("http://0.0.0.0:5000", "Address is 'http://0.0.0.0:5000'. Give the address people open, without a path, such as https://mestring.example.")]
    public void Outside_development_the_operator_must_say_it(string? address, string message) =>
        Assert.Equal(message, Assert.Throws<SettingsException>(() => Read("Production", ("Address", address))).Message);

    [Fact]
    public void Hosts_are_limited_to_it_and_to_those_the_operator_adds()
    {
        Assert.Equal(["mestring.example"], Read("Production", ("Address", "https://mestring.example:8443"), ("AllowedHosts", "*")).Hosts());
        Assert.Equal(["mestring.example", "10.0.0.5"], Read("Production", ("Address", "https://mestring.example"), ("AllowedHosts", "10.0.0.5")).Hosts());
        Assert.Equal(["localhost", "127.0.0.1", "[::1]"], Read("Development", ("urls", "http://0.0.0.0:5080")).Hosts());
    }

    [Fact]
    public void While_developing_links_lead_to_where_the_server_listens()
    {
        Assert.Equal("http://localhost:5080/link/x", Read("Development", ("urls", "http://localhost:5080;https://localhost:5081")).Of("/link/x"));
        Assert.Equal("http://localhost:5000/link/x", Read("Development", ("urls", "http://+:80")).Of("/link/x"));
    }

    [Fact]
    public void With_TLS_cookies_belong_to_this_host_and_to_TLS_alone()
    {
        Assert.Equal("__Host-mestring-session", Read("Production", ("Address", "https://mestring.example")).Cookie(Sessions.CookieName));
        Assert.Equal("mestring-session", Read("Production", ("Address", "http://mestring.example")).Cookie(Sessions.CookieName));
    }

    public void Dispose() => _app.Dispose();

    private static SiteAddress Read(string environment, params (string Key, string? Value)[] settings) => SiteAddress.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build(), new HostingEnvironment { EnvironmentName = environment });
}
