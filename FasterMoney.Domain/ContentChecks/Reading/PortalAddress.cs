using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>An address below a portal route.</summary>
/// <param name="Token">What stands where the token belongs; whole only when it has a token's shape.</param>
/// <param name="IsPreview">Whether it bears the code of a person's own preview.</param>
internal sealed record PortalAddress(string Token, bool IsPreview)
{
    /// <summary>Whether the token is whole.</summary>
    public bool IsWhole => PortalToken.IsWellFormed(Token);

    /// <summary>The address as one below the route; null when it is another address.</summary>
    public static PortalAddress? Of(WebAddress address, PortalRoute? route)
    {
        if (route is null || !string.Equals(address.Authority, route.Authority, StringComparison.OrdinalIgnoreCase))
            return null;

        var parts = address.Path.Split('?', '#')[0].Split('/', '\\');
        return parts.Length >= 3 && parts[0].Length == 0 && string.Equals(parts[1], route.Segment, StringComparison.OrdinalIgnoreCase) && parts[2].Length > 0
            && (parts.Length == 3 || (parts.Length == 4 && parts[3] is "" or "invoice.pdf"))
            ? new PortalAddress(parts[2], address.Query.Contains("preview=", StringComparison.Ordinal))
            : null;
    }
}
