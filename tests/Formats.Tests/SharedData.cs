using System.Runtime.CompilerServices;

namespace Mestring.Formats.Tests;

/// <summary>Public figures that stand beside the repository. Without them a test is skipped, and under <c>CI=true</c> it fails.</summary>
internal static class SharedData
{
    public static FileStream Open(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Repository(), "../shared/data", name));
        if (!File.Exists(path))
        {
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal), $"{path} is missing, and CI=true does not let a test be skipped.");
        }

        Skip.IfNot(File.Exists(path), $"{path} is missing.");
        return File.OpenRead(path);
    }

    public static string Repository() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../.."));

    /// <summary>The lines of a comma-separated file of ours, split; only for columns before a quoted one.</summary>
    public static IEnumerable<string[]> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
