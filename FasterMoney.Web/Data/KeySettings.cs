using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FasterMoney.Web.Data;

/// <summary>What the keys on disk are wrapped with.</summary>
/// <param name="Certificates">The first wraps new keys, all unwrap old ones; none: keys are written as they are.</param>
public sealed record KeySettings(IReadOnlyList<X509Certificate2> Certificates)
{
    private const string FilesKey = "Keys:Certificate";
    private const string PasswordKey = "Keys:CertificatePassword";

    public static KeySettings None { get; } = new([]);

    public bool AreWrapped => Certificates.Count > 0;

    /// <summary>Reads PKCS #12 files (.pfx, .p12), or PEM files that hold certificate and key.</summary>
    public static KeySettings Read(IConfiguration configuration, List<string> errors)
    {
        UnknownSettings.Refuse(configuration.GetSection("Keys"), errors, "Certificate", "CertificatePassword");
        var certificates = new List<X509Certificate2>();
        foreach (var file in (configuration[FilesKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                certificates.Add(Load(file, configuration[PasswordKey]));
            }
            catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException)
            {
                // The system's own words may repeat what is secret.
                errors.Add($"{FilesKey}: {file} cannot be read as a certificate with its key. Check the path, the rights, and {PasswordKey}.");
            }
        }

        if (certificates.Find(certificate => certificate.GetRSAPrivateKey() is null) is { } other)
            errors.Add($"{FilesKey}: the certificate {other.Subject} has no private RSA key, which wrapping needs.");
        return new KeySettings(certificates);
    }

    private static X509Certificate2 Load(string file, string? password) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".pfx" or ".p12" => X509CertificateLoader.LoadPkcs12FromFile(file, password),
        _ => string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(file) : X509Certificate2.CreateFromEncryptedPemFile(file, password),
    };
}
