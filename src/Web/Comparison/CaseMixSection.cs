using Mestring.Core.Charts;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>Who the users are: different people are one reason for different figures.</summary>
internal static class CaseMixSection
{
    private static readonly int[] Ages = [67, 80, 90];

    public static IEnumerable<Block> Of(Results results, Texts t)
    {
        if (results.Own is not null && results.OwnCases.Count == 0)
        {
            yield break;
        }

        var rows = new List<TableRow>();
        Add("age", [.. Enumerable.Range(0, Ages.Length + 1).Select(i => t[$"comparison.mix.age.{i}"])], Age);
        Add("sex", Words<Sex>("sex", t), c => (int)c.Sex);
        Add("household", Words<Household>("household", t), c => (int?)c.Household);
        Add("referral", Words<Referral>("referral", t), c => (int?)c.Referral);
        Add("condition", Words<Condition>("condition", t), c => (int?)c.Condition);
        Add("new-user", [t["comparison.mix.new"], t["comparison.mix.existing"]], c => c.NewUser ? 0 : 1);
        List<TableColumn> columns = [Wording.Words(t["comparison.mix.what"]), Wording.Figures(t["comparison.network"])];
        if (results.Own is not null)
        {
            columns.InsertRange(1, [Wording.Figures(t["comparison.own"]), Wording.Figures(t["comparison.mix.share"])]);
        }

        yield return new Table(t["comparison.mix.title"], columns, rows, t["comparison.mix.source"]);

        // What is not registered is a part of its own, so that the parts add up.
        void Add(string name, string[] parts, Func<CaseOutcome, int?> part)
        {
            Func<CaseOutcome, int?> known = c => part(c) ?? parts.Length;
            var own = results.OwnParts(known, parts.Length + 1);
            var network = results.Parts(known, parts.Length + 1);
            for (var i = 0; i <= parts.Length; i++)
            {
                if (i == parts.Length && (own?[i] ?? network[i].Value) == 0)
                {
                    continue;
                }

                var label = $"{t[$"comparison.mix.{name}"]}: {(i < parts.Length ? parts[i] : t["comparison.mix.unknown"])}";
                rows.Add(own is null
                    ? Wording.Row(label, t.Count(network[i]))
                    : Wording.Row(label, t.Number(own[i]), t.Percent((double)own[i] / own.Sum()), t.Count(network[i])));
            }
        }
    }

    private static string[] Words<T>(string field, Texts t)
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(code => t.Code(CaseFields.Find(field)!, code).ToLower(t.Culture))];

    private static int? Age(CaseOutcome course) => Ages.Count(limit => course.StartedOn.Year - course.BirthYear >= limit);
}
