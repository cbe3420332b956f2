using System.CommandLine;
using Mestring.Core.Statistics;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse dea</c>: data envelopment analysis.</summary>
internal static class EfficiencyMethod
{
    public static Command Create(Func<Stream> input)
    {
        var inputs = new Option<string>("--inputs") { Description = "Columns of what units use, with commas between.", Required = true };
        var outputs = new Option<string>("--outputs") { Description = "Columns of what units make, with commas between.", Required = true };
        return Method.Of(
            input,
            "dea",
            "Data envelopment analysis, input oriented. Columns: dmu and those named.",
            "dea units.csv --inputs posts,premises --outputs users,hours --json",
            (parsed, table) => Run(table, Names(parsed.GetRequiredValue(inputs), "--inputs"), Names(parsed.GetRequiredValue(outputs), "--outputs")),
            inputs,
            outputs);
    }

    private static string[] Names(string list, string option) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names
        ? names
        : throw new UsageException($"{option} names no column.");

    private static Answer Run(CsvTable table, string[] inputs, string[] outputs)
    {
        var dmu = new InputColumn(table, "dmu");
        var x = Read(table, inputs);
        var y = Read(table, outputs);
        if (x.FindIndex(row => Array.TrueForAll(row, v => v == 0)) is >= 0 and var idle)
        {
            throw new TableException(table.Rows[idle].Line, inputs[0], "the unit uses nothing of any input, so no score can be told.", "Leave the unit out or complete its inputs.");
        }

        var scores = EfficiencyFrontier.Of(x, y);
        var answer = new Answer().List("units", scores.Select((s, i) => new Answer()
            .Text("dmu", dmu.Text(table.Rows[i]))
            .Number("ccr", s.Ccr)
            .Number("bcc", s.Bcc)
            .Number("scale", s.Scale)
            .Text("returns_to_scale", s.Returns switch { ReturnsToScale.Increasing => "increasing", ReturnsToScale.Decreasing => "decreasing", _ => "constant" })
            .Yes("efficient", s.Efficient)
            .Yes("weakly_efficient", s.WeaklyEfficient)));
        return EfficiencyFrontier.TooFewUnits(x.Count, inputs.Length, outputs.Length)
            ? answer.Text("warning", $"{x.Count} units are fewer than 3 x {inputs.Length + outputs.Length} columns: nearly every unit will look efficient.")
            : answer;
    }

    private static List<double[]> Read(CsvTable table, string[] names)
    {
        var columns = Array.ConvertAll(names, name => new InputColumn(table, name));
        return [.. table.Rows.Select(row => Array.ConvertAll(columns, c => c.Required(row, 0)))];
    }
}
