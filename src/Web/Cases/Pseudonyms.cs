using System.Security.Cryptography;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Cases;

/// <summary>What a course is called. Who it is stands in the municipality's own list and never here.</summary>
internal static class Pseudonyms
{
    /// <summary>Three letters and three digits, without those that are taken for each other; by chance, so that it says nothing about the person.</summary>
    public static string Draw() => $"{RandomNumberGenerator.GetString("BCDFGHJKLMNPRSTVWXZ", 3)}-{RandomNumberGenerator.GetString("23456789", 3)}";

    /// <summary>Reads a pseudonym as it was typed; a name or a long number is refused.</summary>
    public static string Read(Form form, Texts texts)
    {
        var pseudonym = form.Text("pseudonym", texts["cases.pseudonym.missing"], longest: 20).ToUpperInvariant();
        if (form.Error("pseudonym") is null && !Pseudonym.IsCode(pseudonym))
        {
            form.Refuse("pseudonym", texts["cases.pseudonym.wrong", form.Raw("pseudonym")]);
        }

        return pseudonym;
    }
}
