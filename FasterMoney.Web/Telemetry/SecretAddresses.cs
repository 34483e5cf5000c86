using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace FasterMoney.Web.Telemetry;

/// <summary>
/// Takes secrets out of a request's address before anything sees the request: server, routing, logs, traces and metrics all read
/// the address without them, whatever shape they have. Made where a request's context is made, which comes before the first log line.
/// </summary>
public sealed class SecretAddresses(IServiceProvider services) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory _inner = new(services);

    // The endpoints are mapped by the time of the first request.
    private readonly Lazy<AddressBook> _book = new(() => new AddressBook(
        services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern)));

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        SecretAddress.Current = featureCollection.Get<IHttpRequestFeature>() is { } request ? Hide(request, featureCollection) : null;
        return _inner.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext)
    {
        SecretAddress.Current = null;
        _inner.Dispose(httpContext);
    }

    private SecretAddress? Hide(IHttpRequestFeature request, IFeatureCollection features)
    {
        var path = request.Path;
        if (path.Length < 2)
            return null;

        var parts = path[1..].Split('/');
        var secret = _book.Value.Secrets(parts).ToList();
        var hidesQuery = request.QueryString.Length > 1 && _book.Value.HidesQuery(parts);
        if (secret.Count == 0 && !hidesQuery)
            return null;

        var hidden = secret.ConvertAll(at => parts[at]);
        var query = hidesQuery ? QueryHelpers.ParseQuery(request.QueryString) : [];
        var address = new SecretAddress(path, hidden, query.Where(pair => pair.Key != "returnUrl").SelectMany(pair => pair.Value.OfType<string>().Append(pair.Key)));
        features.Set(address);
        foreach (var at in secret)
            parts[at] = SecretAddress.Placeholder;

        request.Path = "/" + string.Join('/', parts);
        if (hidesQuery)
        {
            // Who reads single values still finds them; the text is gone.
            features.Set<IQueryFeature>(new QueryFeature(new QueryCollection(query)));
            request.QueryString = "";
        }

        request.RawTarget = request.Path + request.QueryString;
        return address;
    }
}

public static class SecretAddressSetup
{
    public static IServiceCollection AddSecretAddresses(this IServiceCollection services) => services.AddSingleton<IHttpContextFactory, SecretAddresses>();

    /// <summary>Gives the endpoints of the workspace the codes that they ask for. Comes after routing, which must not see them.</summary>
    public static IApplicationBuilder UseSecretAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<SecretAddress>() is { } address)
        {
            var parts = address.Parts.GetEnumerator();
            foreach (var name in context.Request.RouteValues.Where(value => value.Value is SecretAddress.Placeholder).Select(value => value.Key).ToList())
            {
                if (parts.MoveNext())
                    context.Request.RouteValues[name] = parts.Current;
            }
        }

        return next(context);
    });
}
