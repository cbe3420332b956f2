using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Mestring.Web.Tests.Analysis;

/// <summary>The worked examples of docs/methods are run as they stand.</summary>
public sealed class MethodsBookTests
{
    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder(), "*.md").Where(f => File.ReadAllText(f).Contains("```csv", StringComparison.Ordinal)).Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_worked_example_of_a_page_holds(string page)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), page));
        var words = lines.First(l => l.StartsWith("`mestring analyse ", StringComparison.Ordinal)).Split('`')[1]["mestring analyse ".Length..].Replace("FILE", "-", StringComparison.Ordinal);
        var file = string.Join('\n', lines.SkipWhile(l => l is not "```csv").Skip(1).TakeWhile(l => l is not "```"));
        var answer = Analyse.Json(file, words);
        var figures = lines.SkipWhile(l => l is not "| figure | value |").Skip(2).TakeWhile(l => l.StartsWith('|')).Select(l => l.Split('|', StringSplitOptions.TrimEntries)).ToList();

        Assert.NotEmpty(figures);
        Assert.All(figures, f =>
        {
            var expected = double.Parse(f[2], CultureInfo.InvariantCulture);
            Assert.Equal(expected, (double)Find(answer, f[1])!, 1e-9 * Math.Max(1e-3, Math.Abs(expected)));
        });
    }

    [Fact]
    public void Every_method_has_its_page()
    {
        var help = Analyse.Run(string.Empty, "--help").Output;
        var methods = help[help.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n')
            .Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l.Length > 2 && char.IsAsciiLetterLower(l[2]))
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])
            .ToList();

        Assert.Contains("change", methods, StringComparer.Ordinal);
        Assert.All(methods, m => Assert.True(File.Exists(Path.Combine(Folder(), m + ".md")), $"docs/methods/{m}.md is missing."));
    }

    private static JsonNode? Find(JsonNode? node, string path) =>
        path.Split('.').Aggregate(node, (at, step) => int.TryParse(step, CultureInfo.InvariantCulture, out var index) && at is JsonArray ? at[index] : at![step]);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/methods");
}
