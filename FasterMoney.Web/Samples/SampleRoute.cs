using FasterMoney.Domain.Sites;

namespace FasterMoney.Web.Samples;

/// <summary>Where the sample's customer pages live: at the address the application listens on.</summary>
public static class SampleRoute
{
    public static PortalRoute Of(IConfiguration configuration, string? portalUrl)
    {
        var url = portalUrl ?? configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "http://localhost:5080";
        var address = new Uri(url.Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal));
        var segment = address.AbsolutePath.Trim('/');
        return PortalRoute.Parse(address.GetLeftPart(UriPartial.Authority), segment.Length == 0 ? "pay" : segment);
    }
}
