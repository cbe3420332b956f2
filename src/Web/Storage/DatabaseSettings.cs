using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>Which database, and where files are kept.</summary>
internal sealed record DatabaseSettings(bool IsPostgres, string Connection, string Folder)
{
    /// <exception cref="SettingsException">A setting is missing or cannot be read.</exception>
    public static DatabaseSettings Read(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["Data:Folder"] ?? "data");
        var connection = configuration.GetConnectionString("Mestring");
        switch (configuration["Database:Provider"] ?? "Sqlite")
        {
            case "Sqlite":
                return new DatabaseSettings(false, connection ?? $"Data Source={Path.Combine(folder, "mestring.db")}", folder);
            case "PostgreSQL" when string.IsNullOrWhiteSpace(connection):
                throw new SettingsException("Database:Provider is PostgreSQL but ConnectionStrings:Mestring is not set. Give one such as 'Host=localhost;Database=mestring;Username=mestring'.");
            case "PostgreSQL":
                return new DatabaseSettings(true, connection, folder);
            case var other:
                throw new SettingsException($"Database:Provider is '{other}'. It must be Sqlite or PostgreSQL.");
        }
    }

    public void Use(DbContextOptionsBuilder options)
    {
        if (IsPostgres)
        {
            options.UseNpgsql(Connection);
        }
        else
        {
            options.UseSqlite(Connection).AddInterceptors(SqliteDurability.Instance);
        }
    }
}
