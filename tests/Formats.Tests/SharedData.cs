using System.Runtime.CompilerServices;

namespace Mestring.Formats.Tests;

/// <summary>Public figures that stand in a folder beside the repository. Where there is no such folder a test is skipped; a file that is missing from it fails.</summary>
internal static class SharedData
{
    public static FileStream Open(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Repository(), "../shared/data", name));
        Skip.IfNot(Directory.Exists(Path.GetFullPath(Path.Combine(Repository(), "../shared/data"))), "The folder of public figures is not beside the repository.");
        Assert.True(File.Exists(path), $"{path} is missing.");
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
