using System.Globalization;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Hosts that nobody outside can reach: this computer and private networks (RFC 1918, 4193, 6598, 6761, 8375).</summary>
internal static class PrivateHosts
{
    private static readonly string[] Endings =
        [".localhost", ".local", ".localdomain", ".internal", ".intranet", ".lan", ".corp", ".private", ".home.arpa", ".nip.io", ".sslip.io", ".lvh.me", ".localtest.me"];

    /// <summary>Whether a host, written in lower case, is one of them.</summary>
    public static bool Contains(string host) =>
        host is "localhost" or "lvh.me" or "localtest.me"
        || (host.Contains('.') && Endings.Any(ending => host.EndsWith(ending, StringComparison.Ordinal)))
        || (Octets(host) is { } octets && IsPrivate(octets))
        || (host.StartsWith('[') && IsPrivate(host.Trim('[', ']')));

    /// <summary>Whether an address with a scheme leads to such a host: short names and single numbers count, too.</summary>
    public static bool IsReachedBy(string host) =>
        Contains(host)
        || (!host.Contains('.') && !host.StartsWith('['))
        || (Number(host) is { } number && IsPrivate([(int)(number >> 24), (int)(number >> 16) & 255, (int)(number >> 8) & 255, (int)number & 255]));

    private static int[]? Octets(string host)
    {
        var parts = host.Split('.');
        var octets = new int[4];
        for (var i = 0; i < 4; i++)
        {
            if (parts.Length != 4 || parts[i].Length > 3 || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out octets[i]) || octets[i] > 255)
                return null;
        }

        return octets;
    }

    private static uint? Number(string host) => host.StartsWith("0x", StringComparison.Ordinal)
        ? uint.TryParse(host.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null
        : uint.TryParse(host, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsPrivate(int[] octets) => octets switch
    {
        [127, ..] or [10, ..] or [0, 0, 0, 0] or [192, 168, ..] or [169, 254, ..] => true,
        [172, >= 16 and <= 31, ..] or [100, >= 64 and <= 127, ..] => true,
        _ => false,
    };

    private static bool IsPrivate(string address)
    {
        var embedded = address.LastIndexOf(':') is >= 0 and var at && Octets(address[(at + 1)..]) is { } octets ? octets : null;
        return embedded is not null ? IsPrivate(embedded)
            : address.Trim('0', ':') is "" or "1" || address.StartsWith("fc", StringComparison.Ordinal) || address.StartsWith("fd", StringComparison.Ordinal)
                || address.StartsWith("fe8", StringComparison.Ordinal);
    }
}
