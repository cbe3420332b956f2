using Mestring.Core.Networks;

namespace Mestring.Web.Gatherings;

/// <summary>One text of a run that its leader may write: where it stands in the run's own copy of the programme, and how it is put back.</summary>
/// <param name="Key">Its part of the address.</param>
/// <param name="Name">Key of the text that names it.</param>
/// <param name="Number">Of the gathering or assignment; null for the run as a whole.</param>
/// <param name="IsList">Whether each line is an item or a paragraph of its own.</param>
/// <param name="IsNeeded">Whether it may not be empty.</param>
internal sealed record RunText(
    string Key, string Name, int? Number, bool IsList, bool IsNeeded,
    Func<NetworkDefinition, IReadOnlyList<LocalizedText>> Read, Func<NetworkDefinition, IReadOnlyList<LocalizedText>, NetworkDefinition> Write)
{
    /// <summary>All texts of a run, in the order of the invitation, by the part of it they stand in.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<RunText> Texts)> Of(NetworkDefinition run) =>
    [
        ("invitation",
        [
            Needed("lead", t => t.Lead, (t, x) => t with { Lead = x }),
            Maybe("from-question", t => t.FromQuestion, (t, x) => t with { FromQuestion = x }),
            Maybe("to-question", t => t.ToQuestion, (t, x) => t with { ToQuestion = x }),
            Needed("purpose", t => t.Purpose, (t, x) => t with { Purpose = x }),
            List("why", t => t.Why, (t, x) => t with { Why = x }),
            Needed("target-group", t => t.TargetGroup, (t, x) => t with { TargetGroup = x }),
            List("wishes", t => t.Wishes, (t, x) => t with { Wishes = x }),
            List("goals", t => t.Goals, (t, x) => t with { Goals = x }),
            List("expected", t => t.ExpectedResults, (t, x) => t with { ExpectedResults = x }),
            List("way", t => t.WayOfWorking, (t, x) => t with { WayOfWorking = x }),
            List("who", t => t.WhoShouldAttend, (t, x) => t with { WhoShouldAttend = x }),
            List("commitments", t => t.Commitments, (t, x) => t with { Commitments = x }),
            List("asks", t => t.EnrolmentAsks, (t, x) => t with { EnrolmentAsks = x }),
            Needed("contact-function", t => t.ContactFunction, (t, x) => t with { ContactFunction = x }),
        ]),
        ("terms",
        [
            List("cost", t => t.CostNotes, (t, x) => t with { CostNotes = x }),
            new("condition", "condition", null, false, false, r => One(r.Fee().Condition), (r, x) => r with { Terms = r.Terms with { Fee = r.Fee() with { Condition = First(x) } } }),
            new("reading", "reading", null, false, false, r => One(r.Fee().Reading), (r, x) => r with { Terms = r.Terms with { Fee = r.Fee() with { Reading = First(x) } } }),
            new("organiser", "organiser", null, false, false, r => One(r.Terms.Organiser), (r, x) => r with { Terms = r.Terms with { Organiser = First(x) } }),
            new("background", "background", null, true, false, r => r.Terms.Background, (r, x) => r with { Terms = r.Terms with { Background = x } }),
            new("notes", "notes", null, true, false, r => r.Terms.ReadingNotes, (r, x) => r with { Terms = r.Terms with { ReadingNotes = x } }),
        ]),
        ("gatherings", [.. run.Programme.Gatherings.SelectMany(g => Gathering(g.Number))]),
        ("assignments", [.. run.Programme.Assignments.SelectMany(a => Assignment(a.Number))]),
    ];

    public static RunText? Find(NetworkDefinition run, string key) => Of(run).SelectMany(g => g.Texts).FirstOrDefault(t => string.Equals(t.Key, key, StringComparison.Ordinal));

    private static RunText Needed(string key, Func<ProgrammeTexts, LocalizedText> read, Func<ProgrammeTexts, LocalizedText, ProgrammeTexts> write) =>
        new(key, key, null, false, true, r => [read(r.Programme.Texts)], (r, x) => With(r, write(r.Programme.Texts, x[0])));

    private static RunText Maybe(string key, Func<ProgrammeTexts, LocalizedText?> read, Func<ProgrammeTexts, LocalizedText?, ProgrammeTexts> write) =>
        new(key, key, null, false, false, r => One(read(r.Programme.Texts)), (r, x) => With(r, write(r.Programme.Texts, First(x))));

    private static RunText List(string key, Func<ProgrammeTexts, IReadOnlyList<LocalizedText>> read, Func<ProgrammeTexts, IReadOnlyList<LocalizedText>, ProgrammeTexts> write) =>
        new(key, key, null, true, false, r => read(r.Programme.Texts), (r, x) => With(r, write(r.Programme.Texts, x)));

    private static IEnumerable<RunText> Gathering(int number)
    {
        yield return Part("theme", isList: false, isNeeded: true, g => [g.Theme], (g, x) => g with { Theme = x[0] });
        yield return Part("contents", isList: true, isNeeded: true, g => g.Contents, (g, x) => g with { Contents = x });
        yield return Part("between", isList: false, isNeeded: false, g => One(g.Between), (g, x) => g with { Between = First(x) });

        RunText Part(string part, bool isList, bool isNeeded, Func<Gathering, IReadOnlyList<LocalizedText>> read, Func<Gathering, IReadOnlyList<LocalizedText>, Gathering> write) => new(
            $"gathering-{number}-{part}", $"gathering.{part}", number, isList, isNeeded,
            r => read(r.Programme.Gatherings.Single(g => g.Number == number)),
            (r, x) => r with { Programme = r.Programme with { Gatherings = [.. r.Programme.Gatherings.Select(g => g.Number == number ? write(g, x) : g)] } });
    }

    private static IEnumerable<RunText> Assignment(int number)
    {
        yield return Part("title", a => a.Title, (a, x) => a with { Title = x });
        yield return Part("text", a => a.Text, (a, x) => a with { Text = x });
        yield return Part("hand-in", a => a.HandIn, (a, x) => a with { HandIn = x });

        RunText Part(string part, Func<Assignment, LocalizedText> read, Func<Assignment, LocalizedText, Assignment> write) => new(
            $"assignment-{number}-{part}", $"assignment.{part}", number, false, true,
            r => [read(r.Programme.Assignments.Single(a => a.Number == number))],
            (r, x) => r with { Programme = r.Programme with { Assignments = [.. r.Programme.Assignments.Select(a => a.Number == number ? write(a, x[0]) : a)] } });
    }

    private static IReadOnlyList<LocalizedText> One(LocalizedText? text) => text is null ? [] : [text];

    private static LocalizedText? First(IReadOnlyList<LocalizedText> texts) => texts is [var first, ..] ? first : null;

    private static NetworkDefinition With(NetworkDefinition run, ProgrammeTexts texts) => run with { Programme = run.Programme with { Texts = texts } };
}
