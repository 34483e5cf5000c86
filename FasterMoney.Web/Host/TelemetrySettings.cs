using FasterMoney.Web.Data;

namespace FasterMoney.Web.Host;

/// <summary>Where traces and metrics go; nowhere without an endpoint.</summary>
/// <param name="OverHttp">Protobuf over HTTP instead of gRPC.</param>
public sealed record TelemetrySettings(Uri? Endpoint, bool OverHttp)
{
    private const string EndpointKey = "Telemetry:Endpoint";
    private const string ProtocolKey = "Telemetry:Protocol";

    public static TelemetrySettings Read(IConfiguration configuration, List<string> errors)
    {
        UnknownSettings.Refuse(configuration.GetSection("Telemetry"), errors, "Endpoint", "Protocol");
        var protocol = configuration[ProtocolKey];
        var overHttp = string.Equals(protocol, "Http", StringComparison.OrdinalIgnoreCase);
        if (!overHttp && !string.IsNullOrWhiteSpace(protocol) && !string.Equals(protocol, "Grpc", StringComparison.OrdinalIgnoreCase))
            errors.Add($"{ProtocolKey} is \"{protocol}\". Use Grpc or Http.");

        if (configuration[EndpointKey] is not { } text || string.IsNullOrWhiteSpace(text))
            return new TelemetrySettings(null, overHttp);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            errors.Add($"{EndpointKey} is \"{text}\". Use the address of a collector that takes OTLP, such as http://127.0.0.1:4317.");
        return new TelemetrySettings(endpoint, overHttp);
    }
}
