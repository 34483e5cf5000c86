using FasterMoney.Web.Reads;

namespace FasterMoney.Web.Host;

/// <summary>Notices a proxy that the settings do not know. Stands before its headers are read, or not.</summary>
public sealed class ForwardedBy(RequestDelegate next, ProxySettings proxy, UnknownProxy unknown)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (unknown.Address is null && IsForwarded(context.Request.Headers) && context.Connection.RemoteIpAddress is { } address && !proxy.Knows(address))
            unknown.Note((address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString());

        return next(context);
    }

    private static bool IsForwarded(IHeaderDictionary headers) =>
        headers.ContainsKey("Forwarded") || headers.ContainsKey("X-Real-IP") || headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));
}
