using Mestring.Core.Networks;
using Mestring.Web.Design;

namespace Mestring.Web.Gatherings;

/// <summary>What is different between two versions of a network's terms, in words.</summary>
internal static class TermsChange
{
    /// <summary>One sentence in each language for everything that changed; empty when nothing did.</summary>
    public static IReadOnlyList<LocalizedText> Between(NetworkDefinition before, NetworkTerms terms)
    {
        var after = before with { Terms = terms };
        var changes = new List<LocalizedText>();
        if (before.Terms.Name != terms.Name)
        {
            changes.Add(Wording.Everywhere(t => t["gatherings.change.name", terms.Name]));
        }

        if (before.Terms.Deadline != terms.Deadline)
        {
            changes.Add(Wording.Everywhere(t => t["gatherings.change.deadline", before.Terms.Deadline, terms.Deadline]));
        }

        if (before.Terms.InformationMeeting != terms.InformationMeeting)
        {
            changes.Add(Wording.Everywhere(t => t["gatherings.change.meeting", t.Meeting(terms.InformationMeeting)]));
        }

        foreach (var (was, now) in before.Gatherings().Zip(after.Gatherings()))
        {
            if (was.Plan.Dates != now.Plan.Dates)
            {
                changes.Add(Wording.Everywhere(t => t["gatherings.change.dates", now.Gathering.Number, t.When(was.Plan.Dates), t.When(now.Plan.Dates)]));
            }

            if (was.Plan.Place != now.Plan.Place || was.Plan.Mode != now.Plan.Mode)
            {
                changes.Add(Wording.Everywhere(t => t["gatherings.change.place", now.Gathering.Number, t.Where(now.Plan), t[$"gatherings.mode.{now.Plan.Mode}"]]));
            }
        }

        if (before.Members() != after.Members())
        {
            changes.Add(Wording.Everywhere(t => t["gatherings.change.members", t.Members(after.Members())]));
        }

        changes.AddRange(Others(before, after));
        return changes;
    }

    private static IEnumerable<LocalizedText> Others(NetworkDefinition before, NetworkDefinition after)
    {
        if (before.Terms.Contact != after.Terms.Contact)
        {
            yield return Wording.Everywhere(t => after.Terms.Contact is { } contact ? t["gatherings.change.contact", t.Contact(contact)] : t["gatherings.change.contact.none"]);
        }

        if (before.Fee().Vat != after.Fee().Vat)
        {
            yield return Wording.Everywhere(t => t[$"gatherings.change.vat.{after.Fee().Vat}"]);
        }

        if (!ReferenceEquals(before.Terms.Fee, after.Terms.Fee) && (before.Fee().FlatAmount != after.Fee().FlatAmount || before.Fee().Approximate != after.Fee().Approximate || !before.Fee().Bands.SequenceEqual(after.Fee().Bands)))
        {
            yield return Wording.Everywhere(t => after.Terms.Fee is { Kind: FeeKind.Flat } flat ? t["gatherings.change.flat", t.Fee(flat.FlatAmount, flat.Approximate)] : t["gatherings.change.fee"]);
        }
    }

    /// <summary>The terms as named facts, for showing what is stored.</summary>
    public static IReadOnlyList<EditNetwork.Fact> Facts(NetworkDefinition definition, Texts texts) =>
    [
        new(texts["gatherings.network"], definition.Terms.Name[texts.Language]),
        new(texts["gatherings.deadline"], texts.Date(definition.Terms.Deadline)),
        new(texts["gatherings.meeting.title"], texts.Meeting(definition.Terms.InformationMeeting)),
        .. definition.Gatherings().Select(g => new EditNetwork.Fact(
            texts["gatherings.gathering.numbered", g.Gathering.Number], texts["gatherings.edit.stored", texts.When(g.Plan.Dates), texts.Where(g.Plan), texts[$"gatherings.mode.{g.Plan.Mode}"]])),
        new(texts["gatherings.members.title"], texts.Members(definition.Members())),
        new(texts["gatherings.contact"], definition.Terms.Contact is { } contact ? texts.Contact(contact) : texts["gatherings.not-set"]),
        new(texts["gatherings.edit.vat"], texts[$"gatherings.vat.{definition.Fee().Vat}"]),
        new(texts["gatherings.fee"], string.Join("; ", FeeRows(definition.Fee(), texts).Select(r => $"{r.Name}: {r.Value}"))),
    ];

    /// <summary>The fee table as it is printed, or the one flat amount.</summary>
    public static IReadOnlyList<EditNetwork.Fact> FeeRows(FeeSchedule fee, Texts texts) => fee.Kind is FeeKind.Flat
        ? [new(texts["gatherings.fee.all"], texts.Fee(fee.FlatAmount, fee.Approximate))]
        : [.. fee.Bands.Select(b => new EditNetwork.Fact(
            b.To is { } to ? texts["gatherings.fee.band", b.From, to] : texts["gatherings.fee.band.above", b.From],
            texts.Fee(b.Amount, fee.Approximate)))];
}
