using Mestring.Core.Networks;
using Mestring.Web.Design;

namespace Mestring.Web.Networks;

/// <summary>How an invitation says dates, places, lengths and prices.</summary>
public static class Wording
{
    extension(Texts t)
    {
        /// <summary>12.–13. oktober 2027, or mai–juni 2022 while only months are known.</summary>
        public string When(GatheringDates dates) => dates.MonthsOnly ? t.Months(dates.First, dates.Last) : t.Dates(dates.First, dates.Last);

        /// <summary>oktober 2027 – april 2028; the year once where it is the same.</summary>
        public string Months(DateOnly first, DateOnly last) => (first.Year == last.Year, first.Month == last.Month) switch
        {
            (true, true) => t.Month(first),
            (true, _) => $"{first.ToString("MMMM", t.Culture)}–{t.Month(last)}",
            _ => $"{t.Month(first)} – {t.Month(last)}",
        };

        /// <summary>For the time line: 12.–13. okt., or mai–juni.</summary>
        public string ShortWhen(GatheringDates dates)
        {
            var month = dates.First.ToString("MMM", t.Culture);
            var dot = t.Language is Language.En ? string.Empty : ".";
            return (dates.MonthsOnly, dates.First.Month == dates.Last.Month, dates.First == dates.Last) switch
            {
                (true, true, _) => month,
                (true, _, _) => $"{month}–{dates.Last.ToString("MMM", t.Culture)}",
                (_, _, true) => $"{dates.First.Day}{dot} {month}",
                (_, true, _) => $"{dates.First.Day}{dot}–{dates.Last.Day}{dot} {month}",
                _ => $"{dates.First.Day}{dot} {month} – {dates.Last.Day}{dot} {dates.Last.ToString("MMM", t.Culture)}",
            };
        }

        /// <summary>The town, or how people meet, or that it is to be decided.</summary>
        public string Where(GatheringPlan plan) => (plan.Place, plan.Mode) switch
        {
            ({ } place, _) => place[t.Language],
            (_, MeetingMode.Digital) => t["networks.mode.Digital"],
            (_, MeetingMode.Physical) => t["networks.place.open"],
            _ => t["networks.mode.Undecided"],
        };

        /// <summary>to dager, or 1–1,5 dager.</summary>
        public string Length(GatheringLength length) => (length.Min == length.Max, length.Max) switch
        {
            (true, 1m) => t["networks.length.1"],
            (true, 1.5m) => t["networks.length.1-5"],
            (true, 2m) => t["networks.length.2"],
            (true, _) => t["networks.length.more", t.Decimals(length.Max)],
            _ => t["networks.length.more", $"{t.Decimals(length.Min)}–{t.Decimals(length.Max)}"],
        };

        /// <summary>4 på to dager, oktober 2027 – april 2028.</summary>
        public string Gatherings(NetworkDefinition run)
        {
            var lengths = run.Gatherings().Select(g => g.Gathering.Length).Distinct().ToList();
            var span = t.Months(run.Starts(), run.Ends());
            var count = run.Gatherings().Count;
            return lengths is [var one] ? t["networks.gatherings.same", count, t.Length(one), span] : t["networks.gatherings.mixed", count, span];
        }

        /// <summary>fra kr 14 100, etter innbyggertall.</summary>
        public string Price(FeeSchedule fee) => (fee.Kind, fee.Approximate, fee.Condition) switch
        {
            (FeeKind.Bands, _, _) => fee.Bands.Min(b => b.Amount) is { } lowest ? t["networks.price.from", t.Kroner((long)lowest)] : t["networks.price.agreed"],
            (_, _, not null) => t["networks.price.conditional", t.About(fee.FlatAmount, fee.Approximate)],
            _ => t.About(fee.FlatAmount, fee.Approximate),
        };

        /// <summary>kr 27 200, om lag kr 50 000, or by agreement.</summary>
        public string About(decimal? amount, bool approximate) => amount switch
        {
            null => t["networks.price.agreed"],
            { } kroner when approximate => t["networks.price.about", t.Kroner((long)kroner)],
            { } kroner => t.Kroner((long)kroner),
        };

        /// <summary>Opp til 2 000, 2 001–3 000, or over 150 000.</summary>
        public string Band(FeeBand band) => band switch
        {
            { To: null } => t["networks.band.above", band.From - 1],
            { From: 0, To: { } to } => t["networks.band.up-to", to],
            { To: { } to } => $"{t.Number(band.From)}–{t.Number(to)}",
        };

        /// <summary>Minst 6 må være med. Plass til 10; empty when the programme states neither.</summary>
        public string Room(MemberRule members) => t.Sentences(
            members.Minimum is { } minimum ? t["networks.room.minimum", minimum] : null,
            members.PlannedTo is { } places ? t["networks.room.places", places] : null);

        /// <summary>8–10. Minst 6 for at nettverket starter; empty when the programme states neither.</summary>
        public string Plan(MemberRule members) => t.Sentences(
            (members.PlannedFrom, members.PlannedTo) switch
            {
                ({ } from, { } to) => $"{t.Number(from)}–{t.Number(to)}.",
                (null, { } to) => t["networks.room.places", to],
                _ => null,
            },
            members.Minimum is { } minimum ? t["networks.plan.minimum", minimum] : null);

        /// <summary>Digitalt 3. juni 2027 kl. 08.30–09.15.</summary>
        public string Meeting(InformationMeeting meeting) => t[
            $"networks.meeting.{meeting.Mode}",
            meeting.Date,
            t.Clock(meeting.From),
            t.Clock(meeting.To)];

        /// <summary>The soft advice on whom to bring; empty when none is given.</summary>
        public string Advice(Programme programme)
        {
            var roles = programme.Enrolment.Roles.Where(r => programme.Attendance.RolesAtFirst.Contains(r.Id, StringComparer.Ordinal)).Select(r => r.Label[t.Language].ToLower(t.Culture)).ToList();
            var persons = programme.Attendance.PersonsPerGathering is { } count ? t["networks.advice.persons", count] : string.Empty;
            var first = roles.Count > 0 ? t["networks.advice.roles", t.List(roles)] : string.Empty;
            return persons.Length + first.Length > 0 ? t.Sentences(persons, first, t["networks.advice.soft"]) : string.Empty;
        }

        /// <summary>Sentences after each other; those that are not to be said are null or empty.</summary>
        public string Sentences(params ReadOnlySpan<string?> sentences)
        {
            var said = new List<string>();
            foreach (var sentence in sentences)
            {
                if (!string.IsNullOrEmpty(sentence))
                {
                    said.Add(sentence);
                }
            }

            return string.Join(' ', said);
        }

        private string Clock(TimeOnly time) => time.ToString(t.Language is Language.En ? "HH':'mm" : "HH'.'mm", System.Globalization.CultureInfo.InvariantCulture);

        private string Decimals(decimal days) => t.Number((double)days, days == decimal.Truncate(days) ? 0 : 1);
    }
}
