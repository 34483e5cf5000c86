using System.Globalization;
using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Finds ids that only the application knows, in every notation of RFC 9562 and in base64.</summary>
internal static partial class IdReader
{
    private const string Reason = "This is an internal id. It tells customers nothing and outsiders too much.";
    private const string Fix = "Take it out. Customers know an invoice by its number.";

    public static IEnumerable<Finding> Find(ReadableText reading, CheckFacts facts)
    {
        var reference = facts.Invoice?.Reference ?? "";
        foreach (Match id in Hexadecimal().Matches(reading.Text))
        {
            var digits = Border().Replace(id.Value, "");
            if (IsOwn(reference, id.Value, digits))
                continue;

            var isPlain = id.Value.Length == 32;
            if (!isPlain || HasIdShape(digits))
                yield return reading.Finds(FindingCode.InternalId, FindingWeight.Blocking, id.Index, id.Length, Reason, Fix);
        }

        foreach (Match id in Base64().Matches(reading.Text))
        {
            if (HiddenText.Bytes(id.Value) is { Length: 16 } bytes && !IsOwn(reference, id.Value, id.Value) && (IsOfThisApplication(bytes) || IsRandom(id.Value, bytes)))
                yield return reading.Finds(FindingCode.InternalId, FindingWeight.Blocking, id.Index, id.Length, Reason, Fix);
        }
    }

    private static bool IsOwn(string reference, string written, string digits) =>
        reference.Length > 0
        && (reference.Contains(written, StringComparison.OrdinalIgnoreCase) || Border().Replace(reference, "").Contains(digits, StringComparison.OrdinalIgnoreCase));

    // Thirty-two digits may be a check sum as well.
    private static bool HasIdShape(string digits) => digits[12] is >= '1' and <= '8' && "89abAB".Contains(digits[16]);

    // Ids of the application bear their time (version 7).
    private static bool IsOfThisApplication(byte[] bytes) =>
        new[] { new Guid(bytes), new Guid(bytes, bigEndian: true) }.Any(id => id.Version == 7 && (id.Variant & 0b1100) == 0b1000 && Year(id) is >= 2020 and < 2100);

    private static int Year(Guid id)
    {
        var milliseconds = long.Parse(id.ToString("N").AsSpan(0, 12), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return 1970 + (int)(milliseconds / 31_556_952_000L);
    }

    private static bool IsRandom(string code, byte[] bytes) =>
        code.EndsWith("==", StringComparison.Ordinal)
        && new[] { new Guid(bytes), new Guid(bytes, bigEndian: true) }.Any(id => id.Version == 4 && (id.Variant & 0b1100) == 0b1000);

    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{8}(?<border>[\-_: .])[0-9A-Fa-f]{4}\k<border>[0-9A-Fa-f]{4}\k<border>[0-9A-Fa-f]{4}\k<border>[0-9A-Fa-f]{12}"
        + @"|[0-9A-Fa-f]{32}|(?:[0-9A-Fa-f]{2}[\-: ]){15}[0-9A-Fa-f]{2}"
        + @"|\{0x[0-9A-Fa-f]{8},\s?0x[0-9A-Fa-f]{4},\s?0x[0-9A-Fa-f]{4},\s?\{(?:0x[0-9A-Fa-f]{2},?\s?){8}\}\})(?![0-9A-Za-z])")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"(?<![A-Za-z0-9+/_\-])[A-Za-z0-9+/_\-]{22}(?:==)?(?![A-Za-z0-9+/_=\-])")]
    private static partial Regex Base64();

    [GeneratedRegex(@"0x|[^0-9A-Fa-f]")]
    private static partial Regex Border();
}
