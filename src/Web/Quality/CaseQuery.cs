using Mestring.Web.Storage;

namespace Mestring.Web.Quality;

/// <summary>A question about a course, as pages show it.</summary>
public sealed record CaseQuery(Guid Id, string Question, string AskedBy, DateTimeOffset AskedAt, string Answer, string AnsweredBy, DateTimeOffset? AnsweredAt, string ClosedBy, DateTimeOffset? ClosedAt, int Version)
{
    /// <summary>How far the question has come.</summary>
    public string State => (ClosedAt, AnsweredAt) switch
    {
        (not null, _) => "closed",
        (_, not null) => "answered",
        _ => "open",
    };

    internal static CaseQuery Of(CaseQueryRow row) =>
        new(row.Id, row.Question, row.AskedBy, row.AskedAt, row.Answer, row.AnsweredBy, row.AnsweredAt, row.ClosedBy, row.ClosedAt, row.Version);
}
