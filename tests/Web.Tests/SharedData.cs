using System.Runtime.CompilerServices;

namespace Mestring.Web.Tests;

/// <summary>Public figures that stand beside the repository. Without them a test is skipped, and under <c>CI=true</c> it fails.</summary>
internal static class SharedData
{
    public static string Path(string name)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "../../../shared/data", name));
        if (!File.Exists(path))
        {
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal), $"{path} is missing, and CI=true does not let a test be skipped.");
        }

        Skip.IfNot(File.Exists(path), $"{path} is missing.");
        return path;
    }

    private static string Here([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
