using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Mestring.Web.Tests;

/// <summary>The executable as somebody types its name, in a process and a folder of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("mestring-command").FullName;

    /// <summary>Whether the settings say where the database is.</summary>
    public bool SaysFolder { get; set; } = true;

    /// <summary>Runs a verb to its end.</summary>
    public async Task<(int Code, string Said, string Complained)> Run(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (SaysFolder)
        {
            start.Environment["Data__Folder"] = Folder;
        }

        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said, await complained);
    }

    /// <summary>Puts a file in the folder.</summary>
    public Task Put(string name, string text) => File.WriteAllTextAsync(Path.Combine(Folder, name), text);

    /// <summary>Rows of a table, or of the part of it that a condition names.</summary>
    public long Count(string table)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "mestring.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name of a table, from the test itself
        command.CommandText = $"SELECT count(*) FROM {table}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The first column of what a question answers.</summary>
    public IReadOnlyList<string> Texts(string question)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "mestring.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // From the test itself
        command.CommandText = question;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
