using Mestring.Web.Storage;
using Microsoft.Extensions.Configuration;

namespace Mestring.Web.Tests.Storage;

/// <summary>A setting that cannot be used stops the start with one line that says which, what it was, and what is wanted.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database:Provider is 'Oracle'. It must be Sqlite or PostgreSQL.")]
    [InlineData("Database:Provider", "PostgreSQL", "Database:Provider is PostgreSQL but ConnectionStrings:Mestring is not set. Give one such as 'Host=localhost;Database=mestring;Username=mestring'.")]
    public void An_impossible_database_is_named(string key, string value, string message) =>
        Assert.Equal(message, Assert.Throws<SettingsException>(() => DatabaseSettings.Read(With((key, value)))).Message);

    [Fact]
    public void Without_settings_the_database_is_a_file_in_the_data_folder()
    {
        var settings = DatabaseSettings.Read(With(("Data:Folder", "/srv/mestring")));

        Assert.Equal((false, "Data Source=/srv/mestring/mestring.db"), (settings.IsPostgres, settings.Connection));
    }

    [Fact]
    public void A_mail_server_needs_a_sender_and_a_port_that_is_a_number()
    {
        Assert.StartsWith("Mail:Smtp:Host is set but Mail:From is not.", Assert.Throws<SettingsException>(() => MailSettings.Read(With(("Mail:Smtp:Host", "smtp.example.no")), "data")).Message, StringComparison.Ordinal);
        Assert.StartsWith("Mail:Smtp:Port is 'x'.", Assert.Throws<SettingsException>(() => MailSettings.Read(With(("Mail:Smtp:Host", "smtp.example.no"), ("Mail:From", "a@example.no"), ("Mail:Smtp:Port", "x")), "data")).Message, StringComparison.Ordinal);
        Assert.Null(MailSettings.Read(With(), "data").Smtp);
    }

    private static IConfigurationRoot With(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
