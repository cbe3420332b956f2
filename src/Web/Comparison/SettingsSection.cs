using Mestring.Core.Charts;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>Where people lived 91 days and 12 months after the start, as far as the day has come.</summary>
internal static class SettingsSection
{
    private const int Days = 91;
    private const int Months = 12;
    private static readonly Setting[] Settings = Enum.GetValues<Setting>();
    private static readonly int NotRegistered = Settings.Length;
    private static readonly int NotYet = Settings.Length + 1;

    public static IEnumerable<Block> Of(Results results, Texts t)
    {
        int? At91(CaseOutcome c) => Part(c.StartedOn.AddDays(Days), c.SettingAt91Days, c, results.Today);
        int? At12(CaseOutcome c) => Part(c.StartedOn.AddMonths(Months), c.SettingAt12Months, c, results.Today);
        var (own91, own12) = (results.OwnParts(At91, NotYet + 1), results.OwnParts(At12, NotYet + 1));
        var (network91, network12) = (results.Parts(At91, NotYet + 1), results.Parts(At12, NotYet + 1));
        if (results.Own is not null && own91!.Take(NotYet).Sum() == 0)
        {
            yield break;
        }

        List<TableColumn> columns = [Wording.Words(t["comparison.settings.where"]), Wording.Figures(t["comparison.settings.network-91"]), Wording.Figures(t["comparison.settings.network-12"])];
        if (own91 is not null)
        {
            columns.InsertRange(1, [Wording.Figures(t["comparison.settings.own-91"]), Wording.Figures(t["comparison.settings.own-12"])]);
            yield return new Paragraph(Sentence("91", own91));
            if (own12!.Take(NotYet).Sum() > 0)
            {
                yield return new Paragraph(Sentence("12", own12!));
            }
        }

        yield return new Table(
            t["comparison.settings.title"],
            columns,
            [
                .. Enumerable.Range(0, NotYet + 1).Select(i => Wording.Row(
                [
                    i < NotRegistered ? t.Code(CaseFields.Find("setting")!, $"{Settings[i]}") : t[i == NotYet ? "comparison.settings.not-yet" : "comparison.settings.unknown"],
                    .. own91 is null ? Array.Empty<string>() : [t.Number(own91[i]), t.Number(own12![i])],
                    t.Count(network91[i]),
                    t.Count(network12[i]),
                ])),
            ],
            string.Join(' ', new[] { t["comparison.settings.source"], t.Hidden(network91.Concat(network12).Select(n => n.Reason)) }.OfType<string>()));

        string Sentence(string when, IReadOnlyList<int> counts) => t[
            $"comparison.settings.reading-{when}", counts[(int)Setting.HomeWithoutService] + counts[(int)Setting.HomeWithService], counts.Take(NotYet).Sum(), counts[(int)Setting.Unknown] + counts[NotRegistered]];
    }

    /// <summary>The setting on a day that has come, else that it has not; who died in the course before it is dead, also when nobody has said so again.</summary>
    private static int Part(DateOnly day, Setting? setting, CaseOutcome course, DateOnly today) =>
        day > today ? NotYet
        : setting is { } there ? (int)there
        : course.EndReason is EndReason.Died && course.EndedOn <= day ? (int)Setting.Died
        : NotRegistered;
}
