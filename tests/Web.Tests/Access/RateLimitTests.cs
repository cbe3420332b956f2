using System.Net;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Tests.Gatherings;

namespace Mestring.Web.Tests.Access;

/// <summary>Forms that anybody can send are sent so often and not oftener from one address.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task Enrolments_from_one_address_stop_at_the_limit_with_a_page_that_says_so()
    {
        using var town = new Town();
        await town.Network(NetworkState.Open);
        await Flood(town.App.Open(), $"/networks/{Town.Slug}/enrol", ("do", "fee"));
        Assert.Equal(HttpStatusCode.OK, (await town.App.Open().Get($"/networks/{Town.Slug}/enrol")).Status);
    }

    [Fact]
    public async Task Requests_for_a_new_password_stop_at_the_limit_too()
    {
        using var app = new App();
        await Flood(app.Open(), "/forgotten", ("email", "nobody@example.no"));
    }

    [Theory]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2:ffff::1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void An_address_of_the_same_network_is_the_same_sender(string one, string other, bool same) =>
        Assert.Equal(same, string.Equals(RateLimits.Key(IPAddress.Parse(one)), RateLimits.Key(IPAddress.Parse(other)), StringComparison.Ordinal));

    private static async Task Flood(Browser sender, string path, params (string, string)[] form)
    {
        for (var i = 0; i < RateLimits.Most; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await sender.Post(path, form)).Status);
        }

        var refused = await sender.Post(path, form);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Vent 10 minutter og prøv igjen", refused.Text, StringComparison.Ordinal);
    }
}
