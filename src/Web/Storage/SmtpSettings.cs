namespace Mestring.Web.Storage;

/// <summary>A mail server and how to sign in to it; an empty user means that it asks for none.</summary>
internal sealed record SmtpSettings(string Host, int Port, string User, string Password, bool Tls);
