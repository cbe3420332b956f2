namespace Mestring.Web.Storage;

/// <summary>A mail server and how to sign in to it; an empty user means that it asks for none.</summary>
internal sealed record SmtpSettings(string Host, int Port, string User, string Password, bool Tls)
{
    /// <summary>The port where TLS begins before the first word (RFC 8314); on others it is asked for.</summary>
    public const int ImplicitTlsPort = 465;
}
