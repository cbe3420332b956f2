using System.Globalization;
using Mestring.Core.Measures;

namespace Mestring.Web.Storage;

/// <summary>The rows of a course as values by field path (see <see cref="CaseFields"/>).</summary>
internal static class CaseFileFields
{
    private const int UsualFields = 64;

    /// <summary>Every value of the course as it is now.</summary>
    public static Dictionary<string, string> Of(CaseFile file)
    {
        var fields = new Dictionary<string, string>(UsualFields, StringComparer.Ordinal);
        Read("", CaseColumns.Read(file.Row));
        foreach (var goal in file.Goals)
        {
            Read(string.Create(CultureInfo.InvariantCulture, $"goal{goal.Number}."), CaseColumns.Read(goal));
        }

        foreach (var measurement in file.Measurements)
        {
            foreach (var (name, value) in CaseColumns.Read(measurement))
            {
                fields[CaseFields.Path(measurement.Point, name)] = value;
            }

            foreach (var (item, value) in file.At(measurement.Point))
            {
                fields[CaseFields.Path(measurement.Point, item)] = value;
            }
        }

        foreach (var grant in file.Grants)
        {
            Read($"grant.{grant.Key}.", CaseColumns.Read(grant));
        }

        foreach (var input in file.Input)
        {
            Read(string.Create(CultureInfo.InvariantCulture, $"input.{input.Week}.{input.Profession}."), CaseColumns.Read(input));
        }

        return fields;

        void Read(string prefix, IEnumerable<(string Name, string Value)> values)
        {
            foreach (var (name, value) in values)
            {
                fields[prefix + name] = value;
            }
        }
    }
}
