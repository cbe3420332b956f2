using System.Runtime.CompilerServices;
using Mestring.Core.Networks;

namespace Mestring.Core.Tests.Networks;

/// <summary>The shipped programme files, read from the repository.</summary>
internal static class ProgrammeFiles
{
    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder(), name));

    public static Programme Read(string id) => ProgrammeJson.ReadProgramme(Text($"{id}.json"));

    public static IEnumerable<string> Ids() =>
        Directory.EnumerateFiles(Folder(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => !name.EndsWith(".schema", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../programmes");
}
