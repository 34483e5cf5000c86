namespace FasterMoney.Web.Account;

/// <summary>
/// Lets a browser open the interactive hub only from the application's own origin. The hub does not check by itself, and
/// SameSite does not help against <c>pay.</c> and <c>app.</c> of one domain, which are the same site.
/// </summary>
internal sealed class HubOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
            || request.Headers.Origin is not [var origin, ..]
            || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
