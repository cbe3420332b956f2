using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Comparison;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mestring.Web.Tests.Access;

/// <summary>
/// Who may call what. Every endpoint of the application stands in docs/access.md, a line each, as somebody has read and
/// agreed to it; the gatekeeper is asked for every line and every kind of visitor, and must answer what stands there.
/// </summary>
public sealed class AccessMatrixTests : IDisposable
{
    private const string Network = "prove-2027";
    private const string Municipality = "9901";
    private const string OtherMunicipality = "9902";

    private static readonly (string Name, Role? Role, string Municipality, string Network)[] Visitors =
    [
        ("nobody", null, "", ""),
        ("operator", Role.Operator, "", ""),
        ("leader", Role.Leader, "", Network),
        ("other leader", Role.Leader, "", "annet-2027"),
        ("coordinator", Role.Coordinator, Municipality, ""),
        ("approver", Role.Approver, Municipality, ""),
        ("professional", Role.Professional, Municipality, ""),
        ("reader", Role.Reader, Municipality, ""),
        ("other municipality", Role.Coordinator, OtherMunicipality, ""),
    ];

    private readonly App _app = new();

    [Fact]
    public async Task Every_endpoint_lets_in_exactly_those_the_table_says()
    {
        await AddMembers();
        var table = new StringBuilder("| endpoint | ").AppendJoin(" | ", Visitors.Select(v => v.Name)).Append(" |\n|");
        table.Insert(table.Length, " --- |", Visitors.Length + 1).Append('\n');
        foreach (var (line, endpoint) in Lines())
        {
            table.Append("| ").Append(line);
            foreach (var visitor in Visitors)
            {
                table.Append(" | ").Append(await Ask(endpoint, visitor));
            }

            table.Append(" |\n");
        }

        Agreed(table.ToString());
    }

    [Fact]
    public async Task Another_municipality_is_answered_404_over_HTTP_by_every_endpoint_of_this_one()
    {
        await AddMembers();
        var stranger = await _app.As(Role.Coordinator, OtherMunicipality);
        var asked = 0;
        foreach (var (line, endpoint) in Lines().Where(l => l.Line.Contains("/m/{municipality}", StringComparison.Ordinal)))
        {
            var path = Path(endpoint);
            var reply = line.StartsWith("GET", StringComparison.Ordinal) ? await stranger.Get(path) : await stranger.Post(path);
            Assert.True(reply.Status is HttpStatusCode.NotFound, $"{line} answered {(int)reply.Status} to another municipality");
            asked++;
        }

        Assert.True(asked > 2);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_by_every_closed_endpoint()
    {
        await AddMembers();
        var nobody = _app.Open();
        foreach (var (line, endpoint) in Lines().Where(l => l.Endpoint.Metadata.GetMetadata<Rule>() is { Scope: not Scope.Everyone }))
        {
            var reply = line.StartsWith("GET", StringComparison.Ordinal) ? await nobody.Get(Path(endpoint)) : await nobody.Post(Path(endpoint));
            Assert.True(reply.Location?.StartsWith("/sign-in?back=", StringComparison.Ordinal), $"{line} answered {(int)reply.Status} to nobody");
        }
    }

    [Fact]
    public void Every_endpoint_that_changes_something_asks_for_the_token_of_its_own_page()
    {
        foreach (var (line, endpoint) in Lines().Where(l => !l.Line.StartsWith("GET", StringComparison.Ordinal)))
        {
            Assert.True(endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Antiforgery.IAntiforgeryMetadata>() is { RequiresValidation: true }, $"{line} can be sent by a page of somebody else.");
        }
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Asks the gatekeeper itself, so that the answer does not depend on which cases happen to exist.</summary>
    private async Task<string> Ask(RouteEndpoint endpoint, (string Name, Role? Role, string Municipality, string Network) asked)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var visitor = services.GetRequiredService<Visitor>();
        if (asked.Role is { } role)
        {
            var person = new Person { Id = Guid.CreateVersion7(App.Start), Email = "x", Name = "x" };
            visitor.Is(
                person,
                new Session { TokenHash = "x", PersonId = person.Id, SecondFactorAt = App.Start },
                [new PersonRole { PersonId = person.Id, Role = role, Municipality = asked.Municipality.Length == 0 ? default : MunicipalityCode.Parse(asked.Municipality, null), Network = asked.Network }]);
        }

        var passed = false;
        var gatekeeper = new Gatekeeper(_ =>
        {
            passed = true;
            return Task.CompletedTask;
        });
        var http = new DefaultHttpContext { RequestServices = services };
        http.SetEndpoint(endpoint);
        (http.Request.Scheme, http.Request.Host) = ("http", new HostString("localhost"));
        http.Request.RouteValues["municipality"] = Municipality;
        http.Request.RouteValues["slug"] = Network;
        if (!endpoint.RoutePattern.Parameters.Any(p => p.Name is "slug"))
        {
            http.Request.RouteValues.Remove("slug");
        }

        await gatekeeper.InvokeAsync(http, visitor, services.GetRequiredService<Tenant>(), services.GetRequiredService<MestringDb>(), services.GetRequiredService<Texts>(), services.GetRequiredService<Frame>(), services.GetRequiredService<Drafts>(), _app.Clock);
        return passed ? "yes" : http.Response.StatusCode switch { StatusCodes.Status302Found => "sign in", var status => $"{status}" };
    }

    private IEnumerable<(string Line, RouteEndpoint Endpoint)> Lines() =>
        (from endpoint in _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
         from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
         select ($"{method} {endpoint.RoutePattern.RawText}", endpoint))
        .OrderBy(l => l.endpoint.RoutePattern.RawText, StringComparer.Ordinal)
        .ThenBy(l => l.Item1, StringComparer.Ordinal);

    private static string Path(RouteEndpoint endpoint) => string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "municipality" } => Municipality,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "slug" } => Network,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "id" or "draft" or "goal" or "action" or "person" or "query" or "receipt" or "entry" } => "0197f0aa-0000-7000-8000-000000000001",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "point" } => "Start",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "year" } => "2026",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "grant" } => "new",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart => "1",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        _ => string.Empty,
    })))).Insert(0, "/");

    private Task AddMembers() => _app.Network(Network, Seeded.Reablement, new DateOnly(2027, 4, 20), (Municipality, "Eksempelvik"), (OtherMunicipality, "Prøvedal"));

    private static void Agreed(string table, [CallerFilePath] string here = "")
    {
        var file = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../docs/access.md");
        var text = File.Exists(file) ? File.ReadAllText(file) : string.Empty;
        var agreed = text[Math.Max(text.IndexOf("| endpoint", StringComparison.Ordinal), 0)..];
        if (!string.Equals(agreed, table, StringComparison.Ordinal))
        {
            File.WriteAllText(System.IO.Path.ChangeExtension(file, ".received.md"), table);
            var lines = agreed.Split('\n').ToHashSet(StringComparer.Ordinal);
            Assert.Fail("docs/access.md does not say who may call this (read docs/access.received.md and agree to it):\n" + string.Join('\n', table.Split('\n').Where(l => !lines.Contains(l))));
        }
    }
}
