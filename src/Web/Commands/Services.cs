using Mestring.Web.Storage;
using Microsoft.Data.Sqlite;

namespace Mestring.Web.Commands;

/// <summary>The application's services for a verb that runs and ends: the same settings and database as the server.</summary>
internal static class Services
{
    /// <param name="settings">Settings that were typed; see <see cref="Settings"/>.</param>
    /// <param name="work">What the verb does.</param>
    public static async Task<int> Use(string[] settings, Func<IServiceProvider, Task<int>> work)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = settings,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"),
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddMestring(builder.Configuration);
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        await SayIfNew(builder.Configuration, scope.ServiceProvider.GetRequiredService<DatabaseSettings>());
        await Server.Prepare(scope.ServiceProvider, CancellationToken.None);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Somebody who meant a database that is there must not be given an empty one: none is made where nobody has said where, and where somebody has it is said.</summary>
    private static async Task SayIfNew(ConfigurationManager configuration, DatabaseSettings database)
    {
        if (database.IsPostgres || new SqliteConnectionStringBuilder(database.Connection).DataSource is not { Length: > 0 } file || File.Exists(file) || file is ":memory:")
        {
            return;
        }

        if (configuration["Data:Folder"] is null && configuration.GetConnectionString("Mestring") is null)
        {
            throw new SettingsException($"There is no database {Path.GetFullPath(file)}. Say where it is, as with --Data:Folder /srv/mestring or the settings the server runs with; a new one is made in the folder you name.");
        }

        await Console.Error.WriteLineAsync($"mestring: there was no database {Path.GetFullPath(file)}; a new one was made.");
    }
}
