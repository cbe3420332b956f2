using Mestring.Core.Networks;
using Mestring.Web.Design;

namespace Mestring.Web.Gatherings;

/// <summary>What waits for the network leader, the most pressing first.</summary>
internal static class Waiting
{
    public static IEnumerable<NetworkDesk.Wait> For(NetworkDesk.View view, Texts texts)
    {
        var address = $"/desk/{view.Slug}";
        if (view.State is NetworkState.Draft)
        {
            yield return new($"{address}/edit", texts["gatherings.wait.publish"], texts["gatherings.wait.publish.more"]);
        }

        if (!view.HasContact && view.State is not (NetworkState.Ended or NetworkState.Cancelled))
        {
            yield return new($"{address}/edit#contact", texts["gatherings.wait.contact"], texts["gatherings.wait.contact.more"]);
        }

        if (view.State is NetworkState.Open && view.Today > view.Deadline)
        {
            yield return new("#decide", texts["gatherings.wait.close"], texts["gatherings.wait.close.more", view.Deadline]);
        }

        if (view.State is NetworkState.Closed)
        {
            yield return new("#decide", texts["gatherings.wait.decide"], texts.Count("gatherings.members.confirmed", view.Confirmed));
        }

        foreach (var member in view.Members.Where(m => m.State is EnrolmentState.Received))
        {
            yield return new($"{address}/enrolments/{member.Municipality}", member.Name, texts["gatherings.wait.answer"]);
        }

        if (view.Free > 0 && view.Queue is [var first, ..] && view.State is NetworkState.Open or NetworkState.Closed or NetworkState.Running)
        {
            yield return new($"{address}/enrolments/{first.Municipality}", first.Name, texts.Count("gatherings.wait.free", view.Free));
        }

        foreach (var member in view.Members.Where(m => m.State is EnrolmentState.Confirmed && m.Amount is null))
        {
            yield return new($"{address}/enrolments/{member.Municipality}", member.Name, texts["gatherings.wait.fee"]);
        }

        foreach (var column in view.Assignments)
        {
            var unread = view.Matrix.Where(r => r.Cells.Any(c => c.Number == column.Number && c.Standing is AssignmentStanding.HandedIn)).Select(r => r.Name).ToList();
            if (unread.Count > 0)
            {
                yield return new($"{address}/assignments/{column.Number}", texts.Count("gatherings.wait.read", unread.Count), texts["gatherings.wait.read.more", column.Title, texts.List(unread)]);
            }
        }

        foreach (var row in view.State is NetworkState.Running ? view.Matrix : [])
        {
            var late = row.Cells.Count(c => c.Standing is AssignmentStanding.Late);
            if (late > 0)
            {
                yield return new($"{address}/enrolments/{row.Municipality}", row.Name, texts.Count("gatherings.wait.late", late));
            }
        }

        foreach (var member in view.Members.Where(m => m is { State: EnrolmentState.Confirmed, Next: { Count: > 0, Advice.Count: > 0 } }))
        {
            yield return new($"{address}/gatherings/{view.NextNumber}", member.Name, member.Next!.Advice[0]);
        }
    }
}
