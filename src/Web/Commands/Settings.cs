namespace Mestring.Web.Commands;

/// <summary>The settings among what was typed: the same on every verb as when serving, such as <c>--Data:Folder /srv/mestring</c> or <c>--Address=https://mestring.example</c>.</summary>
internal static class Settings
{
    /// <summary>First parts of the settings there are (docs/operations); a name with a colon is always one.</summary>
    private static readonly string[] Known = ["urls", "Address", "AllowedHosts", "Demonstration", "environment", "contentRoot", "Data", "Database", "ConnectionStrings", "Mail", "Keys", "Logging", "Programmes", "Kestrel"];

    /// <returns>What the verb reads, and what is a setting.</returns>
    public static (string[] Verb, string[] Settings) Split(string[] args)
    {
        var (verb, settings) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            if (!IsSetting(args[i]))
            {
                verb.Add(args[i]);
            }
            else if (args[i].Contains('=', StringComparison.Ordinal))
            {
                settings.Add(args[i]);
            }
            else
            {
                settings.Add(args[i]);
                settings.Add(++i < args.Length ? args[i] : throw new Storage.SettingsException($"{args[i - 1]} has no value."));
            }
        }

        return ([.. verb], [.. settings]);
    }

    private static bool IsSetting(string arg)
    {
        if (!arg.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var name = arg[2..].Split('=')[0];
        return name.Contains(':', StringComparison.Ordinal) || Known.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
