using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Mestring.Web.Analysis;

/// <summary>An answer as a person reads it: one line a figure, one table a list, six digits in the person's culture.</summary>
internal static class AnswerTable
{
    public static string Write(JsonObject answer)
    {
        var text = new StringBuilder();
        Section(text, answer, null);
        return text.ToString();
    }

    private static void Section(StringBuilder text, JsonObject part, string? title)
    {
        if (title is not null)
        {
            text.AppendLine().AppendLine(title);
        }

        var figures = Flat(part).ToList();
        var width = figures.Count == 0 ? 0 : figures.Max(f => f.Name.Length);
        foreach (var (name, value) in figures)
        {
            text.Append(name.PadRight(width)).Append("  ").AppendLine(value);
        }

        foreach (var (name, node) in part)
        {
            if (node is JsonArray list && IsList(list))
            {
                text.AppendLine().AppendLine(name);
                Rows(text, list);
            }
            else if (node is JsonObject inner && inner.Any(p => p.Value is JsonArray array && IsList(array)))
            {
                Section(text, inner, name);
            }
        }
    }

    private static void Rows(StringBuilder text, JsonArray list)
    {
        var rows = list.OfType<JsonObject>().Select(o => Flat(o).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal)).ToList();
        var names = rows.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal).ToList();
        var widths = names.Select(n => Math.Max(n.Length, rows.Max(r => r.GetValueOrDefault(n, string.Empty).Length))).ToList();
        Line(names);
        foreach (var row in rows)
        {
            Line([.. names.Select(n => row.GetValueOrDefault(n, string.Empty))]);
        }

        void Line(List<string> cells) =>
            text.AppendJoin("  ", cells.Select((c, i) => i == 0 ? c.PadRight(widths[i]) : c.PadLeft(widths[i]))).AppendLine();
    }

    private static IEnumerable<(string Name, string Value)> Flat(JsonObject part, string prefix = "")
    {
        foreach (var (name, node) in part)
        {
            switch (node)
            {
                case JsonObject inner when !inner.Any(p => p.Value is JsonArray array && IsList(array)):
                    foreach (var figure in Flat(inner, $"{prefix}{name}."))
                    {
                        yield return figure;
                    }

                    break;
                case JsonArray list when !IsList(list):
                    yield return (prefix + name, string.Join(" to ", list.Select(Cell)));
                    break;
                case JsonObject or JsonArray:
                    break;
                default:
                    yield return (prefix + name, Cell(node));
                    break;
            }
        }
    }

    private static bool IsList(JsonArray array) => array.Count == 0 || array[0] is JsonObject;

    private static string Cell(JsonNode? node) => node switch
    {
        null => "–",
        JsonValue value when value.TryGetValue(out long count) => count.ToString(CultureInfo.CurrentCulture),
        JsonValue value when value.TryGetValue(out double number) => number.ToString("G6", CultureInfo.CurrentCulture),
        JsonValue value when value.TryGetValue(out bool yes) => yes ? "yes" : "no",
        _ => node.ToString(),
    };
}
