using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FasterMoney.Domain.PortalLinks;

/// <summary>
/// The secret of a portal link: 32 random bytes as 43 characters of base64url. Whoever holds it sees one invoice
/// (a capability URL in the W3C's sense), so it is stored as a hash and never logged.
/// </summary>
public static partial class PortalToken
{
    /// <summary>Characters of a token.</summary>
    public const int Length = 43;

    /// <summary>A new token from the system's cryptographic generator.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Whether a text has the shape of a token. Checked before anything is looked up.</summary>
    public static bool IsWellFormed(string? text) => text is not null && Shape().IsMatch(text);

    /// <summary>SHA-256 of the exact text: what the database looks tokens up by.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));

    [GeneratedRegex(@"^[A-Za-z0-9_-]{43}\z")]
    private static partial Regex Shape();
}
