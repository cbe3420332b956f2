using System.Net;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;

namespace Mestring.Web.Tests.Access;

/// <summary>A national identity number in an address is stopped before anything reads it, and does not stay there.</summary>
public sealed class QueryGuardTests
{
    private const string Network = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}";
    private const string Number = "13097248022";

    [Theory]
    [InlineData($"{Network}/cases?search={Number}")]
    [InlineData($"{Network}/cases?show=all&search=130972+-+48022")]
    [InlineData($"{Network}/follow-ups?show=now&team={Number}")]
    [InlineData($"{Network}/follow-ups?show=now&person=130972%0A48022")]
    [InlineData($"/m/{CaseWorld.Own}/reads?pseudonym={Number}")]
    [InlineData($"/m/{CaseWorld.Own}/reads.csv?pseudonym={Number}")]
    [InlineData($"/?{Number}")]
    [InlineData($"/sign-in?back=%2Fcases%3Fsearch%3D{Number}")]
    public async Task It_is_refused_on_a_page_whose_address_does_not_hold_it(string address)
    {
        using var world = await CaseWorld.New("nn");
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own, language: "nn");

        var reply = await coordinator.Get(address);

        Assert.Equal((HttpStatusCode.Redirect, "/identity-number"), (reply.Status, reply.Location));
        var page = await coordinator.Get(reply.Location!);
        Assert.Contains("såg ut som eit fødselsnummer", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Number[6..], page.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.All(world.App.Sql.Commands, command => Assert.DoesNotContain(Number, command, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?search=12345678901")] // wrong check digits
    [InlineData("?search=E-0147&page=2")]
    [InlineData("?search=00000000-0000-4000-8001-130972480220")]
    [InlineData("?search=13097248-0220-4000-8001-00000000000a")]
    public async Task Other_search_terms_pass(string query)
    {
        using var world = await CaseWorld.New();

        Assert.Equal(HttpStatusCode.OK, (await world.Nurse.Get($"{Network}/cases{query}")).Status);
    }
}
