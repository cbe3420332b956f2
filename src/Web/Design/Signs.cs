namespace Mestring.Web.Design;

/// <summary>
/// What stands where no number does, everywhere: on pages, in charts, in files and in Word. The signs are those of Statistics Norway. Nothing
/// counted is a number, 0; what is missing, what does not apply and what is protected are never 0.
/// </summary>
public static class Signs
{
    /// <summary>There is a figure, and disclosure control hides it.</summary>
    public const string Suppressed = ":";

    /// <summary>Nobody has told it, or there is nothing to tell yet.</summary>
    public const string NotReported = "..";

    /// <summary>It does not apply here.</summary>
    public const string NotApplicable = ".";
}
