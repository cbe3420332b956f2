using Mestring.Web.Design;
using Microsoft.Extensions.Primitives;

namespace Mestring.Web.Deliveries;

/// <summary>
/// What one writer changed of a year's figures, held against what stands there now. Figures the writer did not touch stay as they are stored;
/// two writers meet only where both changed the same figure, or the comment.
/// </summary>
internal sealed class DeliveryMerge
{
    private const string Comment = "comment";

    private readonly Form _form;
    private readonly DeliverySheet _sheet;
    private readonly Dictionary<string, FigureEntry> _typed;
    private readonly string _comment;

    public DeliveryMerge(Form form, DeliverySheet sheet, IReadOnlyDictionary<string, FigureEntry> typed, string comment)
    {
        (_form, _sheet) = (form, sheet);
        _typed = sheet.Lines.ToDictionary(l => l.Definition.Id, l => IsTouched(l, typed) ? typed[l.Definition.Id] : l.Now, StringComparer.Ordinal);
        _comment = CommentIsTouched(comment) ? comment : sheet.Comment;
        Clashes = [.. sheet.Lines.Where(l => IsTouched(l, typed) && Meets(l, typed[l.Definition.Id])).Select(l => l.Definition.Id), .. CommentIsTouched(comment) && CommentMeets(comment) ? new[] { Comment } : []];
    }

    /// <summary>Figures that both changed, to different things.</summary>
    public IReadOnlyList<string> Clashes { get; }

    /// <summary>The figures to be stored where nothing clashes.</summary>
    public IReadOnlyDictionary<string, FigureEntry> Figures => _typed;

    public string CommentToStore => _comment;

    /// <summary>The lines that change.</summary>
    public IReadOnlyList<SheetLine> Changed => [.. _sheet.Lines.Where(l => !l.Now.Says(_typed[l.Definition.Id]))];

    public bool IsNone => Changed.Count == 0 && string.Equals(_sheet.Comment, _comment, StringComparison.Ordinal);

    /// <summary>The form again: what the writer changed stays as typed, and what others changed stands as it is stored.</summary>
    public Form Again(IFormCollection posted, Func<SheetLine, string?> shown)
    {
        var fields = posted.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        foreach (var line in _sheet.Lines.Where(l => _typed[l.Definition.Id].Says(l.Now)))
        {
            var id = line.Definition.Id;
            (fields[id], fields[$"{id}-reason"], fields[$"{id}-note"]) = (shown(line), line.Now.Reason?.ToString() ?? string.Empty, line.Now.Note ?? string.Empty);
        }

        fields[Comment] = new StringValues(_comment);
        return new Form(_form.T, new FormCollection(fields));
    }

    private bool IsTouched(SheetLine line, IReadOnlyDictionary<string, FigureEntry> typed) => _form.Raw($"{line.Definition.Id}-was") is { } was
        ? !string.Equals(was, typed[line.Definition.Id].Mark, StringComparison.Ordinal)
        : _form.Raw(line.Definition.Id) is not null || _form.Raw($"{line.Definition.Id}-reason") is not null || _form.Raw($"{line.Definition.Id}-note") is not null;

    private bool Meets(SheetLine line, FigureEntry typed) => !typed.Says(line.Now)
        && (_form.Raw($"{line.Definition.Id}-was") is { } was ? !string.Equals(was, line.Now.Mark, StringComparison.Ordinal) : _form.Version != _sheet.Version);

    private bool CommentIsTouched(string typed) => _form.Raw("comment-was") is { } was ? !string.Equals(Plain(was), typed, StringComparison.Ordinal) : _form.Raw(Comment) is not null;

    private bool CommentMeets(string typed) => !string.Equals(typed, _sheet.Comment, StringComparison.Ordinal)
        && (_form.Raw("comment-was") is { } was ? !string.Equals(Plain(was), Plain(_sheet.Comment), StringComparison.Ordinal) : _form.Version != _sheet.Version);

    private static string Plain(string text) => text.Trim().ReplaceLineEndings("\n");
}
