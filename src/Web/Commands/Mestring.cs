using System.CommandLine;
using System.Data.Common;
using Mestring.Web.Analysis;
using Mestring.Web.Storage;

namespace Mestring.Web.Commands;

/// <summary>The executable's verbs. Without one it serves the application.</summary>
internal static class Mestring
{
    /// <returns>0 done, 1 the application could not start, 2 wrong use, 3 the input was refused.</returns>
    public static async Task<int> Run(string[] args)
    {
        try
        {
            if (Serves(args))
            {
                await Server.Run(args is ["serve", .. var rest] ? rest : args);
                return 0;
            }

            var (verb, settings) = Settings.Split(args);
            var root = new RootCommand("Mestring runs municipal learning networks: invitation, gatherings, registration, results and report.")
            {
                new Command("serve", "Serve the application (the default). Takes the usual ASP.NET Core settings, such as --urls http://localhost:5080.") { TreatUnmatchedTokensAsErrors = false },
                UsersCommand.Create(settings),
                PlacesCommand.Create(settings),
                ImportCommand.Create(settings),
                AnalyseCommand.Create(),
                DemoCommand.Create(settings),
            };
            var result = root.Parse(verb);
            return result.Errors.Count > 0 ? Refuse(result) : await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (SettingsException e)
        {
            await Console.Error.WriteLineAsync($"mestring: {e.Message}");
            return 1;
        }
        catch (Exception e) when (Cause(e) is { } cause)
        {
            // A database or a folder that cannot be read or written, or an address that is taken: for the operator, in one line.
            await Console.Error.WriteLineAsync($"mestring: {cause.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    private static Exception? Cause(Exception? e) => e is null or DbException or IOException or UnauthorizedAccessException ? e : Cause(e.InnerException);

    private static bool Serves(string[] args) =>
        args is [] or ["serve", ..] && !args.Contains("--help", StringComparer.Ordinal)
        || (args is [var first, ..] && first.StartsWith("--", StringComparison.Ordinal) && first is not ("--help" or "--version"));

    private static int Refuse(ParseResult result)
    {
        foreach (var error in result.Errors)
        {
            Console.Error.WriteLine($"mestring: {error.Message}");
        }

        Console.Error.WriteLine("Try: mestring --help");
        return 2;
    }
}
