using System.Text.Json;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>What a municipality has said before about the columns and words of its files.</summary>
/// <param name="Columns">Targets by plain name of a column; empty for a column that is not read.</param>
/// <param name="Words">Codes by field, then by plain word.</param>
internal sealed record Meanings(Dictionary<string, string> Columns, Dictionary<string, Dictionary<string, string>> Words)
{
    private const int Most = 5_000;

    public static async Task<Meanings> Of(MestringDb db, CancellationToken ct) => Read(await db.ImportMemory.AsNoTracking().Select(m => m.Meanings).SingleOrDefaultAsync(ct));

    /// <summary>The targets of columns by their names: what was said before, else what the name tells. No target is proposed twice.</summary>
    public static Dictionary<int, string> Propose(string[] names, Meanings before)
    {
        var (proposed, taken) = (new Dictionary<int, string>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < names.Length; i++)
        {
            var target = before.Columns.TryGetValue(Imports.Words.Plain(names[i]), out var said) ? said : Imports.Words.Column(names[i]);
            if (target is { Length: > 0 } && Target.Find(target) is not null && taken.Add(target))
            {
                proposed[i] = target;
            }
        }

        return proposed;
    }

    public static async Task Remember(MestringDb db, MunicipalityCode municipality, string[] names, Mapping mapping, CancellationToken ct)
    {
        var row = await db.ImportMemory.SingleOrDefaultAsync(ct);
        var all = Read(row?.Meanings);
        for (var i = 0; i < names.Length && all.Columns.Count < Most; i++)
        {
            all.Columns[Imports.Words.Plain(names[i])] = mapping.Columns.GetValueOrDefault(i, "");
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

        row.Meanings = JsonSerializer.Serialize(all);
        await db.SaveChangesAsync(ct);
    }

    private static Meanings Read(string? json) => json is null ? new Meanings([], []) : JsonSerializer.Deserialize<Meanings>(json)!;
}
