using Mestring.Web.Access;
using Mestring.Web.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Mestring.Web.Tests.Access;

public sealed class VerbServicesTests
{
    [Fact]
    public void A_verb_of_the_command_line_has_its_services_though_no_server_listens()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddMestring(builder.Configuration);
        using var host = builder.Build();
        using var scope = host.Services.CreateScope();

        Assert.True(scope.ServiceProvider.GetRequiredService<DemonstrationSettings>().ListensOnLoopback);
        Assert.NotNull(scope.ServiceProvider.GetRequiredService<MestringDb>());
    }
}
