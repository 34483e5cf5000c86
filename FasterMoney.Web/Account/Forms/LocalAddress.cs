namespace FasterMoney.Web.Account.Forms;

/// <summary>Where to go after signing in: only addresses of this application.</summary>
public static class LocalAddress
{
    public const string Start = "/money";

    /// <summary>The address when it is a path of this application, <see cref="Start"/> otherwise. In ASCII, as a header needs it.</summary>
    public static string Of(string? address) => IsLocal(address) ? Ascii(address!) : Start;

    private static string Ascii(string address) => address.All(char.IsAscii)
        ? address
        : string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    // "//host" and "/\host" name another host to a browser, and it drops tabs and line breaks before it looks.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.Length <= 2000 && !address.Any(char.IsControl);
}
