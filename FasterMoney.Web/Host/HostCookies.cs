using FasterMoney.Web.Account;
using FasterMoney.Web.Admin.Shell;
using Microsoft.Extensions.Primitives;

namespace FasterMoney.Web.Host;

/// <summary>
/// Over https our cookies bear the prefix <c>__Host-</c>, with which a browser takes them from this host alone and over https alone: no
/// other name of the domain, and nobody on the way, can plant one (RFC 6265bis, section 4.1.3). Over http, as on one's own machine, they
/// have no prefix. One place for all of them, since not each of the framework's cookies can be named by the request.
/// </summary>
public sealed class HostCookies(RequestDelegate next)
{
    private const string Prefix = "__Host-";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.IsHttps)
            return next(context);

        if (context.Request.Headers.Cookie is { Count: > 0 } cookies)
            context.Request.Headers.Cookie = new StringValues([.. cookies.Select(Received)]);

        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            if (headers.SetCookie is { Count: > 0 } cookies)
                headers.SetCookie = new StringValues([.. cookies.Select(Sent)]);
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }

    // Without its prefix a cookie of ours may come from anywhere: it is dropped.
    private static string Received(string? header) => string.Join("; ", (header ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(cookie => !IsOurs(cookie))
        .Select(cookie => cookie.StartsWith(Prefix, StringComparison.Ordinal) && IsOurs(cookie[Prefix.Length..]) ? cookie[Prefix.Length..] : cookie));

    private static string Sent(string? cookie)
    {
        if (cookie is null || !IsOurs(cookie))
            return cookie ?? "";

        return Prefix + (cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase) ? cookie : cookie + "; secure");
    }

    // The theme is not among them: the browser's own script writes it.
    private static bool IsOurs(string cookie) => AccountCookies.Names.Append(ChosenSite.CookieName).Any(name => cookie.StartsWith(name, StringComparison.Ordinal));
}
