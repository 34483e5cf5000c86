using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace.Acts;

/// <summary>What a person looks over before an invoice becomes customer-facing.</summary>
public sealed record SendReview(InvoiceDetails Invoice, string Total, string BillingAddress, string PaymentInstructions, IReadOnlyList<Finding> Findings)
{
    /// <summary>Characters that the document cannot print.</summary>
    public IReadOnlyList<UnprintableLetter> Unprintable { get; init; } = [];
}

/// <summary>Reads what is reviewed before sending.</summary>
public sealed class SendReviews(SiteAccess access, DrawerInvoices drawer, SiteContentChecks checks)
{
    /// <summary>Null when the site has no such invoice.</summary>
    public async Task<SendReview?> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var invoice = await session.Db.Invoices.Include(known => known.Lines).SingleOrDefaultAsync(known => known.SiteId == session.Site.Id && known.Id == id, cancellationToken);
        if (invoice is null)
            return null;

        var texts = CustomerTexts.Of(invoice).Select(text => new CheckedText(text.Place, text.Text));
        var findings = await checks.OfAsync(session, invoice, [.. texts], cancellationToken);
        return await drawer.FindAsync(caller, id, cancellationToken) is { } details
            ? new SendReview(details, invoice.Total.Format(SiteText.CultureOf(session.Site)), invoice.BilledToAddress, session.Site.PaymentInstructions, findings)
            {
                Unprintable = PrintedTexts.MissingIn(PrintedOf(invoice, session.Site)),
            }
            : null;
    }

    private static IEnumerable<(string Field, string Text)> PrintedOf(Invoice invoice, Site site) =>
    [
        ("Customer", invoice.BilledTo), ("Billing address", invoice.BilledToAddress),
        .. CustomerTexts.Of(invoice).Select(text => (text.Place, text.Text)),
        ("Business name", site.Name), ("Legal name", site.LegalName), ("Business address", site.Address), ("Public phone", site.ContactPhone),
        ("Payment instructions", site.PaymentInstructions),
    ];
}
