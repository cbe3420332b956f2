using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Demonstration;

/// <summary>What everything in the demonstration is made from: the made-up names, the day, and seeded chance.</summary>
internal sealed class Scene(MestringDb db, DemonstrationData data, DateOnly today, DateTimeOffset now, Random chance)
{
    public MestringDb Db => db;

    public DemonstrationData Data => data;

    public DateOnly Today => today;

    public DateTimeOffset Now => now;

    public Random Chance => chance;

    /// <summary>Populations are those of 1 January this year.</summary>
    public DateOnly PopulationDate => new(today.Year, 1, 1);

    /// <summary>An id made by the seeded chance, so that the same day gives the same rows.</summary>
    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        chance.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A normally distributed number (Box and Muller 1958).</summary>
    public double Normal(double mean, double deviation) =>
        mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble()));

    public bool Happens(double probability) => chance.NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[chance.Next(from.Count)];

    /// <summary>A number of the range that synthetic organisation numbers are in, with the right check digit.</summary>
    public string NewOrganisationNumber()
    {
        while (true)
        {
            var candidate = chance.Next(310_000_000, 320_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (OrganisationNumber.TryParse(candidate, null, out _))
            {
                return candidate;
            }
        }
    }
}
