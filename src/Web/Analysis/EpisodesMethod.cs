using System.CommandLine;
using Mestring.Web.Analysis.Episodes;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse episodes</c>: the whole pipeline over a file of episodes, as tables.</summary>
internal static class EpisodesMethod
{
    public static Command Create(Func<Stream> input)
    {
        var file = Method.File();
        var folder = new Option<string>("--out") { Description = "The folder to write the tables to.", Required = true };
        var threads = Method.Number("--threads", "Parts to read at once (as many as processors); the figures are the same for any number.", least: 1);
        var command = new Command(
            "episodes",
            "Change, hours, monthly charts and pooling by municipality and network. Columns: municipality, network, month, instrument, pre, post, hours_pre, hours_post. Writes one CSV file a table."
            + "\n\nExample:\n  mestring analyse episodes episodes.csv --out tables")
        {
            file, folder, threads,
        };
        command.SetAction(parsed => Method.Guarded(parsed, parsed.GetRequiredValue(file), () =>
        {
            var parts = (int)Math.Min(parsed.GetValue(threads) ?? Environment.ProcessorCount, 64);
            EpisodeTables.Write(parsed.GetRequiredValue(folder), EpisodeTotals.Of(Read(parsed.GetRequiredValue(file), input, parts)));
        }));
        return command;
    }

    private static IReadOnlyList<EpisodeShard> Read(string file, Func<Stream> input, int parts)
    {
        if (file is not "-")
        {
            return EpisodeReader.Read(file, parts);
        }

        using var stream = input();
        return EpisodeReader.Read(stream, parts);
    }
}
