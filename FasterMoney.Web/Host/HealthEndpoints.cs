using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Host;

/// <summary>For monitoring: alive, and ready to serve. Strangers may ask, so the answers hold no detail.</summary>
public static partial class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/health/live", Methods, () => Answer(true)).AllowAnonymous().WithMetadata(AnyHost.Instance);
        app.MapMethods("/health/ready", Methods, ReadyAsync).AllowAnonymous().WithMetadata(AnyHost.Instance);
    }

    private static async Task<IResult> ReadyAsync(
        IDbContextFactory<FasterMoneyDb> factory, ILoggerFactory logs, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var db = await factory.CreateDbContextAsync(patience.Token);
            var pending = await db.Database.GetPendingMigrationsAsync(patience.Token);
            return Answer(!pending.Any() && await db.Database.CanConnectAsync(patience.Token));
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            NotReady(logs.CreateLogger(typeof(HealthEndpoints)), problem);
            return Answer(false);
        }
    }

    private static IResult Answer(bool good) => good
        ? Results.Text("OK")
        : Results.Text("Unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);

    [LoggerMessage(LogLevel.Warning, "The database does not answer.")]
    private static partial void NotReady(ILogger logger, Exception problem);
}
