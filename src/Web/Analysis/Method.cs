using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Analysis;

/// <summary>What every method of <c>mestring analyse</c> shares: its file, <c>--json</c>, its exit codes and how it says no.</summary>
internal static class Method
{
    private const int WrongUse = 2;
    private const int InputRefused = 3;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>A verb that reads one table and answers.</summary>
    /// <param name="input">Opens standard input, for the file named <c>-</c>.</param>
    public static Command Of(
        Func<Stream> input, string name, string what, string example, Func<ParseResult, CsvTable, Answer> work, params ReadOnlySpan<Option> options)
    {
        var file = File();
        var json = new Option<bool>("--json") { Description = "Answer with one JSON object: invariant numbers in full precision." };
        var command = new Command(name, $"{what}\n\nExample:\n  mestring analyse {example}") { file, json };
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => Guarded(parsed, parsed.GetRequiredValue(file), () =>
        {
            using var stream = Open(parsed.GetRequiredValue(file), input);
            var answer = work(parsed, CsvTable.Read(stream));
            var text = parsed.GetValue(json) ? Json(answer) : AnswerTable.Write(answer.Json);
            parsed.InvocationConfiguration.Output.Write(text);
        }));
        return command;
    }

    public static Argument<string> File() => new("FILE") { Description = "A CSV file with a header, comma or semicolon, UTF-8; - reads standard input." };

    /// <summary>An option with a finite number, written with a decimal point.</summary>
    public static Option<double?> Number(string name, string description, double least = double.NegativeInfinity) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (CsvNumber.TryParse(result.Tokens[0].Value, ',', out double value) && value >= least)
            {
                return value;
            }

            result.AddError($"{name}: '{result.Tokens[0].Value}' is not a number{(double.IsFinite(least) ? $" of at least {least.ToString(CultureInfo.InvariantCulture)}" : string.Empty)}.");
            return null;
        },
    };

    /// <summary>An option with one of a few words.</summary>
    public static Option<string> Choice(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = $"{description} One of: {string.Join(", ", words)}.", DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    /// <summary>The file named, or standard input for <c>-</c>.</summary>
    public static Stream Open(string file, Func<Stream> input)
    {
        if (file is "-")
        {
            return input();
        }

        return System.IO.File.OpenRead(file);
    }

    /// <summary>Runs a verb: 0 done, 2 wrong use, 3 input refused; nothing reaches standard output unless all went well.</summary>
    public static int Guarded(ParseResult parsed, string file, Action work)
    {
        try
        {
            work();
            return 0;
        }
        catch (TableException refusal)
        {
            return Say(InputRefused, $"{file}: {refusal.Message}");
        }
        catch (UsageException wrong)
        {
            return Say(WrongUse, wrong.Message);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return Say(WrongUse, $"{file}: {missing.Message} Check the name and that you may read it.");
        }

        int Say(int code, string message)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"mestring: {message}");
            return code;
        }
    }

    private static string Json(Answer answer)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            answer.Json.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }
}
