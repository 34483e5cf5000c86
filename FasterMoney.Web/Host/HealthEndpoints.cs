namespace FasterMoney.Web.Host;

/// <summary>For monitoring: alive, and ready to serve. Strangers may ask, so the answers hold no detail.</summary>
public static class HealthEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/health/live", Methods, () => Answer(true)).AllowAnonymous().WithMetadata(AnyHost.Instance);
        app.MapMethods("/health/ready", Methods, ReadyAsync).AllowAnonymous().WithMetadata(AnyHost.Instance);
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Answer(await readiness.CheckAsync(cancellationToken));
    }

    private static IResult Answer(bool good) => good
        ? Results.Text("OK")
        : Results.Text("Unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
}
