using Mestring.Core.Measures;
using Mestring.Web.Imports;

namespace Mestring.Web.Commands;

/// <summary>What to do on the command line about what the page has a field or a column for.</summary>
internal static class CommandCure
{
    /// <summary>The cure; null where that of the page holds here too.</summary>
    public static string? Of(Finding finding) => finding.Kind switch
    {
        FindingKind.UnknownWord or FindingKind.ZeroSeconds => Meaning(finding.Field),
        FindingKind.NotANumber => "Write the number alone, without unit. Where a word or sign stands for something missing, name it under \"missing\" in --mapping.",
        FindingKind.DateOrder => "Say which comes first, for the whole file: \"dates\": \"day-first\" or \"month-first\" in --mapping.",
        FindingKind.OverlappingCase => "Correct the start in the case or in the file. If there are two cases, say \"separateCases\": true in --mapping.",
        FindingKind.NoInstrument => "Take in a column that says it, or give every row \"instrument\": \"Copm\" or \"Psfs\" under \"constants\" in --mapping.",
        FindingKind.NoLicence => "Say that the municipality holds the licence of COPM: \"licence\": true in --mapping.",
        FindingKind.NoPoint => $"Name the column that says which measurement a row is, or give every row \"{Target.At}\" under \"constants\" in --mapping.",
        FindingKind.Missing when MapColumns.MayBeSame.Contains(finding.Field, StringComparer.Ordinal) =>
            $"A new case needs this. Fill it in in the file, or give every row \"{finding.Field}\" under \"constants\" in --mapping.",
        FindingKind.Contradiction => "Wanted is what the row of that number says. Correct one of them.",
        FindingKind.Rule => "Correct it in the file.",
        _ => null,
    };

    private static string Meaning(string field)
    {
        var codes = Target.All.Select(t => t.Field).FirstOrDefault(f => string.Equals(f.Name, field, StringComparison.Ordinal)) switch
        {
            { Kind: CaseFieldKind.YesNo } => "yes, no",
            { Kind: CaseFieldKind.Code } of => string.Join(", ", of.Codes),
            _ => string.Join(", ", NotDone.Codes.Prepend("0")),
        };
        return $"Say under \"words\", \"{field}\" in --mapping what it means ({codes}; empty when it says nothing), or correct the file.";
    }
}
