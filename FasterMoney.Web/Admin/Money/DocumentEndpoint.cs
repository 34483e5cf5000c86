using System.Globalization;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Documents;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>Where <em>Download PDF</em> leads people of the site: the document that the customer gets.</summary>
public static class DocumentEndpoint
{
    public static string AddressOf(Guid invoice) => $"/invoices/{invoice}/pdf";

    public static void MapDocument(this IEndpointRouteBuilder app) =>
        app.MapMethods("/invoices/{invoice:guid}/pdf", [HttpMethods.Get, HttpMethods.Head], Download).RequireAuthorization();

    private static async Task<IResult> Download(Guid invoice, HttpContext http, CurrentSiteReads currentSiteReads, InvoiceDocuments documents)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await currentSiteReads.FindAsync(http.User, http.Request.Cookies[ChosenSite.CookieName], http.RequestAborted) is not { } currentSite)
            return Results.LocalRedirect("/money");

        // As with previews: another tab may show another of the person's sites.
        foreach (var site in currentSite.Sites.OrderByDescending(site => site.Id == currentSite.SiteId))
        {
            try
            {
                if (await documents.FindAsync(currentSite.Caller with { SiteId = site.Id }, invoice, http.RequestAborted) is { } file)
                {
                    http.Response.Headers.ContentDisposition = file.Disposition;
                    return Results.Bytes(file.Bytes, DocumentFile.ContentType);
                }
            }
            catch (DocumentsBusy busy)
            {
                http.Response.Headers.RetryAfter = DocumentTurns.SecondsToWait.ToString(CultureInfo.InvariantCulture);
                return Results.Text(busy.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
            }
            catch (AccessDenied)
            {
                // Not theirs any more: the next one.
            }
        }

        return Results.LocalRedirect(new MoneyFilter().Opening(invoice).ToAddress());
    }
}
