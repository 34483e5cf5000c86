namespace FasterMoney.Web.Host;

/// <summary>
/// The headers of every answer that brings no policy of its own. The portal brings its own, stricter one;
/// whatever is forgotten gets this.
/// </summary>
public sealed class AdminHeaders(RequestDelegate next)
{
    /// <summary>Also given to Blazor, which would otherwise add a second policy.</summary>
    public const string FrameAncestors = "'none'";

    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors " + FrameAncestors;

    public Task InvokeAsync(HttpContext context)
    {
        // On starting, so that they survive an error page, which clears what was set before.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            if (!headers.ContainsKey("Content-Security-Policy"))
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }
}
