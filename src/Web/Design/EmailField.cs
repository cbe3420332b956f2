namespace Mestring.Web.Design;

/// <summary>Reads an e-mail address out of a form: one, in plain form, or a message that says what is wrong with it.</summary>
internal static class EmailField
{
    private const int Shown = 100;

    /// <param name="form">The form.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="missing">What is said when nothing was typed.</param>
    /// <returns>The address; null when it is refused.</returns>
    public static EmailAddress? Email(this Form form, string field, string missing)
    {
        var typed = form.Text(field, missing, EmailAddress.Longest);
        if (typed.Length == 0 || form.Error(field) is not null)
        {
            return null;
        }

        if (EmailAddress.Read(typed, out var address) is { } fault)
        {
            form.Refuse(field, form.T[$"design.email.{fault}", typed.Length > Shown ? $"{typed[..Shown]} …" : typed]);
            return null;
        }

        return address;
    }
}
