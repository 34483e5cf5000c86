using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>Where <em>Open portal</em> leads people of the site: notes the preview, then shows the customer's own page.</summary>
public static class PreviewEndpoint
{
    public static void MapPreview(this IEndpointRouteBuilder app) =>
        app.MapGet("/preview/{invoice:guid}", Preview).RequireAuthorization();

    private static async Task<IResult> Preview(Guid invoice, HttpContext http, CurrentSiteReads currentSiteReads, PortalLinkCommands links)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await currentSiteReads.FindAsync(http.User, http.Request.Cookies[ChosenSite.CookieName], http.RequestAborted) is not { } currentSite)
            return Results.LocalRedirect("/money");

        // Another tab may show another of the person's sites; the invoice is looked for on each of them.
        foreach (var site in currentSite.Sites.OrderByDescending(site => site.Id == currentSite.SiteId))
        {
            try
            {
                return Results.Redirect(await links.PreviewAsync(currentSite.Caller with { SiteId = site.Id }, invoice, http.RequestAborted));
            }
            catch (Exception refusal) when (refusal is NotFoundOnSite or AccessDenied)
            {
                // Not here: the next one.
            }
            catch (Exception refusal) when (refusal is RuleViolation or ChangedByOthers)
            {
                break;
            }
        }

        // The drawer lists every reason and offers the step that mends it.
        return Results.LocalRedirect(new MoneyFilter().Opening(invoice).ToAddress());
    }
}
