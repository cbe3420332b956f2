using System.Net;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Gatherings;

public sealed class EnrolmentDecisionTests : IDisposable
{
    private const string Path = $"/desk/{Town.Slug}/enrolments/9901";

    private readonly Town _town = new();

    [Fact]
    public async Task Confirming_makes_the_coordinator_an_account_and_mails_a_link_that_opens_it()
    {
        await Received("nn");
        var leader = await _town.Leader();

        Assert.Equal(Path, (await leader.Submit(Path, ("to", "Confirmed"), ("note", "Velkomne!"))).Location);

        Assert.Equal(EnrolmentState.Confirmed, (await _town.Enrolment("9901")).State);
        var mails = await _town.Mails();
        Assert.Equal(["Du er invitert til Mestring", "Prøvenettverket på nynorsk: påmeldinga er stadfesta"], mails.Select(m => m.Subject), StringComparer.Ordinal);
        Assert.Contains("Frå nettverksleiaren: Velkomne!", mails[1].Body, StringComparison.Ordinal);
        var link = mails[0].Body.Split('\n').Single(l => l.Contains("/link/", StringComparison.Ordinal));
        var browser = _town.App.Open();
        await browser.Submit(new Uri(link).AbsolutePath, ("password", "et langt passord til kari"), ("again", "et langt passord til kari"));
        Assert.Equal(2, await _town.App.Database("9901", db => db.Audit.CountAsync(a => a.Network == Town.Slug)));
        Assert.Equal(Role.Coordinator, (await _town.App.Database(db => db.PersonRoles.SingleAsync(r => r.Municipality == Core.Places.MunicipalityCode.Parse("9901", null)))).Role);
    }

    [Fact]
    public async Task Confirming_twice_confirms_and_mails_once()
    {
        await Received();
        var leader = await _town.Leader();
        var open = await leader.Get(Path);

        await leader.Send(open, Path, ("to", "Confirmed"));
        var again = await leader.Send(open, Path, ("to", "Confirmed"));

        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(2, (await _town.Mails()).Count);
        Assert.Equal(1, await _town.App.Database(db => db.Audit.CountAsync(a => a.Action == "decide-enrolment")));
    }

    [Fact]
    public async Task Who_has_a_password_gets_the_role_and_no_link()
    {
        await Received();
        await _town.App.Database(async db =>
        {
            var person = new Person { Id = Guid.CreateVersion7(App.Start), Email = "kari@9901.example.no", Name = "Kari", CreatedAt = App.Start };
            person.PasswordHash = Passwords.Hash(person, "et langt passord til kari");
            db.Persons.Add(person);
            await db.SaveChangesAsync();
        });

        await (await _town.Leader()).Submit(Path, ("to", "Confirmed"));

        Assert.EndsWith("påmeldingen er bekreftet", Assert.Single(await _town.Mails()).Subject, StringComparison.Ordinal);
        Assert.Equal(1, await _town.App.Database(db => db.PersonRoles.CountAsync(r => r.Role == Role.Coordinator)));
    }

    [Theory]
    [InlineData(EnrolmentState.Received, EnrolmentState.WaitingList, "Prøvenettverket: dere står på venteliste")]
    [InlineData(EnrolmentState.Received, EnrolmentState.Declined, "Prøvenettverket: svar på påmeldingen")]
    [InlineData(EnrolmentState.WaitingList, EnrolmentState.Declined, "Prøvenettverket: svar på påmeldingen")]
    [InlineData(EnrolmentState.Confirmed, EnrolmentState.Withdrawn, "Prøvenettverket: påmeldingen er trukket")]
    [InlineData(EnrolmentState.Declined, EnrolmentState.Received, "Prøvenettverket: påmeldingen er tatt opp igjen")]
    [InlineData(EnrolmentState.Withdrawn, EnrolmentState.Received, "Prøvenettverket: påmeldingen er tatt opp igjen")]
    public async Task Every_other_answer_is_mailed_and_noted(EnrolmentState from, EnrolmentState to, string subject)
    {
        await _town.Network(NetworkState.Open);
        await _town.Enrol("9901", from);

        await (await _town.Leader()).Submit(Path, ("to", to.ToString()));

        Assert.Equal(to, (await _town.Enrolment("9901")).State);
        Assert.Equal(subject, Assert.Single(await _town.Mails()).Subject);
        var noted = await _town.App.Database(db => db.Audit.SingleAsync(a => a.Action == "decide-enrolment"));
        Assert.Equal(($"{{\"state\":\"{from}\"}}", $"{{\"state\":\"{to}\"}}"), (noted.Before, noted.After));
    }

    [Theory]
    [InlineData(EnrolmentState.Confirmed, EnrolmentState.Declined)]
    [InlineData(EnrolmentState.Declined, EnrolmentState.Confirmed)]
    [InlineData(EnrolmentState.Withdrawn, EnrolmentState.WaitingList)]
    public async Task An_answer_that_does_not_follow_is_refused_and_mails_nobody(EnrolmentState from, EnrolmentState to)
    {
        await _town.Network(NetworkState.Open);
        await _town.Enrol("9901", from);

        var reply = await (await _town.Leader()).Submit(Path, ("to", to.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.StartsWith("En påmelding som er", reply.ErrorOf("to"), StringComparison.Ordinal);
        Assert.Equal(from, (await _town.Enrolment("9901")).State);
        Assert.Empty(await _town.Mails());
    }

    [Fact]
    public async Task Two_leaders_who_answer_differently_do_not_overwrite_each_other()
    {
        await Received();
        var (one, other) = (await _town.Leader(), await _town.Leader());
        var open = await other.Get(Path);
        await one.Submit(Path, ("to", "WaitingList"));

        var reply = await other.Send(open, Path, ("to", "Declined"), ("note", "Beklager"));

        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Equal("Beklager", reply.Page.QuerySelector("#note")!.TextContent);
        Assert.Equal(EnrolmentState.WaitingList, (await _town.Enrolment("9901")).State);
    }

    [Fact]
    public async Task A_fee_by_agreement_is_entered_by_the_leader_and_counted_in_the_total()
    {
        await _town.Network(NetworkState.Open);
        await _town.Enrol("9901", population: 160_000);
        await _town.Enrol("9902", population: 4310);
        var leader = await _town.Leader();
        Assert.Contains("Avgifter som ikke er avtalt ennå, er ikke med.", (await leader.Get($"/desk/{Town.Slug}")).Text, StringComparison.Ordinal);

        var wrong = await leader.Submit(Path, ("amount", "mye"));
        Assert.Equal("Skriv beløpet i hele kroner, for eksempel 27200.", wrong.ErrorOf("amount"));
        await leader.Submit(Path, ("amount", "120 000"));

        var row = await _town.Enrolment("9901");
        Assert.Equal(120_000, row.FeeAmount);
        Assert.Equal(120_000m, ProgrammeJson.ReadFee(row.FeeRule).Amount);
        Assert.Contains("kr 137 100", (await leader.Get($"/desk/{Town.Slug}")).Text.Replace(' ', ' ').Replace(' ', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Post($"/desk/{Town.Slug}/enrolments/9902/fee", ("amount", "1"), ("version", "1"))).Status);
    }

    public void Dispose() => _town.Dispose();

    private async Task Received(string language = "nb")
    {
        await _town.Network(NetworkState.Open);
        await _town.Enrol("9901", EnrolmentState.Received, language);
    }
}
