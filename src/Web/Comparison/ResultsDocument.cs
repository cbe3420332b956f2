using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>The results as one document, in the order of the programme's report outline. The page, the report and the Word file are drawn from it.</summary>
internal static class ResultsDocument
{
    /// <param name="isReport">Whether the parts that the municipality writes itself are set out too.</param>
    public static Document Of(Results results, IndicatorYear indicators, bool isReport, Texts t, DateTimeOffset now)
    {
        var name = results.Network.Terms.Name[t.Language];
        var subject = results.Own is { } own ? results.Names[own] : name;
        var blocks = new List<Block>();
        string[] outline = [.. results.Network.Programme.ReportOutline];
        foreach (var section in outline.Contains("limits", StringComparer.Ordinal) ? outline : [.. outline, "limits"])
        {
            List<Block> content = [.. Section(section, results, indicators, t, now)];
            if (content.Count == 0 && !isReport)
            {
                continue;
            }

            if (section is not "summary")
            {
                blocks.Add(new Heading(1, Texts.Has($"comparison.section.{section}") ? t[$"comparison.section.{section}"] : section));
            }

            blocks.AddRange(content.Count > 0 ? content : [new Note(t["comparison.to-write"])]);
        }

        return new Document(t[isReport ? "comparison.title.report" : "comparison.title.results", subject], t.Language, name, now, blocks);
    }

    private static IEnumerable<Block> Section(string section, Results results, IndicatorYear indicators, Texts t, DateTimeOffset now)
    {
        var features = results.Network.Programme.Features;
        return section switch
        {
            "summary" => Summary(results, indicators, t, now),
            "limits" => Limits(results, t),
            "comparison" when features.CollectsDeliveries => IndicatorSection.Of(indicators, results.Names, results.Own, t),
            "about" => [new Paragraph(About(results, t))],
            _ when !features.RegistersCases => [],
            "participation" => [.. FlowSection.Of(results, t), .. CaseMixSection.Of(results, t)],
            "registration" when results.FollowUps.Count > 0 => RegistrationSection.Of(results, t),
            "goals" =>
            [
                .. At(ChangeSection.Of(results, [Outcome.CopmPerformance, Outcome.CopmSatisfaction, Outcome.Psfs], "goals", t)), .. At(DomainsSection.Of(results, t)),
                .. At(ChangeSection.Of(results, [Outcome.GoalAttainment], "goal-attainment", t)),
            ],
            "function" =>
            [
                .. At(ChangeSection.Of(results, [Outcome.Sppb], "function", t)), .. At(ChangeSection.Of(results, [Outcome.Tug], "tug", t)), .. At(ChangeSection.Of(results, [Outcome.Barthel], "barthel", t)),
                .. At(ChangeSection.Of(results, [Outcome.HealthLine], "health-line", t)), .. At(ChangeSection.Of(results, [Outcome.Who5], "who-5", t)),
            ],
            "satisfaction" => At(SatisfactionSection.Of(results, t)),
            "hours" => [.. At(HoursSection.Of(results, t)), .. SettingsSection.Of(results, t), .. EconomySection.Of(results, t), .. NetworkEconomySection.Of(results, t)],
            "comparison" => At(MunicipalitiesSection.Of(results, t)),
            _ => [],
        };
    }

    private static string About(Results results, Texts t) => string.Join(
        ' ',
        t.Count("comparison.about", results.Names.Count, results.Network.Terms.Name),
        t[results.Network.Starts() <= results.Today ? "comparison.about.began" : "comparison.about.begins", results.Network.Starts()],
        t[results.Network.Programme.Features.RegistersCases ? "comparison.about.cases" : "comparison.about.figures"]);

    private static IEnumerable<Block> At(IEnumerable<PointBlock> blocks) => blocks.Select(b => b.Block);

    private static IEnumerable<Block> Summary(Results results, IndicatorYear indicators, Texts t, DateTimeOffset now)
    {
        yield return new Paragraph(string.Join(' ', Sentences(results, indicators, t)), IsLead: true);
        yield return new Paragraph(t["comparison.as-of", now]);
        if (results.Network.Programme.Features.RegistersCases)
        {
            yield return new Note(t["comparison.no-comparison-group"]);
        }
    }

    private static IEnumerable<string> Sentences(Results results, IndicatorYear indicators, Texts t)
    {
        if (!results.Network.Programme.Features.RegistersCases)
        {
            yield return indicators.Year is { } year
                ? t["comparison.summary.indicators", year.ToString(System.Globalization.CultureInfo.InvariantCulture), indicators.Delivered, results.Names.Count]
                : t["comparison.indicators.none"];
            yield break;
        }

        if (results.Own is not null && results.OwnCases.Count == 0)
        {
            yield return t["comparison.summary.nobody"];
            yield break;
        }

        yield return results.OwnParts(Sorting.Course, 4) is { } own ? t["comparison.summary.own", own.Sum(), own[0]]
            : results.Started.IsShown ? t["comparison.summary.network", t.Number(results.Started.Value)]
            : results.Hidden(t);
        if (results.FollowUps.Count > 0 && (results.Own is not null || results.Started.IsShown))
        {
            foreach (var sentence in ChangeSection.Lead(results, [.. new[] { Outcome.CopmPerformance, Outcome.Psfs }.Where(results.IsUsed)], t))
            {
                yield return sentence;
            }
        }
    }

    private static IEnumerable<Block> Limits(Results results, Texts t)
    {
        List<string> limits = [];
        if (results.Network.Programme.Features.RegistersCases)
        {
            limits.AddRange([t["comparison.limits.group"], t["comparison.limits.motivated"], t["comparison.limits.both"], t["comparison.limits.hours"]]);
        }
        else
        {
            limits.AddRange([t["comparison.limits.context"], t["comparison.limits.quartiles"]]);
        }

        limits.Add(t["comparison.limits.small"]);
        yield return new BulletList(limits);
    }
}
