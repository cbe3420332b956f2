using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Networks;

/// <summary>Works out a municipality's fee, for the invitation and the enrolment alike, and asks for the inhabitants where the register has none.</summary>
public static class FeeCalculator
{
    /// <summary>The choice of a municipality that does not stand in the list.</summary>
    public const string Other = "other";

    /// <summary>What is known about one municipality's fee.</summary>
    /// <param name="Places">The municipalities to choose among.</param>
    /// <param name="Chosen">The one that was chosen; null when none was, or one outside the list.</param>
    /// <param name="Population">The inhabitants the fee rests on; null when they are not known or not needed.</param>
    /// <param name="AsksForFigure">Whether the number of inhabitants must be typed.</param>
    /// <param name="Quote">The fee; null until all it needs is known.</param>
    public sealed record Answer(IReadOnlyList<PlaceName> Places, PlaceName? Chosen, Population? Population, bool AsksForFigure, FeeQuote? Quote)
    {
        public string NameOf(Texts texts) => Chosen?.Name ?? texts["networks.fee.other.name"];
    }

    /// <summary>Reads the municipality and, where it must be typed, the number of inhabitants and its date; notes messages in the form.</summary>
    internal static async Task<Answer> Read(Form form, FeeSchedule fee, bool mayBeOther, Texts texts, MestringDb db, DateOnly today, CancellationToken ct)
    {
        var places = await InForce.On(db, today, ct);
        var typed = form.Raw("municipality") ?? string.Empty;
        var isOther = mayBeOther && typed is Other;
        var chosen = MunicipalityCode.TryParse(typed, null, out var code) ? places.FirstOrDefault(p => p.Code == code) : null;
        var flat = fee.Kind is FeeKind.Flat ? fee.For(0) : null;
        if (chosen is null && !isOther)
        {
            if (typed.Length > 0)
            {
                form.Refuse("municipality", texts["networks.municipality.unknown", typed]);
            }

            return new Answer(places, null, null, false, flat);
        }

        var population = chosen is null ? null : await InForce.Inhabitants(db, chosen.Code, today, ct);
        if (flat is not null)
        {
            return new Answer(places, chosen, population, false, flat);
        }

        var asks = population is null;
        population ??= form.Raw("inhabitants") is null ? null : ReadPopulation(form, chosen?.Code ?? default, texts, today);
        return new Answer(places, chosen, population, asks, population is null ? null : fee.For(population.Inhabitants));
    }

    private static Population? ReadPopulation(Form form, MunicipalityCode code, Texts texts, DateOnly today)
    {
        var typed = form.Raw("inhabitants")?.Trim() ?? string.Empty;
        var wanted = typed.Length == 0 ? texts["networks.inhabitants.missing"] : texts["networks.inhabitants.wrong", typed];
        var inhabitants = form.Whole("inhabitants", 1, 6_000_000, wanted);
        if (typed.Length == 0)
        {
            form.Refuse("inhabitants", wanted);
        }

        var counted = ReadDay(form.Raw("counted"));
        if (counted is null || counted > today || counted.Value.Year < 1900)
        {
            var day = form.Raw("counted")?.Trim() ?? string.Empty;
            form.Refuse("counted", day.Length == 0 ? texts["networks.counted.missing"] : texts["networks.counted.wrong", day]);
            return null;
        }

        return form.Error("inhabitants") is null && inhabitants is { } number ? new Population(code, counted.Value, number, texts["networks.population.own"]) : null;
    }

    /// <summary>A date field sends 2027-01-01; a browser without one sends what was typed.</summary>
    private static DateOnly? ReadDay(string? typed) =>
        WrittenDate.TryRead(typed ?? string.Empty, out var written) ? written.By(null) : null;
}
