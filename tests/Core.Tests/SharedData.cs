using System.Runtime.CompilerServices;

namespace Mestring.Core.Tests;

/// <summary>Public figures that stand in a folder beside the repository. Where there is no such folder a test is skipped; a file that is missing from it fails.</summary>
internal static class SharedData
{
    public static string Path(string name)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "../../../shared/data", name));
        Skip.IfNot(Directory.Exists(System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "../../../shared/data"))), "The folder of public figures is not beside the repository.");
        Assert.True(File.Exists(path), $"{path} is missing.");
        return path;
    }

    private static string Here([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
