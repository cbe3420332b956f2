namespace Mestring.Web.Commands;

/// <summary>The application's services for a verb that runs and ends: the same settings and database as the server.</summary>
internal static class Services
{
    public static async Task<int> Use(Func<IServiceProvider, Task<int>> work)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddMestring(builder.Configuration);
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        await Server.Prepare(scope.ServiceProvider, CancellationToken.None);
        return await work(scope.ServiceProvider);
    }
}
