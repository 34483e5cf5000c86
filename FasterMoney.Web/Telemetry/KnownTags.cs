using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace FasterMoney.Web.Telemetry;

/// <summary>
/// Lets through what is known to tell nothing of anybody. Everything else is taken off a trace before it leaves: addresses of pages and of
/// people, what a browser calls itself, words of an exception.
/// </summary>
internal sealed class KnownTags : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type",
        "aspnetcore.components.type", "aspnetcore.components.method", "aspnetcore.components.attribute.name", "aspnetcore.components.route",
        "db.system.name", "db.operation.name", "outcome",
    }.ToFrozenSet();

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !Known.Contains(tag.Key)).ToList())
            data.SetTag(tag.Key, null);
        if (data.StatusDescription is not null)
            data.SetStatus(data.Status);
    }
}
