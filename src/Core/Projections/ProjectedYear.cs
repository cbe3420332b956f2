namespace Mestring.Core.Projections;

/// <summary>One municipality in one year to come; nothing is rounded.</summary>
/// <param name="Users">Service users by age band, in the baseline's order.</param>
/// <param name="Hours">Hours of service in the year.</param>
/// <param name="Fte">Full-time equivalents.</param>
public sealed record ProjectedYear(IReadOnlyList<double> Users, double Hours, double Fte)
{
    /// <summary>Service users of all ages.</summary>
    public double TotalUsers => Users.Sum();

    /// <summary>The year under a scenario, for the population expected by band.</summary>
    /// <exception cref="ArgumentException">The population has another number of bands.</exception>
    public static ProjectedYear Of(
        Baseline baseline, Scenario scenario, WorkingYear working, string municipality, int year, IReadOnlyList<double> population)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(population);
        if (population.Count != baseline.Bands.Count)
        {
            throw new ArgumentException($"{baseline.Bands.Count} age bands are wanted, not {population.Count}.", nameof(population));
        }

        var users = population.Select((people, band) => people * scenario.Coverage(baseline, municipality, band, year)).ToArray();
        var hours = users.Select((count, band) => count * baseline.At(municipality, band).HoursPerUser).Sum();
        return new ProjectedYear(users, hours, working.Fte(hours));
    }
}
