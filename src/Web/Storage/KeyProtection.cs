using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>
/// Seals the data-protection keys, which stand in the database, with a certificate that does not: the database alone then opens nothing that the keys seal,
/// such as the secrets of second factors (ADR 0031).
/// </summary>
internal sealed class KeyProtection(X509Certificate2 certificate)
{
    private static readonly XNamespace Protection = "http://schemas.asp.net/2015/03/dataProtection";

    /// <returns>Null when no certificate is set.</returns>
    /// <exception cref="SettingsException">The certificate cannot be used.</exception>
    public static KeyProtection? Read(IConfiguration configuration)
    {
        if (configuration["Keys:Certificate"] is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, configuration["Keys:Password"]);
            return certificate.GetRSAPrivateKey() is not null ? new KeyProtection(certificate) : throw new SettingsException($"Keys:Certificate is '{path}', which holds no private RSA key. Give a .pfx file with one.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"Keys:Certificate is '{path}', which cannot be read ({e.Message}). Give a .pfx file, and its password in Keys:Password.", e);
        }
    }

    public void Use(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddDataProtection().ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
    }

    /// <summary>Seals the keys that were written before the certificate was set.</summary>
    public async Task SealOlder(MestringDb db, CancellationToken ct)
    {
        using var logs = new LoggerFactory();
        var encryptor = new CertificateXmlEncryptor(certificate, logs);
        foreach (var key in await db.ProtectionKeys.ToListAsync(ct))
        {
            var xml = XElement.Parse(key.Xml);
            foreach (var open in xml.DescendantsAndSelf().Where(e => (bool?)e.Attribute(Protection + "requiresEncryption") == true).ToList())
            {
                var sealedKey = encryptor.Encrypt(new XElement(open));
                open.ReplaceWith(new XElement(Protection + "encryptedSecret", new XAttribute("decryptorType", sealedKey.DecryptorType.AssemblyQualifiedName!), sealedKey.EncryptedElement));
            }

            key.Xml = xml.ToString(SaveOptions.DisableFormatting);
        }

        await db.SaveChangesAsync(ct);
    }
}
