using System.Globalization;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Reads;

namespace FasterMoney.Web.Admin.Settings;

/// <summary>Where <em>Export activity</em> leads: everything that happened on the site, as a file. Owners only.</summary>
public sealed class ActivityExport(SiteAccess access)
{
    public const string Path = "/settings/activity";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path + ".csv", (HttpContext http, CurrentSiteReads reads, ActivityExport export, TimeProvider time) => AnswerAsync(http, reads, export, time, ActivityFormat.Csv)).RequireAuthorization();
        app.MapGet(Path + ".jsonl", (HttpContext http, CurrentSiteReads reads, ActivityExport export, TimeProvider time) => AnswerAsync(http, reads, export, time, ActivityFormat.JsonLines)).RequireAuthorization();
    }

    /// <summary>Writes the file. Nothing is written for who is no owner of the site.</summary>
    public async Task WriteAsync(Caller caller, ActivityFormat format, Stream output, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, SiteRole.Owner, cancellationToken);
        await ActivityRows.WriteAsync(session.Db, [session.Site], null, null, format, output, cancellationToken);
    }

    private static async Task AnswerAsync(HttpContext http, CurrentSiteReads currentSiteReads, ActivityExport export, TimeProvider time, ActivityFormat format)
    {
        var currentSite = await currentSiteReads.FindAsync(http.User, http.Request.Cookies[ChosenSite.CookieName], http.RequestAborted);
        if (currentSite is not { Role: SiteRole.Owner })
        {
            http.Response.Redirect("/settings/site");
            return;
        }

        var day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        http.Response.ContentType = format == ActivityFormat.Csv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"activity-{day}.{(format == ActivityFormat.Csv ? "csv" : "jsonl")}\"";
        try
        {
            await export.WriteAsync(currentSite.Caller, format, http.Response.Body, http.RequestAborted);
        }
        catch (AccessDenied) when (!http.Response.HasStarted)
        {
            // Taken off the site between the two looks.
            http.Response.Clear();
            http.Response.Redirect("/settings/site");
        }
    }
}
