using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FasterMoney.Web.Telemetry;

/// <summary>Traces and metrics for an operator's own collector: requests by the pattern of their address, commands, queries, letters and circuits.</summary>
public static class Observing
{
    /// <summary>What the rooms call their sources begins with this.</summary>
    private const string OwnSources = "FasterMoney*";

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Components.Server.Circuits", "Microsoft.EntityFrameworkCore", "System.Runtime",
    ];

    public static IServiceCollection AddObserving(this IServiceCollection services, Uri endpoint, bool overHttp)
    {
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("FasterMoney", serviceVersion: typeof(Observing).Assembly.GetName().Version?.ToString()))
            .WithTracing(tracing => tracing
                .AddSource(OwnSources, "Microsoft.AspNetCore.Components")
                .AddAspNetCoreInstrumentation()
                // Before the exporter: what it does not know does not leave.
                .AddProcessor(new KnownTags())
                .AddOtlpExporter(options => To(options, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(Meters)
                .AddOtlpExporter(options => To(options, "v1/metrics")));
        return services;

        void To(OtlpExporterOptions options, string path)
        {
            options.Protocol = overHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
            options.Endpoint = overHttp ? new Uri($"{endpoint.ToString().TrimEnd('/')}/{path}") : endpoint;
        }
    }
}
