namespace Mestring.Web.Storage;

/// <summary>A setting that the application cannot start with; the message says which, what it was and what is wanted.</summary>
public sealed class SettingsException : Exception
{
    public SettingsException()
    {
    }

    public SettingsException(string message)
        : base(message)
    {
    }

    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
