using System.Globalization;
using Mestring.Web.Cases;
using Mestring.Web.Storage;

namespace Mestring.Web.Tests.Cases;

public sealed class ListCasesTests(DemonstrationApp demonstration) : IClassFixture<DemonstrationApp>
{
    /// <summary>What is counted is counted in another way than what is listed is found: each filter lists as many as it says.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("1")]
    public async Task Each_filter_lists_as_many_courses_as_it_says(string search)
    {
        var nurse = await demonstration.App.As(Role.Professional, "9901", demonstration.CasesNetwork);
        var most = 0;
        foreach (var filter in Enum.GetNames<ListCases.Filter>())
        {
            var address = $"/m/9901/{demonstration.CasesNetwork}/cases?show={filter.ToLowerInvariant()}&search={search}";
            var pressed = (await nurse.Get(address)).Page.QuerySelector("main a[data-variant=primary][aria-current=true]")!.TextContent;
            var said = int.Parse(pressed[(pressed.IndexOf('(', StringComparison.Ordinal) + 1)..^1], CultureInfo.InvariantCulture);
            var listed = new HashSet<string>(StringComparer.Ordinal);
            for (var page = 1; page <= said / 25 + 1; page++)
            {
                listed.UnionWith((await nurse.Get($"{address}&page={page}")).Page.QuerySelectorAll("main table th a").Select(a => a.GetAttribute("href")!));
            }

            Assert.Equal((filter, said), (filter, listed.Count));
            most = Math.Max(most, said);
        }

        Assert.NotEqual(0, most);
    }
}
