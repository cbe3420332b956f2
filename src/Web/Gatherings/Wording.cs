using Mestring.Core.Networks;
using Mestring.Web.Design;

namespace Mestring.Web.Gatherings;

/// <summary>How dates, places and fees of a network are said.</summary>
internal static class Wording
{
    /// <summary>11.–12. oktober 2027, or the months when only they are known.</summary>
    public static string When(this Texts texts, GatheringDates dates) => dates switch
    {
        { MonthsOnly: false } => texts.Dates(dates.First, dates.Last),
        _ when dates.First.Year == dates.Last.Year && dates.First.Month == dates.Last.Month => texts.Month(dates.First),
        _ => texts["gatherings.months", texts.Month(dates.First), texts.Month(dates.Last)],
    };

    public static string Where(this Texts texts, GatheringPlan plan) => plan switch
    {
        { Mode: MeetingMode.Digital } => texts["gatherings.place.digital"],
        { Place: { } place } => place[texts.Language],
        _ => texts["gatherings.place.undecided"],
    };

    public static string Meeting(this Texts texts, InformationMeeting? meeting) => meeting is null
        ? texts["gatherings.not-set"]
        : texts["gatherings.meeting", meeting.Date, Clock(texts, meeting.From), Clock(texts, meeting.To), texts[$"gatherings.mode.{meeting.Mode}"]];

    /// <summary>kr 27 200, "om lag" where it is about, "etter avtale" where the leader has to enter it.</summary>
    public static string Fee(this Texts texts, decimal? amount, bool approximate) => amount switch
    {
        null => texts["gatherings.fee.agreed"],
        { } kroner when approximate => texts["gatherings.fee.about", texts.Kroner((long)kroner)],
        { } kroner => texts.Kroner((long)kroner),
    };

    public static string Members(this Texts texts, MemberRule rule) => (rule.Minimum, rule.PlannedTo) switch
    {
        (null, null) => texts["gatherings.not-set"],
        ({ } minimum, null) => texts["gatherings.members.minimum", minimum],
        (null, { } to) => texts["gatherings.members.planned", rule.PlannedFrom ?? to, to],
        ({ } minimum, { } to) => texts["gatherings.members.both", minimum, rule.PlannedFrom ?? minimum, to],
    };

    /// <summary>Name, address and telephone on one line.</summary>
    public static string Contact(this Texts texts, NetworkContact contact) => texts.List([.. new[] { contact.Name, contact.Email, contact.Phone }.Where(x => x.Length > 0)]);

    /// <summary>The same sentence in all three languages, with dates and numbers as each writes them.</summary>
    public static LocalizedText Everywhere(Func<Texts, string> say) =>
        new(say(new Texts(Language.Nb)), say(new Texts(Language.Nn)), say(new Texts(Language.En)));

    private static string Clock(Texts texts, TimeOnly time) =>
        time.ToString(texts.Language is Language.En ? "HH':'mm" : "HH'.'mm", System.Globalization.CultureInfo.InvariantCulture);
}
