using FasterMoney.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace.Acts;

/// <summary>What a person looks over before an invoice becomes customer-facing.</summary>
public sealed record SendReview(InvoiceDetails Invoice, string Total, string BillingAddress, string PaymentInstructions);

/// <summary>Reads what is reviewed before sending.</summary>
public sealed class SendReviews(SiteDoor door, DrawerInvoices drawer)
{
    /// <summary>Null when the site has no such invoice.</summary>
    public async Task<SendReview?> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken = default)
    {
        await using var work = await door.ReadAsync(caller, cancellationToken);
        var invoice = await work.Db.Invoices.SingleOrDefaultAsync(known => known.SiteId == work.Site.Id && known.Id == id, cancellationToken);
        return invoice is not null && await drawer.FindAsync(caller, id, cancellationToken) is { } details
            ? new SendReview(details, invoice.Total.Format(SiteText.CultureOf(work.Site)), invoice.BilledToAddress, work.Site.PaymentInstructions)
            : null;
    }
}
