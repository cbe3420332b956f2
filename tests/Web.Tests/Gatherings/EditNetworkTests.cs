using System.Net;
using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Gatherings;

public sealed class EditNetworkTests : IDisposable
{
    private const string Path = $"/desk/{Town.Slug}/edit";

    private readonly Town _town = new();

    [Fact]
    public async Task A_draft_changes_without_telling_anybody()
    {
        await _town.Network(NetworkState.Draft);

        Assert.Equal($"/desk/{Town.Slug}", (await (await _town.Leader()).Submit(Path, ("gathering-1-place", "Eksempelvik"))).Location);

        Assert.Equal("Eksempelvik", (await _town.Stored()).Read().Gatherings()[0].Plan.Place!.En);
        Assert.Empty(await _town.App.Database(db => db.NetworkChanges.ToListAsync()));
    }

    [Fact]
    public async Task A_change_after_publishing_is_dated_and_mailed_in_the_language_of_each_enrolment()
    {
        var before = await _town.Network(NetworkState.Open);
        await _town.Enrol("9901", EnrolmentState.Received, "nb");
        await _town.Enrol("9902", EnrolmentState.Confirmed, "nn");
        await _town.Enrol("9903", EnrolmentState.Declined, "nb");

        await (await _town.Leader()).Submit(Path, ("gathering-1-first", "2027-04-19"), ("gathering-1-last", "2027-04-20"));

        var change = Assert.Single(await _town.App.Database(db => db.NetworkChanges.ToListAsync()));
        Assert.Equal("Samling 1 er flyttet fra 12.–13. april 2027 til 19.–20. april 2027.", change.Read().Nb);
        Assert.Equal("Gathering 1 is moved from 12–13 April 2027 to 19–20 April 2027.", change.Read().En);
        var mails = await _town.Mails();
        Assert.Equal(["kari@9901.example.no", "kari@9902.example.no"], mails.Select(m => m.Recipient), StringComparer.Ordinal);
        Assert.Contains("Samling 1 er flytt frå 12.–13. april 2027", mails[1].Body, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 4, 19), (await _town.Stored()).FirstDay);
        Assert.Equal(new DateOnly(2027, 4, 12), before.Starts());
    }

    [Fact]
    public async Task Saving_without_a_change_tells_nobody()
    {
        await _town.Network(NetworkState.Open);
        await _town.Enrol("9901");

        await (await _town.Leader()).Submit(Path, ("name-nb", "Prøvenettverket"));

        Assert.Empty(await _town.Mails());
        Assert.Equal(1, (await _town.Stored()).Version);
    }

    [Theory]
    [InlineData("band-1-from", "2000", "band-1-from", "2 000 innbyggere står i to rader. La raden begynne ett høyere.")]
    [InlineData("band-1-from", "1500", "band-1-from", "1 500–2 000 innbyggere står i to rader. Flytt grensen så hvert tall står i én rad.")]
    [InlineData("band-1-from", "2101", "band-1-from", "2 001–2 100 innbyggere står ikke i noen rad. Flytt grensen, eller legg til en rad.")]
    [InlineData("band-1-to", "1", "band-1-from", "Raden går fra 2 001 til 1. «Til» må være like stort eller større.")]
    public async Task A_fee_table_with_an_overlap_or_a_gap_says_where_and_is_not_saved(string field, string typed, string at, string message)
    {
        await _town.Network(NetworkState.Open);

        var reply = await (await _town.Leader()).Submit(Path, (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal(message, reply.ErrorOf(at)!.Replace(' ', ' ').Replace(' ', ' '));
        Assert.Equal(typed, reply.Page.GetElementById(field)!.GetAttribute("value"));
        Assert.Equal((1, 2001), ((await _town.Stored()).Version, (await _town.Stored()).Read().Fee().Bands[1].From));
    }

    [Theory]
    [InlineData("deadline", "2027-05-01", "deadline")]
    [InlineData("deadline", "", "deadline")]
    [InlineData("gathering-1-last", "2027-04-01", "gathering-1-last")]
    [InlineData("gathering-2-first", "2027-04-01", "gathering-2-first")]
    [InlineData("name-nn", "", "name-nn")]
    [InlineData("planned-to", "2", "planned-to")]
    public async Task Dates_and_numbers_that_cannot_be_are_refused_at_their_field(string field, string typed, string at)
    {
        await _town.Network(NetworkState.Open);

        var reply = await (await _town.Leader()).Submit(Path, (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.NotNull(reply.ErrorOf(at));
        Assert.Equal(1, (await _town.Stored()).Version);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_loses_nothing()
    {
        await _town.Network(NetworkState.Draft);
        var (one, other) = (await _town.Leader(), await _town.Leader());
        var open = await other.Get(Path);
        await one.Submit(Path, ("gathering-1-place", "Eksempelvik"));

        var conflict = await other.Send(open, Path, ("gathering-1-place", "Prøvedal"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("Prøvedal", conflict.Page.GetElementById("gathering-1-place")!.GetAttribute("value"));
        Assert.Contains("Eksempelvik", conflict.Text, StringComparison.Ordinal);
        Assert.Equal("Eksempelvik", (await _town.Stored()).Read().Gatherings()[0].Plan.Place!.Nb);

        await other.Send(conflict, Path, ("gathering-1-place", "Prøvedal"));
        Assert.Equal("Prøvedal", (await _town.Stored()).Read().Gatherings()[0].Plan.Place!.Nb);
    }

    [Fact]
    public async Task A_flat_approximate_fee_can_be_changed()
    {
        await _town.Network(NetworkState.Open, "utviklingshemming");

        await (await _town.Leader()).Submit(Path, ("flat", "45 000"));

        var fee = (await _town.Stored()).Read().Fee();
        Assert.Equal((45_000m, true), (fee.FlatAmount, fee.Approximate));
    }

    [Fact]
    public async Task A_draft_is_read_whole_in_each_language_before_it_is_published()
    {
        var run = await _town.Network(NetworkState.Draft);
        var leader = await _town.Leader();

        var links = (await leader.Get($"/desk/{Town.Slug}")).Page.QuerySelectorAll("main header a[lang]").Select(a => (a.GetAttribute("lang")!, a.GetAttribute("href")!)).ToList();

        Assert.Equal(["nb", "nn", "en"], links.Select(l => l.Item1), StringComparer.Ordinal);
        foreach (var (tag, address) in links)
        {
            var (page, language) = ((await leader.Get(address)).Page, Web.Design.Texts.Parse(tag)!.Value);
            Assert.Equal(tag, page.DocumentElement.GetAttribute("lang"));
            foreach (var line in run.Programme.Texts.Commitments.Concat(run.Programme.Texts.Wishes).Concat(run.Programme.Texts.EnrolmentAsks))
            {
                Assert.Contains(line[language], page.Body!.TextContent, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_minimum_above_the_places_is_said_at_the_minimum_with_both_numbers()
    {
        await _town.Network(NetworkState.Open);

        var reply = await (await _town.Leader()).Submit(Path, ("minimum", "12"));

        Assert.Equal("Minst 12 er flere enn de 10 det er plass til. Skriv et lavere tall, eller planlegg for flere.", reply.ErrorOf("minimum"));
        Assert.Null(reply.ErrorOf("planned-to"));
    }

    [Fact]
    public async Task The_contact_and_VAT_are_the_leaders_to_change_and_a_second_address_is_refused()
    {
        await _town.Network(NetworkState.Open);
        var leader = await _town.Leader();

        foreach (var wrong in new[] { "a@ks.no, b@ks.no", "Kari <kari@ks.no>", "kari" })
        {
            Assert.NotNull((await leader.Submit(Path, ("contact-name", "Nettverkskontoret"), ("contact-email", wrong))).ErrorOf("contact-email"));
        }

        Assert.Equal($"/desk/{Town.Slug}", (await leader.Submit(Path, ("contact-name", "Nettverkskontoret"), ("contact-email", "nettverk@ks.example"), ("contact-phone", "24 13 26 00"), ("vat", "Included"))).Location);

        var run = (await _town.Stored()).Read();
        Assert.Equal((new NetworkContact("Nettverkskontoret", "nettverk@ks.example", "24 13 26 00"), VatStatus.Included), (run.Terms.Contact!, run.Fee().Vat));
        var changes = await _town.App.Database(db => db.NetworkChanges.ToListAsync());
        Assert.Equal(["Kontakt for nettverket er nå Nettverkskontoret, nettverk@ks.example og 24 13 26 00.", "Merverdiavgift er med i beløpet."], changes.Select(c => c.Read().Nb).Order(StringComparer.Ordinal));
        var invitation = (await _town.App.Open().Get($"/networks/{Town.Slug}")).Page;
        Assert.NotNull(invitation.QuerySelector("a[href='mailto:nettverk@ks.example']"));
        Assert.NotNull(invitation.QuerySelector("a[href='tel:24132600']"));
    }

    public void Dispose() => _town.Dispose();
}
