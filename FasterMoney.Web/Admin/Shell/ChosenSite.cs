using Microsoft.AspNetCore.Mvc;

namespace FasterMoney.Web.Admin.Shell;

/// <summary>Remembers which site a person works in. The cookie is a wish: membership is checked wherever it is read.</summary>
public static class ChosenSite
{
    public const string CookieName = "fm-site";
    public const string Path = "/account/site";

    public static void MapChosenSite(this IEndpointRouteBuilder app) =>
        app.MapPost(Path, Choose).RequireAuthorization();

    private static async Task<IResult> Choose([FromForm] Guid site, HttpContext http, CurrentSiteReads currentSiteReads)
    {
        var currentSite = await currentSiteReads.FindAsync(http.User, site.ToString(), http.RequestAborted);
        if (currentSite?.SiteId != site)
            return Results.LocalRedirect("/money");

        http.Response.Cookies.Append(CookieName, site.ToString(), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
        return Results.LocalRedirect("/money");
    }
}
