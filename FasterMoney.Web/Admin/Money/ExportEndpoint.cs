using System.Globalization;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Shell;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>Where <em>Download CSV</em> leads: the list of the address beside it, as a file.</summary>
public static class ExportEndpoint
{
    public static void MapExport(this IEndpointRouteBuilder app) =>
        app.MapGet(MoneyFilter.ExportPath, Export).RequireAuthorization();

    private static async Task Export(HttpContext http, CurrentSiteReads currentSiteReads, MoneyExport export, TimeProvider time)
    {
        var currentSite = await currentSiteReads.FindAsync(http.User, http.Request.Cookies[ChosenSite.CookieName], http.RequestAborted);
        if (currentSite is null)
        {
            http.Response.Redirect(MoneyFilter.Path);
            return;
        }

        var day = TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(currentSite.TimeZone)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"invoices-{day}.csv\"";
        try
        {
            await export.WriteAsync(currentSite.Caller, MoneyFilter.FromQuery(http.Request.QueryString.Value), http.Response.Body, http.RequestAborted);
        }
        catch (AccessDenied) when (!http.Response.HasStarted)
        {
            // Taken off the site between the two looks.
            http.Response.Clear();
            http.Response.Redirect(MoneyFilter.Path);
        }
    }
}
