using System.Net;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Gatherings;

/// <summary>A mistyped address is seen, corrected and sent to again by who can.</summary>
public sealed class CorrectAddressTests : IDisposable
{
    private const string Path = $"/desk/{Town.Slug}/enrolments/9901";

    private readonly Town _town = new();

    [Fact]
    public async Task A_mail_that_failed_is_shown_to_the_leader_and_goes_to_the_corrected_address()
    {
        await Received();
        var old = (await _town.Enrolment("9901")).CoordinatorEmail;
        await _town.App.Database(db =>
        {
            db.Mails.Add(new Mail
            {
                Id = Guid.CreateVersion7(App.Start),
                Recipient = old,
                Subject = "Påmeldingen er mottatt",
                Body = "Hei",
                Language = "nb",
                CreatedAt = App.Start,
                NextAttemptAt = App.Start,
                Network = Town.Slug,
                Municipality = MunicipalityCode.FromNumber(9901),
                Attempts = 1,
                Error = "550 no such user",
                GivenUpAt = App.Start,
            });
            return db.SaveChangesAsync();
        });
        var leader = await _town.Leader();

        Assert.Contains("550 no such user", (await leader.Get($"/desk/{Town.Slug}")).Text, StringComparison.Ordinal);
        Assert.Equal(Path, (await leader.Submit(Path, ("address", "Riktig@Example.no"))).Location);

        Assert.Equal("riktig@example.no", (await _town.Enrolment("9901")).CoordinatorEmail);
        var mails = await _town.App.Database(db => db.Mails.AsNoTracking().Where(m => m.Municipality == MunicipalityCode.FromNumber(9901)).ToListAsync());
        Assert.All(mails, m => Assert.Equal(("riktig@example.no", null, 0), (m.Recipient, m.GivenUpAt, m.Attempts)));
        Assert.DoesNotContain("550 no such user", (await leader.Get($"/desk/{Town.Slug}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_of_the_mistyped_address_becomes_the_right_ones_and_its_link_dies()
    {
        await Received();
        var leader = await _town.Leader();
        await leader.Submit(Path, ("to", "Confirmed"));
        var wrong = await Links();
        _town.App.Clock.Pass(TimeSpan.FromMinutes(10));

        await leader.Submit(Path, ("address", "riktig@example.no"));

        var links = await Links();
        Assert.Equal(HttpStatusCode.NotFound, (await _town.App.Open().Get(wrong.Single())).Status);
        Assert.Equal(HttpStatusCode.OK, (await _town.App.Open().Get(links[^1])).Status);
        Assert.Equal(["riktig@example.no"], await _town.App.Database(db => (
            from role in db.PersonRoles
            join person in db.Persons on role.PersonId equals person.Id
            where role.Role == Role.Coordinator
            select person.Email).ToListAsync()));
    }

    [Theory]
    [InlineData("a@example.no, b@example.no", "Skriv én adresse.")]
    [InlineData("Kari <kari@example.no>", "Skriv bare adressen")]
    [InlineData("kari@kommune", "ikke et sted e-post kan sendes til")]
    public async Task What_cannot_be_mailed_to_is_refused_with_the_reason(string typed, string why)
    {
        await Received();

        var answer = await (await _town.Leader()).Submit(Path, ("address", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(why, answer.ErrorOf("address"), StringComparison.Ordinal);
    }

    public void Dispose() => _town.Dispose();

    private async Task Received()
    {
        await _town.Network(NetworkState.Open);
        await _town.Enrol("9901", EnrolmentState.Received);
    }

    private async Task<List<string>> Links() =>
        [.. (await _town.App.Database(db => db.Mails.Where(m => m.Body.Contains("/link/")).OrderBy(m => m.CreatedAt).Select(m => m.Body).ToListAsync())).Select(b => b[b.IndexOf("/link/", StringComparison.Ordinal)..].Split('\n')[0])];
}
