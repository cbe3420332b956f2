using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Disclosure;

namespace Mestring.Core.Tests.Disclosure;

/// <summary>Every valid number is found however it is written, and what merely looks like one is left alone; the check digits are counted here anew.</summary>
public sealed class NationalIdentityNumberLaws
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3000);

    /// <summary>Dates of persons born 1900-2099, D-numbers, and the three kinds of synthetic numbers.</summary>
    private static readonly Gen<string> Valid =
        from day in Gen.Choose(1, 31)
        from dNumber in Gen.Elements(0, 40)
        from month in Gen.Choose(1, 12)
        from synthetic in Gen.Elements(0, 40, 65, 80)
        from year in Gen.Choose(0, 99)
        from individual in Gen.Choose(0, 999)
        let number = Complete($"{day + dNumber:00}{month + synthetic:00}{year:00}{individual:000}")
        where number is not null
        select number;

    private static readonly Gen<string> Sign = Gen.Elements(
        " ", "\t", "\n", "\r\n", ".", ",", "-", "/", "\\", ":", ";", "_", "+", "*", "|", "(", ")", "\u00a0", "\u202f", "\u2007", "\u2009", "\u00ad", "\u200b", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "·", "•");

    private static readonly Gen<string> Separator =
        from first in Sign
        from second in Gen.OneOf(Gen.Constant(""), Sign)
        from third in Gen.OneOf(Gen.Constant(""), Sign)
        select (first + second + third) is { Length: <= 3 } all ? all : first;

    private static readonly Gen<string> Written =
        from number in Valid
        from day in Gen.OneOf(Gen.Constant(""), Separator)
        from month in Gen.OneOf(Gen.Constant(""), Separator)
        from year in Gen.OneOf(Gen.Constant(""), Separator)
        from last in Gen.OneOf(Gen.Constant(""), Separator)
        from cut in Gen.Elements(8, 9)
        select string.Concat(number.AsSpan(0, 2), day, number.AsSpan(2, 2), month) + string.Concat(number.AsSpan(4, 2), year, number.AsSpan(6, cut - 6)) + last + number[cut..];

    private static readonly Gen<string> Before = Gen.Elements("", "nr ", "fnr", "bruker (", "kl 12 ", "12 34 ", "1944 ", "E-0147, ", "2 x ");

    private static readonly Gen<string> After = Gen.Elements("", ".", " 5", ") ringte", " kl 14", "\n17", "x");

    [Fact]
    public void Every_valid_number_is_found_and_masked_in_every_form() => Check.One(Many, Prop.ForAll(
        (from written in Written from before in Before from after in After select (Text: before + written + after, Written: written)).ToArbitrary(),
        each => NationalIdentityNumber.IsIn(each.Text) && !NationalIdentityNumber.IsIn(NationalIdentityNumber.Masked(each.Text)) && !NationalIdentityNumber.Masked(each.Text).Contains(each.Written, StringComparison.Ordinal)));

    [Fact]
    public void Eleven_digits_without_the_date_or_the_check_digits_are_left_alone() => Check.One(Many, Prop.ForAll(
        Gen.Choose(0, 9).ListOf(11).Select(digits => string.Concat(digits)).Where(digits => !IsValid(digits)).ToArbitrary(),
        digits => Alone(digits) && Alone($"{digits[..6]} {digits[6..]}") && Alone($"{digits[..4]} {digits[4..6]} {digits[6..]}")));

    /// <summary>Ids with hardly any letters, as some are: hidden fields and addresses carry them, and must not be refused by chance.</summary>
    [Fact]
    public void The_id_of_a_record_is_left_alone() => Check.One(Many, Prop.ForAll(
        (from number in Valid from at in Gen.Choose(0, 21) from letter in Gen.Elements('a', 'f') select string.Concat(new string(letter, at), number, new string(letter, 21 - at))).ToArbitrary(),
        hex => Alone($"/cases/{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}/edit")));

    /// <summary>KID with its check digit (mod 10), of every length but eleven.</summary>
    [Fact]
    public void Payment_references_are_left_alone() => Check.One(Many, Prop.ForAll(
        (from length in Gen.Choose(3, 24).Where(length => length is not 10) from digits in Gen.Choose(0, 9).ListOf(length) select string.Concat(digits)).ToArbitrary(),
        digits => Alone($"KID {digits}{Luhn(digits)}.")));

    [Fact]
    public void Phone_and_organisation_numbers_are_left_alone() => Check.One(Many, Prop.ForAll(
        (from phone in Gen.Choose(20_000_000, 99_999_999) from organisation in Gen.Choose(800_000_000, 999_999_999) select ($"{phone}", $"{organisation}")).ToArbitrary(),
        each => Alone($"+47 {each.Item1[..2]} {each.Item1[2..4]} {each.Item1[4..6]} {each.Item1[6..]}") && Alone($"tlf. {each.Item1}") && Alone($"{each.Item2[..3]} {each.Item2[3..6]} {each.Item2[6..]} MVA")));

    /// <summary>An account number has the same second check digit (mod 11); one that has the first as well cannot be told from an identity number and is refused.</summary>
    [Fact]
    public void Account_numbers_are_left_alone_unless_they_are_valid_identity_numbers_too() => Check.One(Many, Prop.ForAll(
        Gen.Choose(0, 9).ListOf(10).Select(digits => string.Concat(digits)).Where(ten => Check11(ten) is not null).Select(ten => $"{ten}{Check11(ten)}").ToArbitrary(),
        account => NationalIdentityNumber.IsIn($"{account[..4]} {account[4..6]} {account[6..]}") == IsValid(account)));

    private static bool Alone(string text) => !NationalIdentityNumber.IsIn(text) && NationalIdentityNumber.Masked(text) == text;

    /// <summary>Nine digits with both check digits, by the rule before 2032; null where there are none.</summary>
    private static string? Complete(string nine)
    {
        var first = (11 - (Sum(nine, "376189452") % 11)) % 11;
        var ten = $"{nine}{first}";
        var second = first is 10 ? 10 : (11 - (Sum(ten, "5432765432") % 11)) % 11;
        return second is 10 ? null : $"{ten}{second}";
    }

    private static int? Check11(string ten) => (11 - (Sum(ten, "5432765432") % 11)) % 11 is var check && check is 10 ? null : check;

    private static bool IsValid(string number)
    {
        var (day, month) = (int.Parse(number[..2], System.Globalization.CultureInfo.InvariantCulture) % 40, int.Parse(number[2..4], System.Globalization.CultureInfo.InvariantCulture));
        var months = new[] { 0, 40, 65, 80 }.Any(added => month - added is >= 1 and <= 12);
        return number[0] < '8' && day is >= 1 and <= 31 && months && Sum(number, "3761894521") % 11 <= 3 && Sum(number, "54327654321") % 11 == 0;
    }

    private static int Luhn(string digits)
    {
        var sum = digits.Reverse().Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(n => n > 9 ? n - 9 : n);
        return (10 - (sum % 10)) % 10;
    }

    private static int Sum(string number, string weights) => weights.Select((w, i) => (w - '0') * (number[i] - '0')).Sum();
}
