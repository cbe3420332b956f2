using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Mestring.Web.Analysis;

namespace Mestring.Web.Tests.Analysis;

/// <summary>Runs the command on a text as its file.</summary>
internal static class Analyse
{
    public static (int Code, string Output, string Error) Run(string file, params string[] arguments) => Run(Encoding.UTF8.GetBytes(file), arguments);

    public static (int Code, string Output, string Error) Run(byte[] file, params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var parsed = new RootCommand { AnalyseCommand.Create(() => new MemoryStream(file)) }.Parse(["analyse", .. arguments]);
        var code = parsed.Errors.Count > 0 ? 2 : parsed.Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The answer of a method on a text with the words of a command line, as JSON.</summary>
    public static JsonNode Json(string file, string words)
    {
        var (code, output, error) = Run(file, [.. words.Split(' '), "--json"]);
        Assert.True(code == 0, error);
        return JsonNode.Parse(output)!;
    }
}
