using Mestring.Core.Networks;
using Mestring.Web.Design;

namespace Mestring.Web.Gatherings;

/// <summary>Reads whom municipalities may ask about a network.</summary>
internal static class Contact
{
    /// <returns>Null when nothing was typed, or when something was refused.</returns>
    public static NetworkContact? Read(Form form, Texts texts)
    {
        var (name, email, phone) = (form.Optional("contact-name", 120), form.Optional("contact-email", 200), form.Optional("contact-phone", 30));
        if (name.Length + email.Length + phone.Length == 0)
        {
            return null;
        }

        if (name.Length == 0)
        {
            form.Refuse("contact-name", texts["gatherings.contact.name.missing"]);
        }

        if (email.Length == 0)
        {
            form.Refuse("contact-email", texts["gatherings.contact.email.missing"]);
        }
        else if (!IsAddress(email))
        {
            form.Refuse("contact-email", texts["gatherings.contact.email.wrong", email]);
        }

        if (phone.Length > 0 && (phone.Count(char.IsAsciiDigit) < 8 || phone.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or ' ' or '(' or ')' or '-' or '\u00a0'))))
        {
            form.Refuse("contact-phone", texts["gatherings.contact.phone.wrong", phone]);
        }

        return new NetworkContact(name, email, phone);
    }

    /// <summary>One address in its plain form, without a name and without a second one.</summary>
    public static bool IsAddress(string typed) => EmailAddress.Read(typed, out _) is null;
}
