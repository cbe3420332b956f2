using System.Net;
using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Gatherings;

public sealed class LeadersTests : IDisposable
{
    private const string Path = $"/desk/{Town.Slug}/leaders";

    private readonly Town _town = new();

    [Fact]
    public async Task A_leader_adds_another_who_is_mailed_once_and_then_leads_too()
    {
        await _town.Network(NetworkState.Open);
        var leader = await _town.Leader();

        Assert.Equal(Path, (await leader.Submit(Path, ("name", "Ola Leder"), ("email", "ola@ks.example"))).Location);
        await leader.Submit(Path, ("name", "Ola Leder"), ("email", "OLA@ks.example"));

        Assert.Equal("ola@ks.example", Assert.Single(await _town.Mails()).Recipient);
        Assert.Equal(2, await _town.App.Database(db => db.PersonRoles.CountAsync(r => r.Network == Town.Slug && r.Role == Role.Leader)));
        Assert.Contains("Invitert, har ikke logget inn", (await leader.Get(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_takes_the_role_of_another_away_but_never_their_own()
    {
        await _town.Network(NetworkState.Open);
        var leader = await _town.Leader();
        await leader.Submit(Path, ("name", "Ola Leder"), ("email", "ola@ks.example"));
        var people = await _town.App.Database(db => db.PersonRoles.Where(r => r.Network == Town.Slug).Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => p).ToListAsync());
        var (ola, self) = (people.Single(p => p.Email == "ola@ks.example"), people.Single(p => p.Email != "ola@ks.example"));

        var refused = await leader.Post($"{Path}/remove", ("person", self.Id.ToString()));
        var removed = await leader.Post($"{Path}/remove", ("person", ola.Id.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(Path, removed.Location);
        Assert.Equal(self.Id, await _town.App.Database(db => db.PersonRoles.Where(r => r.Network == Town.Slug).Select(r => r.PersonId).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Post($"{Path}/remove", ("person", ola.Id.ToString()))).Status);
    }

    [Theory]
    [InlineData("a@ks.example, b@ks.example")]
    [InlineData("Ola <ola@ks.example>")]
    [InlineData("ola")]
    public async Task One_plain_address_is_taken(string typed)
    {
        await _town.Network(NetworkState.Open);

        Assert.NotNull((await (await _town.Leader()).Submit(Path, ("name", "Ola"), ("email", typed))).ErrorOf("email"));
        Assert.Empty(await _town.Mails());
    }

    public void Dispose() => _town.Dispose();
}
