using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Mestring.Web.Tests.Access;

/// <summary>Made-up people are for whoever sits at the machine, never for whoever can reach it.</summary>
public sealed class DemonstrationPeopleTests
{
    [Theory]
    [InlineData(true, "http://127.0.0.1:5000")]
    [InlineData(true, "http://localhost:5000", "http://[::1]:5000")]
    [InlineData(false, "http://0.0.0.0:5000")]
    [InlineData(false, "http://127.0.0.1:5000", "http://192.168.1.20:5000")]
    [InlineData(false, "http://[::]:5000")]
    [InlineData(false)]
    public async Task They_are_offered_only_when_every_address_is_this_machine(bool offered, params string[] addresses)
    {
        using var app = new App(demonstration: true);
        await Server.Seed(app.Services.CreateScope().ServiceProvider, CancellationToken.None);
        var feature = new Addresses();
        app.Services.GetRequiredService<IServer>().Features.Set<IServerAddressesFeature>(feature);
        Array.ForEach(addresses, feature.All.Add);

        var page = await app.Open().Get("/sign-in");

        Assert.Equal(offered, page.Page.QuerySelector("select[name=person]") is not null);
    }

    private sealed class Addresses : IServerAddressesFeature
    {
        public List<string> All { get; } = [];

        ICollection<string> IServerAddressesFeature.Addresses => All;

        public bool PreferHostingUrls { get; set; }
    }
}
