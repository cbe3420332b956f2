namespace Mestring.Web.Storage;

/// <summary>Where mail goes: to an SMTP server, or as .eml files into a folder.</summary>
internal sealed record MailSettings(string From, string Folder, SmtpSettings? Smtp, TimeSpan Interval)
{
    /// <summary>How long one try of one mail may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    /// <exception cref="SettingsException">A setting is missing or cannot be read.</exception>
    public static MailSettings Read(IConfiguration configuration, string dataFolder)
    {
        var mail = configuration.GetSection("Mail");
        var host = mail["Smtp:Host"];
        if (host is not null && !int.TryParse(mail["Smtp:Port"] ?? "587", System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            throw new SettingsException($"Mail:Smtp:Port is '{mail["Smtp:Port"]}'. Give a number such as 587.");
        }

        if (host is not null && mail["From"] is null)
        {
            throw new SettingsException("Mail:Smtp:Host is set but Mail:From is not. Give the address that mails are sent from.");
        }

        if (mail["From"] is { } from && !MimeKit.MailboxAddress.TryParse(from, out _))
        {
            throw new SettingsException($"Mail:From is '{from}'. Give the address that mails are sent from, such as mestring@example.no.");
        }

        return new MailSettings(
            mail["From"] ?? "mestring@localhost",
            mail["Folder"] ?? Path.Combine(dataFolder, "mail"),
            host is null ? null : new SmtpSettings(host, int.Parse(mail["Smtp:Port"] ?? "587", System.Globalization.CultureInfo.InvariantCulture), mail["Smtp:User"] ?? "", mail["Smtp:Password"] ?? "", mail.GetValue("Smtp:Tls", true)),
            TimeSpan.FromSeconds(mail.GetValue("IntervalSeconds", 5)));
    }
}
