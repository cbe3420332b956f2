using System.Globalization;
using System.Text;
using System.Text.Json;
using Mestring.Core.Measures;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>The fields of many courses at once, for those who only read: goals and measurements, but neither decisions nor working time.</summary>
internal static class CaseReading
{
    /// <returns>Values by path, in the order of <paramref name="rows"/>; two SQL commands however many there are.</returns>
    public static async Task<IEnumerable<IReadOnlyDictionary<string, string>>> Of(MestringDb db, IReadOnlyList<CaseRow> rows, CancellationToken ct)
    {
        List<Guid> ids = [.. rows.Select(r => r.Id)];
        var goals = (await db.Goals.AsNoTracking().Where(g => ids.Contains(g.CaseId)).ToListAsync(ct)).ToLookup(g => g.CaseId);
        var measurements = (await db.Measurements.AsNoTracking().Where(m => ids.Contains(m.CaseId)).ToListAsync(ct)).ToLookup(m => m.CaseId);
        return rows.Select(row => Fields(row, goals[row.Id], measurements[row.Id]));
    }

    private static Dictionary<string, string> Fields(CaseRow row, IEnumerable<GoalRow> goals, IEnumerable<MeasurementRow> measurements)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Put("", CaseColumns.Read(row));
        foreach (var goal in goals)
        {
            Put(string.Create(CultureInfo.InvariantCulture, $"goal{goal.Number}."), CaseColumns.Read(goal));
        }

        foreach (var measurement in measurements)
        {
            var prefix = $"{measurement.Point.Name()}.";
            Put(prefix, CaseColumns.Read(measurement));
            PutAnswers(prefix, measurement.Answers);
        }

        return fields;

        // Straight from the text: an export reads a hundred thousand of these.
        void PutAnswers(string prefix, string json)
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName)
                {
                    var path = prefix + reader.GetString();
                    reader.Read();
                    fields[path] = reader.GetString()!;
                }
            }
        }

        void Put(string prefix, IEnumerable<(string Name, string Value)> values)
        {
            foreach (var (name, value) in values)
            {
                fields[prefix + name] = value;
            }
        }
    }
}
