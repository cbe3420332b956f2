using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Mestring.Web.Tests;

/// <summary>The executable as somebody types its name, in a folder of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    private static readonly Lazy<Task<CommandLine>> Demonstration = new(async () =>
    {
        var made = new CommandLine();
        Assert.Equal(0, (await made.Run("demo")).Code);
        SqliteConnection.ClearAllPools();
        return made;
    });

    static CommandLine()
    {
        Console.SetOut(new RoutedWriter(Console.Out, static () => RoutedWriter.Said.Value));
        Console.SetError(new RoutedWriter(Console.Error, static () => RoutedWriter.Complained.Value));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("mestring-command").FullName;

    /// <summary>What <c>mestring demo</c> makes, made once and copied.</summary>
    public static async Task<CommandLine> WithDemonstration()
    {
        var (made, copy) = (await Demonstration.Value, new CommandLine());
        foreach (var file in Directory.EnumerateFiles(made.Folder))
        {
            File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>Runs a verb to its end over the folder, in this process: beginning one costs five seconds of the machine. Files are named as they lie in the folder.</summary>
    public async Task<(int Code, string Said, string Complained)> Run(params string[] args)
    {
        using var said = new StringWriter();
        using var complained = new StringWriter();
        (RoutedWriter.Said.Value, RoutedWriter.Complained.Value) = (said, complained);
        var code = await Commands.Mestring.Run([.. args.Select(a => File.Exists(Path.Combine(Folder, a)) ? Path.Combine(Folder, a) : a), $"--Data:Folder={Folder}"]);
        return (code, said.ToString(), complained.ToString());
    }

    /// <summary>Runs a verb to its end in a process of its own that stands in the folder; what is not typed nobody has said.</summary>
    public async Task<(int Code, string Said, string Complained)> RunAlone(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
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
