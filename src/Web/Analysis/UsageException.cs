namespace Mestring.Web.Analysis;

/// <summary>Options that do not fit together or do not fit the file: exit code 2 with this text.</summary>
internal sealed class UsageException : Exception
{
    public UsageException()
    {
    }

    public UsageException(string message)
        : base(message)
    {
    }

    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
