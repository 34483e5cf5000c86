using FasterMoney.Web.Access;
using FasterMoney.Web.Answers;

namespace FasterMoney.Web.Host;

/// <summary>
/// Lets nobody into the workspace, its files and its hub under another name than its own: they get the plain 404. Stands behind routing,
/// where customers' pages, which find their site by the host, are answered already.
/// </summary>
public sealed class WorkspaceHost(RequestDelegate next, HostNames names)
{
    public Task InvokeAsync(HttpContext context) =>
        names.Contain(context.Request.Host) || context.GetEndpoint()?.Metadata.GetMetadata<AnyHost>() is not null
            ? next(context)
            : PublicAnswers.NothingAsync(context);
}

/// <summary>Marks what answers under every name: monitoring asks by an address or by whatever name it was given, and learns nothing but a state.</summary>
public sealed class AnyHost
{
    public static AnyHost Instance { get; } = new();
}
