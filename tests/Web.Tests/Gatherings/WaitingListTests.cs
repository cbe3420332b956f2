using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Gatherings;

public sealed class WaitingListTests : IDisposable
{
    private readonly Town _town = new();

    [Theory]
    [InlineData(3, "står på venteliste til", "fullt")]
    [InlineData(10, "er fullt for nå", "har bestemt hvem")]
    public async Task The_mail_says_full_only_when_it_is(int confirmed, string said, string not)
    {
        await _town.Network(NetworkState.Open);
        for (var i = 1; i <= confirmed; i++)
        {
            await _town.Enrol($"99{i + 10}");
        }

        await _town.Enrol("9901", EnrolmentState.Received);

        await (await _town.Leader()).Submit($"/desk/{Town.Slug}/enrolments/9901", ("to", "WaitingList"));

        var mail = Assert.Single(await _town.Mails());
        Assert.Contains(said, mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(not, mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_has_an_order_that_leader_and_municipality_see_and_a_free_place_is_told()
    {
        await _town.Network(NetworkState.Open);
        for (var i = 1; i <= 10; i++)
        {
            await _town.Enrol($"99{i + 10}");
        }

        await _town.Enrol("9901", EnrolmentState.Received);
        await _town.Enrol("9902", EnrolmentState.Received);
        await _town.App.Database("9901", db => db.Enrolments.ExecuteUpdateAsync(e => e.SetProperty(x => x.Reference, "PROVE-9901").SetProperty(x => x.OrganisationNumber, "123456785")));
        var leader = await _town.Leader();
        await leader.Submit($"/desk/{Town.Slug}/enrolments/9902", ("to", "WaitingList"));
        _town.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await leader.Submit($"/desk/{Town.Slug}/enrolments/9901", ("to", "WaitingList"));

        Assert.Contains("Venteliste: 1. Kommune 9902 og 2. Kommune 9901.", (await leader.Get($"/desk/{Town.Slug}")).Text, StringComparison.Ordinal);
        Assert.Contains("Plass på ventelista: 2.", (await _town.App.Open().Get($"/networks/{Town.Slug}/receipt/PROVE-9901")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("står først på ventelista", (await leader.Get($"/desk/{Town.Slug}")).Text, StringComparison.Ordinal);

        await leader.Submit($"/desk/{Town.Slug}/enrolments/9911", ("to", "Withdrawn"));

        var waits = (await leader.Get($"/desk/{Town.Slug}")).Page.QuerySelectorAll("section.cols-3 li").Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("Kommune 9902: står først på ventelista, og 1 plass er ledig", waits);
    }

    public void Dispose() => _town.Dispose();
}
