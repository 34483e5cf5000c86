using FasterMoney.Web.Admin.Importing;
using FasterMoney.Web.Admin.Settings;
using FasterMoney.Web.Admin.Workspace;

namespace FasterMoney.Web.Admin.Shell;

public static class ShellSetup
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        // A page that comes too late for its circuit is loaded anew, and offers what was typed: the framework would resume it without that.
        services.AddRazorComponents().AddInteractiveServerComponents(circuits => circuits.PersistedCircuitInMemoryMaxRetained = 0);
        services.AddCascadingAuthenticationState();
        services.AddScoped<CurrentSiteReads>();
        return services;
    }

    public static void MapShell(this IEndpointRouteBuilder app)
    {
        // Blazor's own policy names frames only, and AdminHeaders would take it for a whole one.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server =>
            server.ContentSecurityFrameAncestorsPolicy = null);
        app.MapChosenSite();
        app.MapPreview();
        app.MapExport();
        app.MapExamples();
        ActivityExport.Map(app);
        app.MapDocument();
        app.MapGet("/", () => Results.LocalRedirect("/money"));
    }
}
