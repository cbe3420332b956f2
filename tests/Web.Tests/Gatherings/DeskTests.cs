using System.Net;
using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Gatherings;

public sealed class DeskTests : IDisposable
{
    private readonly Town _town = new();

    [Fact]
    public async Task A_leader_starts_a_network_from_a_programme_and_leads_it()
    {
        var leader = await _town.App.As(Role.Leader);
        (string, string)[] typed = [("programme", "hverdagsrehabilitering"), ("first", "2027-09-06"), ("name", ""), ("slug", "hverdag-2027")];

        Assert.Equal("/desk/hverdag-2027", (await leader.Submit("/desk", typed)).Location);
        Assert.Equal("/desk/hverdag-2027", (await leader.Submit("/desk", typed)).Location);

        var run = (await _town.App.Database(db => db.Networks.SingleAsync(n => n.Slug == "hverdag-2027"))).Read();
        Assert.Equal(new DateOnly(2027, 9, 6), run.Starts());
        Assert.StartsWith("Kvardagsrehabilitering 2027", run.Terms.Name.Nn, StringComparison.Ordinal);
        var open = await leader.Get("/desk/hverdag-2027");
        Assert.Equal(HttpStatusCode.OK, open.Status);
        Assert.Contains("Nettverket er et utkast", open.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slug", "Hverdag 2027", "Du skrev «Hverdag 2027». Bruk små bokstaver fra a til z, tall og bindestrek.")]
    [InlineData("first", "i morgen", "Velg en dato, dag, måned og år.")]
    [InlineData("first", "2027-01-04", "4. januar 2027 er ikke fram i tid. Velg en dag etter i dag.")]
    [InlineData("programme", "", "Velg hvilket program nettverket følger.")]
    [InlineData("first", "9999-12-31", "Velg en dato, dag, måned og år.")]
    [InlineData("first", "0001-01-01", "Velg en dato, dag, måned og år.")]
    [InlineData("first", "2150-01-01", "1. januar 2150 er for langt fram eller tilbake. Skriv et år fra 2000 til 2100.")]
    public async Task What_is_wrong_in_a_new_network_is_said_at_its_field(string field, string text, string message)
    {
        var leader = await _town.App.As(Role.Leader);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["programme"] = "hverdagsrehabilitering", ["first"] = "2027-09-06", ["slug"] = "hverdag-2027", [field] = text };

        var reply = await leader.Submit("/desk", [.. typed.Select(t => (t.Key, t.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal(message, reply.ErrorOf(field));
    }

    [Fact]
    public async Task The_address_of_somebody_elses_network_is_taken()
    {
        await _town.Network(NetworkState.Open);
        var other = await _town.App.As(Role.Leader);

        var reply = await other.Submit("/desk", ("programme", "hverdagsrehabilitering"), ("first", "2027-09-06"), ("slug", Town.Slug));

        Assert.Equal("Adressen «prove-2027» er brukt av et annet nettverk. Velg en annen.", reply.ErrorOf("slug"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/desk/{Town.Slug}")).Status);
    }

    [Fact]
    public async Task With_enough_members_a_closed_network_goes_ahead_and_every_member_is_told_in_their_language()
    {
        await _town.Network(NetworkState.Closed);
        for (var i = 1; i <= 6; i++)
        {
            await _town.Enrol($"990{i}", language: i == 2 ? "nn" : "nb");
        }

        await _town.Enrol("9911", EnrolmentState.Received);
        var leader = await _town.Leader();
        Assert.Contains("Kravet er minst 6, planlagt 8–10, så det er nok til å begynne.", (await leader.Get($"/desk/{Town.Slug}")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await Decide(leader, "Running")).Status);

        var stored = await _town.Stored();
        Assert.Equal((NetworkState.Running, _town.App.Clock.GetUtcNow()), (stored.State, stored.DecidedAt));
        var mails = await _town.Mails();
        Assert.Equal(6, mails.Count);
        Assert.Equal("Prøvenettverket på nynorsk blir sett i gang", Assert.Single(mails, m => m.Language is "nn").Subject);
        Assert.Equal(1, await _town.App.Database(db => db.Audit.CountAsync(a => a.Action == "decide-network")));
    }

    [Fact]
    public async Task With_too_few_members_a_network_cannot_go_ahead_but_can_open_again_or_be_cancelled()
    {
        await _town.Network(NetworkState.Closed);
        for (var i = 1; i <= 5; i++)
        {
            await _town.Enrol($"990{i}");
        }

        var leader = await _town.Leader();
        var page = await leader.Get($"/desk/{Town.Slug}");
        Assert.Contains("så det er for få til å begynne", page.Text, StringComparison.Ordinal);
        Assert.Equal([$"/desk/{Town.Slug}/state/Open", $"/desk/{Town.Slug}/state/Cancelled"], page.Page.QuerySelectorAll("#to a").Select(b => b.GetAttribute("href")), StringComparer.Ordinal);

        var forced = await leader.Post($"/desk/{Town.Slug}/state", ("version", "1"), ("to", "Running"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.Contains("Kravet er minst 6, og 5 kommuner er bekreftet.", forced.ErrorOf("to"), StringComparison.Ordinal);
        Assert.Equal(NetworkState.Closed, (await _town.Stored()).State);

        await Decide(leader, "Cancelled");
        Assert.Equal(NetworkState.Cancelled, (await _town.Stored()).State);
        Assert.Equal(5, (await _town.Mails()).Count(m => m.Subject is "Prøvenettverket blir ikke satt i gang"));
    }

    [Theory]
    [InlineData(NetworkState.Draft, "Running")]
    [InlineData(NetworkState.Open, "Running")]
    [InlineData(NetworkState.Running, "Open")]
    [InlineData(NetworkState.Ended, "Open")]
    [InlineData(NetworkState.Closed, "Ended")]
    [InlineData(NetworkState.Running, "Cancelled")]
    [InlineData(NetworkState.Cancelled, "Open")]
    public async Task A_network_never_skips_a_step(NetworkState from, string to)
    {
        await _town.Network(from);
        var leader = await _town.Leader();

        var reply = await leader.Post($"/desk/{Town.Slug}/state", ("to", to), ("version", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal(from, (await _town.Stored()).State);
    }

    [Fact]
    public async Task The_matrix_shows_every_state_with_its_day_and_sums_what_is_handed_in()
    {
        // First gathering in September 2026: the deadlines of two assignments are passed on 11 February 2027.
        var run = await _town.Network(NetworkState.Running, first: new DateOnly(2026, 9, 7));
        foreach (var code in new[] { "9901", "9902", "9903", "9904" })
        {
            await _town.Enrol(code);
        }

        await _town.HandIn("9901", 1, HandInState.Approved);
        await _town.HandIn("9902", 1, HandInState.HandedIn);
        await _town.HandIn("9903", 1, HandInState.Returned);

        var page = await (await _town.Leader()).Get($"/desk/{Town.Slug}");

        var first = run.Assignments()[0];
        var late = _town.App.Clock.GetUtcNow().Date.Subtract(first.Due.ToDateTime(default)).Days;
        var cells = page.Page.QuerySelectorAll("table.matrix tbody tr td:nth-child(2)").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(["Godkjent", "Levert 11.02.2027", "Til retting", $"{late} dager over fristen"], cells);
        Assert.All(page.Page.QuerySelectorAll("table.matrix tbody td"), cell => Assert.NotNull(cell.QuerySelector("svg")));
        Assert.Equal("3 av 4", page.Page.QuerySelector("table.matrix tfoot td")!.TextContent);
        Assert.Contains("1 innlevering å lese", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kommune 9904: mangler", string.Join(' ', page.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_asks_the_database_at_most_ten_times_however_many_are_enrolled()
    {
        await _town.Network(NetworkState.Running, first: new DateOnly(2026, 9, 7));
        for (var i = 10; i < 40; i++)
        {
            await _town.Enrol($"99{i}");
        }

        var leader = await _town.Leader();
        foreach (var path in new[] { "", "/gatherings/1", "/assignments/1", "/enrolments/9910", "/messages", "/edit", "/texts", "/texts/why", "/leaders", "/state/Ended" })
        {
            _town.App.Sql.Reset();
            Assert.Equal(HttpStatusCode.OK, (await leader.Get($"/desk/{Town.Slug}{path}")).Status);
            Assert.InRange(_town.App.Sql.Commands.Count, 1, 10);
        }
    }

    [Fact]
    public async Task Attendance_is_counted_with_advice_beside_it()
    {
        await _town.Network(NetworkState.Running);
        await _town.Enrol("9901", people: 3);
        await _town.Enrol("9902", people: 5);
        var leader = await _town.Leader();
        var path = $"/desk/{Town.Slug}/gatherings/1";

        var open = await leader.Get(path);
        Assert.Contains("3 påmeldt. Vi anbefaler minst 4.", open.Text, StringComparison.Ordinal);
        Assert.Contains("Vi anbefaler å ha med folkevalgt og administrativ ledelse på den første samlingen.", open.Text, StringComparison.Ordinal);
        Assert.Contains("sted er ikke bestemt", open.Text, StringComparison.Ordinal);

        Assert.Equal(path, (await leader.Submit(path, ("present-9901", "3"), ("politicians-9901", "1"))).Location);
        var row = await _town.App.Database("9901", db => db.Attendance.SingleAsync());
        Assert.Equal((3, 1), (row.Present, row.Politicians));

        var wrong = await leader.Submit(path, ("present-9902", "mange"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("Skriv et helt tall fra 0 til 500.", wrong.ErrorOf("present-9902"));

        await leader.Submit(path, ("present-9901", "4"));
        var stale = await leader.Send(open, path, ("present-9901", "9"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(4, (await _town.App.Database("9901", db => db.Attendance.SingleAsync())).Present);
    }

    [Fact]
    public async Task A_message_reaches_every_member_once_and_stays_on_the_page_of_the_municipality()
    {
        await _town.Network(NetworkState.Running);
        await _town.Enrol("9901");
        await _town.Enrol("9902", EnrolmentState.WaitingList);
        var leader = await _town.Leader();
        var path = $"/desk/{Town.Slug}/messages";
        var open = await leader.Get(path);

        await leader.Send(open, path, ("subject", "Husk fristen"), ("body", "Lever planen før påske."));
        await leader.Send(open, path, ("subject", "Husk fristen"), ("body", "Lever planen før påske."));

        var mail = Assert.Single(await _town.Mails());
        Assert.Equal("kari@9901.example.no", mail.Recipient);
        Assert.Contains("Lever planen før påske.", (await leader.Get(path)).Text, StringComparison.Ordinal);
        Assert.Contains("Lever planen før påske.", (await (await _town.App.As(Role.Reader, "9901")).Get("/m/9901")).Text, StringComparison.Ordinal);
    }

    public void Dispose() => _town.Dispose();

    private static Task<Reply> Decide(Browser leader, string to) => leader.Submit($"/desk/{Town.Slug}/state/{to}", ("version", "1"), ("to", to));
}
