using System.Net;
using System.Net.Sockets;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Answers;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Outbound;

namespace FasterMoney.Web.Reachability;

/// <summary>
/// Asks a site's own customer address for a page that does not exist, as a customer's browser would, and tells what came back.
/// Requests nothing but the route that is configured for the caller's site, follows no redirect, and hands no answer's text on.
/// </summary>
public sealed class RouteCheck(SiteAccess access, IHttpClientFactory clients, FirstStepsCommands steps)
{
    public const string Client = "route check";

    private const int MostBytes = 64 * 1024;

    public static void AddTo(IServiceCollection services) => services
        .AddOutbound()
        .AddSingleton<RouteCheck>()
        .AddHttpClient(Client, client =>
        {
            client.Timeout = OutboundRules.Patience;
            client.MaxResponseContentBufferSize = MostBytes;
        })
        .ConfigurePrimaryHttpMessageHandler(provider =>
        {
            var handler = provider.GetRequiredService<OutboundRules>().NewHandler();
            handler.AutomaticDecompression = DecompressionMethods.All;
            return handler;
        })
        .RemoveAllLoggers();

    /// <summary>Owners only: it makes this server send a request.</summary>
    public async Task<RouteFinding> CheckAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        PortalRoute? route;
        await using (var session = await access.ReadAsync(caller, SiteRole.Owner, cancellationToken))
        {
            route = session.Site.Portal;
        }

        if (route is null)
            return new RouteFinding(RouteOutcome.NoRoute, "There is no address to check yet. Save one first.");

        var finding = await RequestAsync(route, cancellationToken);
        if (finding.IsGood)
            await steps.NoteRouteCheckedAsync(caller, route, cancellationToken);
        return finding;
    }

    private async Task<RouteFinding> RequestAsync(PortalRoute route, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(Client);
        try
        {
            using var answer = await client.GetAsync(new Uri(route.UrlFor(PortalToken.New())), cancellationToken);
            return Judge(route, answer, await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new RouteFinding(RouteOutcome.TimedOut, $"{route.Authority} did not answer within 10 seconds. A firewall may be in the way, or nothing runs there.");
        }
        catch (HttpRequestException failure)
        {
            return Explain(route, failure);
        }
    }

    private static RouteFinding Explain(PortalRoute route, HttpRequestException failure) => failure.HttpRequestError switch
    {
        _ when failure.InnerException is TargetRefused => new(RouteOutcome.NotAsked,
            $"{route.Authority} leads to this machine or to a private network, where this server asks for nobody. Open a customer's page from outside to check it."),
        HttpRequestError.NameResolutionError => new(RouteOutcome.NameNotFound, $"The name {route.Authority} is not known. Check its spelling, and its DNS entry."),
        HttpRequestError.SecureConnectionError => new(RouteOutcome.TlsProblem, $"{route.Authority} has no certificate that browsers trust for this name. Customers would see a warning."),
        HttpRequestError.ConnectionError when Refused(failure) => new(RouteOutcome.Refused, $"{route.Authority} refuses the connection: nothing listens at this port."),
        HttpRequestError.ConnectionError => new(RouteOutcome.CannotBeReached, $"{route.Authority} cannot be reached from this server."),
        _ => SomethingElse(route, "what came back is not a page of this application"),
    };

    private static bool Refused(Exception failure) => failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused };

    private static RouteFinding Judge(PortalRoute route, HttpResponseMessage answer, byte[] body)
    {
        var status = (int)answer.StatusCode;
        if (status is >= 300 and < 400)
        {
            var target = answer.Headers.Location is { IsAbsoluteUri: true } location ? $" to {location.GetLeftPart(UriPartial.Authority)}" : "";
            return new RouteFinding(RouteOutcome.Redirected, $"{route.Authority} redirects{target} instead of answering. Enter the address that customers arrive at, or remove the redirect.");
        }

        var isOurs = (status == 404 && body.AsSpan().SequenceEqual(PortalNotices.NotFound))
            || (status == 429 && body.AsSpan().SequenceEqual(PortalNotices.TooManyMisses));
        if (!isOurs)
            return SomethingElse(route, $"it answers with status {status}, and not with a page of this application");

        var missing = MissingHeaders(answer);
        return missing.Count == 0
            ? new RouteFinding(RouteOutcome.Works, $"Customers reach this application at {route.BaseUrl}/{route.Segment}.")
            : new RouteFinding(
                RouteOutcome.HeadersMissing,
                $"This application answers, but something in between removes or changes what protects customers' pages: {string.Join(", ", missing)}. Let the proxy pass these headers on unchanged.");
    }

    private static RouteFinding SomethingElse(PortalRoute route, string what) =>
        new(RouteOutcome.SomethingElse, $"Something else answers at {route.Authority}: {what}. Point the address at this server.");

    private static List<string> MissingHeaders(HttpResponseMessage answer)
    {
        var expected = new DefaultHttpContext().Response;
        PortalHeaders.Apply(expected);
        return [.. expected.Headers
            .Where(header => !(answer.Headers.TryGetValues(header.Key, out var seen) && string.Join(", ", seen) == header.Value))
            .Select(header => header.Key)];
    }
}
