using System.Text;
using System.Text.Json;
using Mestring.Core.Measures;
using Mestring.Web.Storage;

namespace Mestring.Web.Imports;

/// <summary>Puts the values of a course under the columns of an export. The cells are the same array for every course: write them before the next.</summary>
internal sealed class CourseCells
{
    private static readonly Dictionary<string, int> None = [];
    private readonly Dictionary<string, int> _ofCourse = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Dictionary<string, int>> _ofGoal = [];
    private readonly Dictionary<MeasurementPoint, Dictionary<string, int>> _ofPoint = [];
    private readonly string?[] _cells;
    private byte[] _answers = [];

    public CourseCells(IReadOnlyList<CaseField> columns)
    {
        _cells = new string?[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            var (path, item) = (columns[i].Path, columns[i].Path[(columns[i].Path.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            switch (columns[i])
            {
                case { Point: { } point }:
                    Under(_ofPoint, point)[item] = i;
                    break;
                case { Goal: { } goal }:
                    Under(_ofGoal, goal)[item] = i;
                    break;
                default:
                    _ofCourse[path] = i;
                    break;
            }
        }
    }

    public ReadOnlySpan<string?> Of(ReadCourse course)
    {
        Array.Clear(_cells);
        Put(_ofCourse, CaseColumns.Read(course.Row));
        foreach (var goal in course.Goals)
        {
            Put(_ofGoal.GetValueOrDefault(goal.Number, None), CaseColumns.Read(goal));
        }

        foreach (var measurement in course.Measurements)
        {
            var places = _ofPoint.GetValueOrDefault(measurement.Point, None);
            Put(places, CaseColumns.Read(measurement));
            PutAnswers(places, measurement.Answers);
        }

        return _cells;
    }

    private static Dictionary<string, int> Under<TKey>(Dictionary<TKey, Dictionary<string, int>> all, TKey key)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out var places))
        {
            all[key] = places = new Dictionary<string, int>(StringComparer.Ordinal);
        }

        return places;
    }

    private void Put(Dictionary<string, int> places, IEnumerable<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (places.TryGetValue(name, out var place))
            {
                _cells[place] = value;
            }
        }
    }

    /// <summary>Straight from the text: an export reads a hundred thousand of these.</summary>
    private void PutAnswers(Dictionary<string, int> places, string json)
    {
        if (_answers.Length < json.Length * 3)
        {
            _answers = new byte[json.Length * 3];
        }

        var reader = new Utf8JsonReader(_answers.AsSpan(0, Encoding.UTF8.GetBytes(json, _answers)));
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                var found = places.TryGetValue(reader.GetString()!, out var place);
                reader.Read();
                if (found)
                {
                    _cells[place] = reader.GetString();
                }
            }
        }
    }
}
