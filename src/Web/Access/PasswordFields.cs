using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Access;

/// <summary>Reads a new password out of a form, with the rules for it: long, not one that guessers try first, the same twice. No other rules, and it never runs out.</summary>
internal static class PasswordFields
{
    /// <returns>The password; null when it is refused.</returns>
    public static string? Read(Form form, IFormCollection posted, Person person, Texts texts)
    {
        var password = posted["password"].ToString();
        var count = Passwords.Count(password);
        if (count is < Passwords.Shortest or > Passwords.Longest)
        {
            form.Refuse("password", texts["access.password.length", count, Passwords.Shortest, Passwords.Longest]);
        }
        else if (CommonPasswords.Has(password, person.Name, person.Email))
        {
            form.Refuse("password", texts["access.password.common"]);
        }
        else if (!string.Equals(password, posted["again"], StringComparison.Ordinal))
        {
            form.Refuse("again", texts["access.password.differs"]);
        }

        return form.Error("password") is null && form.Error("again") is null ? password : null;
    }
}
