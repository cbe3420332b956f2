using Mestring.Core.Indicators;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Demonstration;

/// <summary>Two years of made-up figures for the services: about the size that Norwegian municipalities report, with some not reported.</summary>
internal static class DemonstrationFigures
{
    public static void Add(Scene scene, RunningNetwork network, Programme programme)
    {
        foreach (var place in network.Members)
        {
            var service = new Service(scene, place.Population);
            for (var year = scene.Today.Year - 2; year < scene.Today.Year; year++)
            {
                Add(scene, network, programme, place, year, service);
                service.Year();
            }
        }
    }

    private static void Add(Scene scene, RunningNetwork network, Programme programme, DemonstrationData.Place place, int year, Service service)
    {
        var municipality = MunicipalityCode.Parse(place.Code, null);
        var handedOver = year < scene.Today.Year - 1 || scene.Happens(0.75);
        scene.Db.Deliveries.Add(new DeliveryRow
        {
            Municipality = municipality,
            Network = network.Slug,
            Year = year,
            State = handedOver ? DeliveryState.HandedOver : DeliveryState.Draft,
            Version = 1,
            ChangedAt = scene.Now.AddDays(-40),
            ChangedBy = scene.Data.People.First(p => string.Equals(p.Municipality, place.Code, StringComparison.Ordinal)).Name,
        });
        var values = service.Values();
        foreach (var figure in programme.Figures)
        {
            var known = values.TryGetValue(figure.Id, out var value) && !scene.Happens(0.05);
            scene.Db.DeliveryValues.Add(new DeliveryValueRow
            {
                Municipality = municipality,
                Network = network.Slug,
                Year = year,
                Item = figure.Id,
                Value = known ? value : null,
                Reason = known ? string.Empty : nameof(FigureState.Missing),
            });
        }
    }

    /// <summary>One municipality's services; the figures agree with each other.</summary>
    private sealed class Service(Scene scene, int inhabitants)
    {
        private double _users = Math.Max(6, Math.Round(inhabitants * scene.Normal(0.0052, 0.0006)));
        private double _hours = scene.Normal(62, 9);
        private double _cost = scene.Normal(520, 35);
        private readonly double _education = Math.Clamp(scene.Normal(0.76, 0.06), 0.5, 0.95);
        private readonly double _sick = Math.Clamp(scene.Normal(0.105, 0.02), 0.05, 0.18);

        public void Year()
        {
            _users = Math.Max(6, Math.Round(_users * scene.Normal(1.03, 0.02)));
            _hours *= scene.Normal(1.01, 0.02);
            _cost *= scene.Normal(1.045, 0.01);
        }

        public Dictionary<string, double> Values()
        {
            var weekly = Math.Round(_users * _hours);
            var gross = Math.Round(weekly * 52 * _cost / 1000) * 1000;
            var fte = Math.Round(weekly * 52 / 1750 / 0.7, 1);
            var adults = Math.Round(_users * 0.86);
            var days = Math.Round(fte * 230);
            return new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["users"] = _users,
                ["adults"] = adults,
                ["inhabitants"] = inhabitants,
                ["groupHome"] = Math.Round(adults * 0.62),
                ["dayActivity"] = Math.Round(adults * 0.7),
                ["weeklyHours"] = weekly,
                ["usersWithHours"] = _users,
                ["grossCost"] = gross,
                ["netCost"] = Math.Round(gross * 0.81 / 1000) * 1000,
                ["fte"] = fte,
                ["fteEducated"] = Math.Round(fte * _education, 1),
                ["fteBachelor"] = Math.Round(fte * _education * 0.42, 1),
                ["sickDays"] = Math.Round(days * _sick),
                ["contractedDays"] = days,
                ["individualPlan"] = Math.Round(_users * 0.55),
                ["reviewed"] = Math.Round(_users * 0.7),
                ["healthCheck"] = Math.Round(_users * 0.6),
                ["coercion"] = Math.Round(_users * 0.09),
            };
        }
    }
}
