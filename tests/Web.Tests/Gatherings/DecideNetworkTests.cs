using System.Net;
using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Gatherings;

public sealed class DecideNetworkTests : IDisposable
{
    private const string Desk = $"/desk/{Town.Slug}";

    private readonly Town _town = new();

    [Theory]
    [InlineData(NetworkState.Open, "Closed", 0)]
    [InlineData(NetworkState.Open, "Cancelled", 2)]
    [InlineData(NetworkState.Closed, "Cancelled", 2)]
    [InlineData(NetworkState.Closed, "Open", 2)]
    [InlineData(NetworkState.Running, "Ended", 0)]
    public async Task Every_step_is_confirmed_on_a_page_that_says_who_is_mailed_what(NetworkState from, string to, int told)
    {
        await _town.Network(from);
        await _town.Enrol("9901", EnrolmentState.Confirmed);
        await _town.Enrol("9902", EnrolmentState.WaitingList);
        await _town.Enrol("9903", EnrolmentState.Declined);
        var leader = await _town.Leader();

        var page = await leader.Get($"{Desk}/state/{to}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(from, (await _town.Stored()).State);
        Assert.Equal(told, page.Page.QuerySelectorAll("section ul li").Length);
        Assert.Empty(await _town.Mails());
        Assert.Equal(Desk, (await leader.Send(page, $"{Desk}/state", ("to", to))).Location);
        var mails = await _town.Mails();
        Assert.Equal(told, mails.Count);
        Assert.All(mails, m =>
        {
            Assert.Contains(m.Subject, page.Text, StringComparison.Ordinal);
            Assert.Contains(m.Recipient, page.Text, StringComparison.Ordinal);
            Assert.True(m.NextAttemptAt > _town.App.Clock.GetUtcNow());
        });
    }

    [Fact]
    public async Task A_cancelled_network_says_so_and_says_nothing_of_figures_that_are_followed()
    {
        await _town.Network(NetworkState.Closed);
        var leader = await _town.Leader();

        await leader.Submit($"{Desk}/state/Cancelled", ("to", "Cancelled"));

        var page = await _town.App.Open().Get($"/networks/{Town.Slug}");
        Assert.Contains("Nettverket er avlyst", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nettverket er avsluttet", page.Text, StringComparison.Ordinal);
        var list = (await _town.App.Open().Get("/")).Page;
        Assert.Equal("Prøvenettverket", list.QuerySelector("section[aria-labelledby=cancelled] a")!.TextContent);
        Assert.Null(list.QuerySelector("section[aria-labelledby=followed]"));
    }

    [Fact]
    public async Task Within_a_quarter_of_an_hour_a_cancelling_is_taken_back_and_nobody_is_mailed()
    {
        await _town.Network(NetworkState.Closed);
        await _town.Enrol("9901");
        var leader = await _town.Leader();
        await leader.Submit($"{Desk}/state/Cancelled", ("to", "Cancelled"));
        _town.App.Clock.Pass(TimeSpan.FromMinutes(14));

        Assert.Equal(Desk, (await leader.Submit(Desk, ("version", "2"))).Location);

        Assert.Equal(NetworkState.Closed, (await _town.Stored()).State);
        Assert.Empty(await _town.Mails());
        Assert.Empty(await _town.App.Database(db => db.NetworkChanges.ToListAsync()));
    }

    [Fact]
    public async Task Once_the_mails_are_due_there_is_no_way_back()
    {
        await _town.Network(NetworkState.Closed);
        await _town.Enrol("9901");
        var leader = await _town.Leader();
        await leader.Submit($"{Desk}/state/Cancelled", ("to", "Cancelled"));
        var open = await leader.Get(Desk);
        _town.App.Clock.Pass(TimeSpan.FromMinutes(15));

        var late = await leader.Send(open, Desk, ("version", "2"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("for sent å angre", late.ErrorOf("to"), StringComparison.Ordinal);
        Assert.Equal(NetworkState.Cancelled, (await _town.Stored()).State);
        Assert.Single(await _town.Mails());
        Assert.Null((await leader.Get(Desk)).Page.QuerySelector("form[action$='/undo']"));
    }

    [Fact]
    public async Task What_is_published_is_taken_back_only_while_nobody_has_enrolled()
    {
        await _town.Network(NetworkState.Draft);
        var leader = await _town.Leader();
        Assert.Contains("hvem kommunene kan spørre", (await leader.Get($"{Desk}/state/Open")).Text, StringComparison.Ordinal);
        await leader.Submit($"{Desk}/edit", ("contact-name", "Kontoret"), ("contact-email", "kontoret@ks.example"));
        await leader.Submit($"{Desk}/state/Open", ("to", "Open"));
        Assert.Equal(HttpStatusCode.OK, (await _town.App.Open().Get($"/networks/{Town.Slug}")).Status);

        await leader.Submit(Desk, ("version", "3"));
        Assert.Equal(HttpStatusCode.NotFound, (await _town.App.Open().Get($"/networks/{Town.Slug}")).Status);

        await leader.Submit($"{Desk}/state/Open", ("to", "Open"));
        await _town.Enrol("9901", EnrolmentState.Received);
        Assert.Null((await leader.Get(Desk)).Page.QuerySelector("form[action$='/undo']"));
    }

    [Fact]
    public async Task A_draft_is_deleted_and_its_address_is_free_again_but_what_is_published_is_not_deleted()
    {
        await _town.Network(NetworkState.Draft);
        await _town.Network(NetworkState.Open, slug: "apent-2027");
        var leader = await _town.Leader();

        Assert.Equal("/desk", (await leader.Submit($"{Desk}/delete", ("version", "1"))).Location);

        Assert.False(await _town.App.Database(db => db.Networks.AnyAsync(n => n.Slug == Town.Slug)));
        Assert.False(await _town.App.Database(db => db.PersonRoles.AnyAsync(r => r.Network == Town.Slug)));
        var other = await _town.App.As(Role.Leader, network: "apent-2027");
        Assert.Contains("ikke slettet", (await other.Get("/desk/apent-2027/delete")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.Post("/desk/apent-2027/delete", ("version", "1"))).Status);
        Assert.True(await _town.App.Database(db => db.Networks.AnyAsync(n => n.Slug == "apent-2027")));
    }

    [Theory]
    [InlineData(NetworkState.Closed, "Fristen var satt til", "2027-04-12")]
    [InlineData(NetworkState.Running, "Første samling begynner 12. april 2027", "2027-04-12")]
    [InlineData(NetworkState.Running, "samlingene er begynt", "2027-02-01")]
    public async Task The_invitation_says_what_is_past_as_past_and_what_is_ahead_as_ahead(NetworkState state, string said, string first)
    {
        await _town.Network(state, first: DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Contains(said, (await _town.App.Open().Get($"/networks/{Town.Slug}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_to_the_mails_of_a_network_go_to_its_contact()
    {
        await _town.Network(NetworkState.Running);
        await _town.Enrol("9901");
        var leader = await _town.Leader();
        await leader.Submit($"{Desk}/edit", ("contact-name", "Kontoret"), ("contact-email", "kontoret@ks.example"));

        await leader.Submit($"{Desk}/messages", ("subject", "Husk fristen"), ("body", "Lever planen."));

        Assert.All(await _town.Mails(), m => Assert.Equal("kontoret@ks.example", m.ReplyTo));
    }

    public void Dispose() => _town.Dispose();
}
