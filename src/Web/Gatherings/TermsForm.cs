using Mestring.Core.Networks;
using Mestring.Web.Design;

namespace Mestring.Web.Gatherings;

/// <summary>Reads the terms of a network as its leader typed them; what is wrong is noted at its field.</summary>
internal static class TermsForm
{
    /// <summary>Empty rows offered below the fee table.</summary>
    public const int EmptyRows = 2;

    private const int Longest = 120;

    private static readonly string[] BandParts = ["from", "to", "amount"];

    /// <returns>The terms, or null when something was refused.</returns>
    public static NetworkTerms? Read(Form form, NetworkDefinition current, Texts texts)
    {
        var terms = current.Terms with
        {
            Name = new LocalizedText(Name(form, "nb", texts), Name(form, "nn", texts), Name(form, "en", texts)),
            Deadline = Day(form, "deadline", texts),
            InformationMeeting = Meeting(form, texts),
            Contact = form.Raw("contact-name") is null ? current.Terms.Contact : Contact.Read(form, texts),
            Gatherings = [.. current.Gatherings().Select(g => Plan(form, g.Plan, texts))],
        };
        var members = Members(form, current.Members(), texts);
        var fee = Fee(form, current.Fee(), texts);
        if (form.IsValid)
        {
            Order(form, terms, texts);
        }

        return form.IsValid
            ? terms with { Members = members == current.Programme.Members ? null : members, Fee = Same(fee, current.Fee()) ? current.Terms.Fee : fee }
            : null;
    }

    /// <summary>A day of a network: from it deadlines, windows and retention are counted, so it must leave room on both sides.</summary>
    internal static DateOnly Day(Form form, string field, Texts texts)
    {
        var day = form.Read<DateOnly>(field, texts["gatherings.date.missing"]);
        if (form.Error(field) is null && day.Year is < 2000 or > 2100)
        {
            form.Refuse(field, texts["gatherings.date.far", day]);
        }

        return day;
    }

    private static string Name(Form form, string language, Texts texts) => form.Text($"name-{language}", texts["gatherings.edit.name.missing"], Longest);

    private static InformationMeeting? Meeting(Form form, Texts texts)
    {
        if (form.ReadOptional<DateOnly>("meeting", texts["gatherings.date.missing"]) is null)
        {
            return null;
        }

        var day = Day(form, "meeting", texts);

        var from = form.Read<TimeOnly>("meeting-from", texts["gatherings.time.missing"]);
        var to = form.Read<TimeOnly>("meeting-to", texts["gatherings.time.missing"]);
        if (form.Error("meeting-to") is null && to <= from)
        {
            form.Refuse("meeting-to", texts["gatherings.edit.meeting.order"]);
        }

        return new InformationMeeting(day, from, to, form.Choice<MeetingMode>("meeting-mode", texts["gatherings.edit.mode.missing"]));
    }

    private static GatheringPlan Plan(Form form, GatheringPlan current, Texts texts)
    {
        var field = $"gathering-{current.Number}";
        var first = Day(form, $"{field}-first", texts);
        var last = Day(form, $"{field}-last", texts);
        if (form.Error($"{field}-first") is null && last < first)
        {
            form.Refuse($"{field}-last", texts["gatherings.edit.last-before-first", first]);
        }

        var place = form.Optional($"{field}-place", Longest);
        return new GatheringPlan(
            current.Number,
            new GatheringDates(first, last, form.IsTicked($"{field}-months")),
            place.Length == 0 ? null : string.Equals(place, current.Place?[texts.Language], StringComparison.Ordinal) ? current.Place : LocalizedText.Same(place),
            form.Choice<MeetingMode>($"{field}-mode", texts["gatherings.edit.mode.missing"]));
    }

    private static void Order(Form form, NetworkTerms terms, Texts texts)
    {
        foreach (var (before, after) in terms.Gatherings.Zip(terms.Gatherings.Skip(1)).Where(pair => pair.Second.Dates.First <= pair.First.Dates.First))
        {
            form.Refuse($"gathering-{after.Number}-first", texts["gatherings.edit.order", after.Number, before.Number, before.Dates.First]);
        }

        if (terms.Deadline > terms.Gatherings.Min(g => g.Dates.First))
        {
            form.Refuse("deadline", texts["gatherings.edit.deadline.late", terms.Gatherings.Min(g => g.Dates.First)]);
        }

        if (terms.InformationMeeting?.Date > terms.Deadline)
        {
            form.Refuse("meeting", texts["gatherings.edit.meeting.late", terms.Deadline]);
        }
    }

