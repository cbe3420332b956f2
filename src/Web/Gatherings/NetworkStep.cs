using System.Text.Json;
using Mestring.Core.Networks;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Gatherings;

/// <summary>A step in the life of a network: whether it can be taken, who is told, and how it is taken back.</summary>
internal sealed record NetworkStep(Run Run, NetworkState To, IReadOnlyList<EnrolmentRow> Enrolments)
{
    /// <summary>How long the mails of a step wait, so that the step can be taken back before anybody has read of it.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromMinutes(15);

    public NetworkState From => Run.Row.State;

    public int Confirmed => Enrolments.Count(e => e.State is EnrolmentState.Confirmed);

    /// <summary>Which of the texts gatherings.mail.* is sent; null when nobody is mailed.</summary>
    private string? Key => (From, To) switch
    {
        (NetworkState.Closed, NetworkState.Running) => "go",
        (_, NetworkState.Cancelled) => "no-go",
        (NetworkState.Closed, NetworkState.Open) => "reopened",
        _ => null,
    };

    /// <summary>Who is mailed: members hear that it goes ahead; everybody still in line hears that it does not, or that enrolment is open again.</summary>
    public IReadOnlyList<EnrolmentRow> Told => Key is null ? [] : [.. Enrolments.Where(e =>
        e.State is EnrolmentState.Confirmed || (To is not NetworkState.Running && e.State is EnrolmentState.Received or EnrolmentState.WaitingList))];

    /// <summary>Why the step cannot be taken; null when it can.</summary>
    public string? Refusal(Texts texts) => true switch
    {
        _ when !From.CanBecome(To) => texts["gatherings.decide.changed"],
        _ when To is NetworkState.Running && !Run.Definition.Members().IsEnough(Confirmed) => texts.Count("gatherings.decide.too-few", Confirmed, Run.Definition.Members().Minimum!.Value),
        _ when To is NetworkState.Open && Run.Definition.Fee().Faults().Count > 0 => texts["gatherings.decide.fee"],
        _ when From is NetworkState.Draft && Run.Definition.Terms.Contact is null => texts["gatherings.decide.contact"],
        _ => null,
    };

    /// <summary>The mail in one language.</summary>
    public (string Subject, string Body) Say(Texts texts, string address, DateOnly today)
    {
        var starts = Run.Definition.Starts();
        var begins = texts[starts >= today ? "gatherings.mail.begins" : "gatherings.mail.began", starts];
        return (texts[$"gatherings.mail.{Key}.subject", Run.Name], texts[$"gatherings.mail.{Key}.body", Run.Name, To is NetworkState.Cancelled ? texts.Date(starts) : begins, address]);
    }

    /// <summary>Takes the step: state, dated change, mails, and how all of it is taken back.</summary>
    public void Take(MestringDb db, string address, DateTimeOffset now, DateOnly today)
    {
        var row = Run.Row;
        var undo = new NetworkUndo(From, row.PublishedAt, row.DecidedAt, now + Held, [], null);
        if (Told is { Count: > 0 } told)
        {
            undo = undo with { Mails = [.. Run.MailCoordinators(db, now, told, t => Say(t, address, today), Held).Select(m => m.Id)] };
        }

        if (Key is { } key)
        {
            var change = NetworkChange.Of(Run.Slug, now, Texts.Every($"gatherings.mail.{key}.change"));
            db.NetworkChanges.Add(change);
            undo = undo with { Change = change.Id };
        }

        row.PublishedAt ??= To is NetworkState.Open ? now : null;
        row.DecidedAt = To is NetworkState.Running or NetworkState.Cancelled or NetworkState.Ended ? now : row.DecidedAt;
        row.State = To;
        row.Undo = JsonSerializer.Serialize(undo);
        row.Version++;
    }
}
