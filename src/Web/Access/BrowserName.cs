namespace Mestring.Web.Access;

/// <summary>Kind of browser and machine as people know them, from what the browser says of itself. For a person's own list of where they are signed in; decides nothing.</summary>
internal static class BrowserName
{
    /// <summary>Programs that are built on another one also say that one's name, so the order counts.</summary>
    private static readonly (string Sign, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Machines = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    public static string Of(string? agent) => string.Join(", ", new[] { Find(Browsers, agent), Find(Machines, agent) }.Where(n => n.Length > 0));

    private static string Find((string Sign, string Name)[] known, string? agent) =>
        known.FirstOrDefault(k => agent?.Contains(k.Sign, StringComparison.Ordinal) ?? false).Name ?? string.Empty;
}