    private static MemberRule Members(Form form, MemberRule current, Texts texts)
    {
        int? Read(string field, int? held) => form.Raw(field) is null ? held : form.Whole(field, 1, 400, texts["gatherings.edit.members.wrong"]);
        var rule = new MemberRule(Read("minimum", current.Minimum), Read("planned-from", current.PlannedFrom), Read("planned-to", current.PlannedTo));
        if (rule.PlannedTo < rule.PlannedFrom)
        {
            form.Refuse("planned-to", texts["gatherings.edit.members.order", rule.PlannedTo.Value, rule.PlannedFrom.Value]);
        }
        else if (rule.PlannedTo < rule.Minimum)
        {
            form.Refuse("minimum", texts["gatherings.edit.members.minimum", rule.Minimum.Value, rule.PlannedTo.Value]);
        }

        return rule;
    }

    private static FeeSchedule Fee(Form form, FeeSchedule was, Texts texts)
    {
        var current = was with { Vat = form.Raw("vat") is null ? was.Vat : form.Choice<VatStatus>("vat", texts["gatherings.edit.vat.missing"]) };
        if (current.Kind is FeeKind.Flat)
        {
            return current with { FlatAmount = Amount(form, "flat", texts) is { } flat ? flat : RefusedFlat(form, texts), Approximate = form.IsTicked("approximate") };
        }

        var rows = Enumerable.Range(0, current.Bands.Count + EmptyRows)
            .Where(i => BandParts.Any(part => !string.IsNullOrWhiteSpace(form.Raw($"band-{i}-{part}"))))
            .Select(i => (Row: i, Band: new FeeBand(
                form.Whole($"band-{i}-from", 0, int.MaxValue, texts["gatherings.edit.band.number"]) ?? RefusedFrom(form, i, texts),
                form.Whole($"band-{i}-to", 0, int.MaxValue, texts["gatherings.edit.band.number"]),
                Amount(form, $"band-{i}-amount", texts))))
            .ToList();
        var fee = current with { Bands = [.. rows.Select(r => r.Band)] };
        if (!fee.Bands.SequenceEqual(was.Bands))
        {
            // The note said how the table before this one was read.
            fee = fee with { Reading = null };
        }

        if (form.IsValid)
        {
            foreach (var fault in fee.Faults())
            {
                form.Refuse(fault.Row is 0 ? "band-0-from" : $"band-{rows[fault.Row - 1].Row}-from", Say(fault, texts));
            }
        }

        return fee;
    }

    private static decimal? RefusedFlat(Form form, Texts texts)
    {
        form.Refuse("flat", texts["gatherings.edit.amount"]);
        return null;
    }

    private static int RefusedFrom(Form form, int row, Texts texts)
    {
        form.Refuse($"band-{row}-from", texts["gatherings.edit.band.number"]);
        return 0;
    }

    internal static decimal? Amount(Form form, string field, Texts texts) => form.Whole(field, 0, 10_000_000, texts["gatherings.edit.amount"]);

    private static string Say(FeeFault fault, Texts texts) => fault switch
    {
        { Kind: FeeFaultKind.Overlap, To: { } to } when to == fault.From => texts["gatherings.fault.overlap.one", fault.From],
        { Kind: FeeFaultKind.Overlap, To: { } to } => texts["gatherings.fault.overlap", fault.From, to],
        { Kind: FeeFaultKind.Overlap } => texts["gatherings.fault.overlap.above", fault.From],
        { Kind: FeeFaultKind.Gap, To: { } to } => texts["gatherings.fault.gap", fault.From, to],
        { Kind: FeeFaultKind.NothingAbove } => texts["gatherings.fault.above", fault.From],
        { Kind: FeeFaultKind.Backwards } => texts["gatherings.fault.backwards", fault.From, fault.To ?? 0],
        { Kind: FeeFaultKind.Empty } => texts["gatherings.fault.empty"],
        _ => texts["gatherings.edit.amount"],
    };

    private static bool Same(FeeSchedule one, FeeSchedule other) => one.FlatAmount == other.FlatAmount && one.Approximate == other.Approximate && one.Vat == other.Vat && one.Bands.SequenceEqual(other.Bands);
}
