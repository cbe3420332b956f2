using System.CommandLine;

namespace Mestring.Web.Analysis;

/// <summary><c>mestring analyse METHOD FILE</c>: every number of the pages, on a file of one's own.</summary>
internal static class AnalyseCommand
{
    /// <param name="standardInput">Opens what the file name <c>-</c> stands for; the process's own when null.</param>
    public static Command Create(Func<Stream>? standardInput = null)
    {
        var input = standardInput ?? Console.OpenStandardInput;
        return new Command("analyse", "Run a statistical method on a CSV file, with the same code as the pages. Texts are in English; --json answers are for programs.")
        {
            ChangeMethod.Create(input),
            ProportionMethod.Create(input),
            RateMethod.Create(input),
            StandardiseMethod.Create(input),
            ProcessMethod.Create(input),
            FunnelMethod.Create(input),
            PoolMethod.Create(input),
            DecomposeMethod.Create(input),
            EfficiencyMethod.Create(input),
            QuantileMethod.Create(input),
            ProjectMethod.Create(input),
            ScoreMethod.Create(input),
            EpisodesMethod.Create(input),
        };
    }
}
