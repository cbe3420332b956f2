using System.Net;
using System.Text.RegularExpressions;
using Mestring.Web.Storage;

namespace Mestring.Web.Tests.Access;

/// <summary>No page shows a link that its reader may not follow: every role walks from its first page through everything it is shown.</summary>
public sealed partial class LinksTests(DemonstrationApp demonstration) : IClassFixture<DemonstrationApp>
{
    private const int Most = 400;

    [Theory]
    [InlineData(null)]
    [InlineData("Reader")]
    [InlineData("Approver")]
    [InlineData("Professional")]
    [InlineData("Coordinator")]
    [InlineData("Leader")]
    [InlineData("Operator")]
    public async Task Every_link_a_person_is_shown_can_be_followed(string? role)
    {
        var who = role switch
        {
            null => demonstration.App.Open(),
            "Operator" => await demonstration.App.As(Role.Operator),
            "Leader" => await demonstration.App.As(Role.Leader, network: demonstration.CasesNetwork),
            _ => await demonstration.App.As(Enum.Parse<Role>(role), "9901"),
        };
        var waiting = new Queue<(string Address, string From)>([("/", "start"), (role switch { null => "/", "Leader" => "/desk", "Operator" => "/operator", _ => "/m/9901" }, "start")]);
        var (seen, broken, read) = (new HashSet<string>(StringComparer.Ordinal), new List<string>(), 0);
        while (read < Most && waiting.TryDequeue(out var next))
        {
            if (!seen.Add(Kind(next.Address)))
            {
                continue;
            }

            read++;
            var page = await who.Get(next.Address);
            if (page.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound || (int)page.Status >= 500)
            {
                broken.Add($"{next.Address} answers {(int)page.Status} and is linked from {next.From}");
            }

            foreach (var link in page.Page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(IsOurs))
            {
                waiting.Enqueue((Absolute(link, next.Address), next.Address));
            }
        }

        Assert.Empty(broken);
        Assert.InRange(read, role is null or "Operator" ? 5 : 12, Most - 1);
    }

    private static bool IsOurs(string link) => link is ['/', ..] or ['?', ..] && !link.StartsWith("/language/", StringComparison.Ordinal) && !link.StartsWith("/sign-in", StringComparison.Ordinal);

    private static string Absolute(string link, string from) => (link[0] is '?' ? from.Split('?')[0] + link : link).Split('#')[0];

    /// <summary>Pages of the same kind are opened once: ids and numbers aside.</summary>
    private static string Kind(string address) => Numbers().Replace(Ids().Replace(address, "id"), "n");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex(@"(?<=/|=)\d{1,4}(?=$|/|&)(?<!/m/\d{4})", RegexOptions.None, 1000)]
    private static partial Regex Numbers();
}
