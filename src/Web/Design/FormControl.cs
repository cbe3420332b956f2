using Microsoft.AspNetCore.Components;

namespace Mestring.Web.Design;

/// <summary>What every form control has: a name, a label, a hint and the message of its form. Ids are built from the name.</summary>
public abstract class FormControl : ComponentBase
{
    [Parameter, EditorRequired]
    public required Form Form { get; set; }

    /// <summary>The name in the form, also the id that the error summary links to; unique on the page.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Help that stands between the label and the control.</summary>
    [Parameter]
    public string? Hint { get; set; }

    protected string? Error => Form.Error(Name);

    protected string? Invalid => Error is null ? null : "true";

    protected string HintId => $"{Name}-hint";

    protected string ErrorId => $"{Name}-error";

    /// <summary>The ids of everything that describes the control, or null when nothing does.</summary>
    protected string? DescribedBy(string? more = null)
    {
        string?[] ids = [Hint is null ? null : HintId, more, Error is null ? null : ErrorId];
        var some = string.Join(' ', ids.Where(id => id is not null));
        return some.Length == 0 ? null : some;
    }
}
