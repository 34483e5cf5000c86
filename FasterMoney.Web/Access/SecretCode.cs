using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FasterMoney.Web.Access;

/// <summary>Codes that are handed over once and of which only the hash is kept.</summary>
internal static class SecretCode
{
    // 32 bytes from the system's generator, 43 characters: also the shape that logs mask.
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    public static bool IsWellFormed(string? code) =>
        code is { Length: 43 } && code.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
