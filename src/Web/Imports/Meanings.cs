using System.Text.Json;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>What a municipality has said before about the columns and words of its files.</summary>
/// <param name="Columns">Targets by heading (see <see cref="Headings.Folded"/>; older ones by its letters); empty for a column that is not read.</param>
/// <param name="Words">Codes by field, then by plain word.</param>
/// <param name="Missing">Words that stand where nothing is known.</param>
internal sealed record Meanings(Dictionary<string, string> Columns, Dictionary<string, Dictionary<string, string>> Words, IReadOnlyList<string>? Missing = null)
{
    private const int Most = 5_000;

    public static async Task<Meanings> Of(MestringDb db, CancellationToken ct) => Read(await db.ImportMemory.AsNoTracking().Select(m => m.Meanings).SingleOrDefaultAsync(ct));

    /// <summary>The targets of columns by their headings: what was said before, else what the heading tells.</summary>
    public Dictionary<int, string> Propose(string[] names, Dictionary<int, ColumnFacts> facts) => Headings.Targets(names, facts, name => Of(name, names));

    /// <summary>What was said of a column; null when nothing. What was said of its letters alone holds where no other heading has the same.</summary>
    public string? Of(string name, string[] names) => Columns.TryGetValue(Headings.Folded(name), out var said) ? said
        : Columns.TryGetValue(Imports.Words.Plain(name), out var older) && names.Count(n => string.Equals(Imports.Words.Plain(n), Imports.Words.Plain(name), StringComparison.Ordinal)) == 1 ? older
        : null;

    public static async Task Remember(MestringDb db, MunicipalityCode municipality, string[] names, Mapping mapping, CancellationToken ct)
    {
        var row = await db.ImportMemory.SingleOrDefaultAsync(ct);
        var all = Read(row?.Meanings);
        for (var i = 0; i < names.Length && all.Columns.Count < Most; i++)
        {
            all.Columns[Headings.Folded(names[i])] = mapping.Columns.GetValueOrDefault(i, "");
        }

        foreach (var (field, words) in mapping.Words)
        {
            if (!all.Words.TryGetValue(field, out var known))
            {
                all.Words[field] = known = new Dictionary<string, string>(StringComparer.Ordinal);
            }

            foreach (var (word, code) in words)
            {
                known[word] = code;
            }
        }

        if (row is null)
        {
            db.ImportMemory.Add(row = new ImportMemory { Municipality = municipality });
        }

        row.Meanings = JsonSerializer.Serialize(all with { Missing = mapping.Missing });
        await db.SaveChangesAsync(ct);
    }

    private static Meanings Read(string? json) => json is null ? new Meanings([], []) : JsonSerializer.Deserialize<Meanings>(json)!;
}
