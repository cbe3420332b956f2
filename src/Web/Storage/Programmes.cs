using System.Text.Json;
using Mestring.Core.Networks;

namespace Mestring.Web.Storage;

/// <summary>The programmes a network can be started from: one JSON file each, in a folder beside the executable. A new file is a new programme.</summary>
internal sealed class Programmes(IReadOnlyList<Programme> all)
{
    /// <summary>By id.</summary>
    public IReadOnlyList<Programme> All => all;

    public Programme? Find(string id) => all.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.Ordinal));

    /// <summary>Reads the folder of the setting <c>Programmes:Folder</c>, or <c>programmes</c> beside the executable.</summary>
    /// <exception cref="SettingsException">The folder or a file in it cannot be used; the message says which, where and why.</exception>
    public static Programmes Read(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["Programmes:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "programmes"));
        if (!Directory.Exists(folder))
        {
            throw new SettingsException($"There is no folder {folder} with programmes. Set Programmes:Folder to where the programme files are.");
        }

        var files = Directory.EnumerateFiles(folder, "*.json").Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal));
        return new Programmes([.. files.Select(ReadFile).OrderBy(p => p.Id, StringComparer.Ordinal)]);
    }

    private static Programme ReadFile(string file)
    {
        try
        {
            var programme = ProgrammeJson.ReadProgramme(File.ReadAllText(file));
            return ProgrammeCheck.Faults(programme) is [var fault, ..] ? throw new SettingsException($"The programme {file} cannot be used. {fault}") : programme;
        }
        catch (JsonException e)
        {
            throw new SettingsException($"The programme {file} cannot be read. {e.Message}", e);
        }
    }
}
