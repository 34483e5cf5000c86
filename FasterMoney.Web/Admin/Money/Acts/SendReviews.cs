using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Numbering;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Domain.Statements;
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

    /// <summary>The message that goes with it.</summary>
    public required ReviewedMessage Message { get; init; }

    /// <summary>What a customer will miss on it. It can be sent all the same.</summary>
    public required IReadOnlyList<RuleReason> Missing { get; init; }
}

/// <summary>The message about an invoice that is still a draft.</summary>
/// <param name="Content">With its placeholders, as it is sent.</param>
/// <param name="Subject">With the number that the invoice takes if it is sent now.</param>
/// <param name="Body">The same; the link has a word in its place, because there is none yet.</param>
/// <param name="Language">Of the text, as a tag.</param>
/// <param name="CanCopy">Whether there will be a link for it.</param>
/// <param name="CanMail">Whether it can leave by e-mail from here.</param>
public sealed record ReviewedMessage(MessageContent Content, string Subject, string Body, string Language, RuleCheck CanCopy, RuleCheck CanMail)
{
    public required Guid CustomerId { get; init; }
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
                Message = await MessageAsync(session, invoice, cancellationToken),
                Missing = MissingOnInvoices.Of(session.Site),
            }
            : null;
    }

    private static async Task<ReviewedMessage> MessageAsync(SiteSession session, Invoice invoice, CancellationToken cancellationToken)
    {
        var site = session.Site;
        var customer = await session.CustomerAsync(invoice.CustomerId, cancellationToken);
        var words = PortalLanguage.For(customer.Language);
        var content = MessageWording.For(customer.Language).Write(MessageTemplate.InvoiceSent, site.Name, customer.Email.Length > 0 ? [customer.Email] : []);
        var statement = InvoiceStatement.Of(invoice, site.Today(session.Now));
        var values = new PlaceholderValues(
            null, words.Balance(statement.Amount), words.Date(invoice.DueDate), invoice.Number ?? new InvoiceNumber(site.NumberPrefix, site.NextInvoiceNumber).ToString(), customer.Name);
        var isOn = await session.Db.MailSettings.AnyAsync(mail => mail.SiteId == site.Id && mail.On, cancellationToken);
        var canCopy = RuleCheck.Unless(site.Portal is null || !site.PortalOn, "Customers' pages are not set up or turned off, so there is no link to send.", "Route");
        var canMail = canCopy
            .And(RuleCheck.Unless(!isOn, "Mail is not set up, or turned off.", "Mail"))
            .And(RuleCheck.Unless(customer.Email.Length == 0, $"{customer.Name} has no e-mail address.", "Customer"));
        return new ReviewedMessage(
            content,
            Placeholders.Fill(content.Subject, values),
            Placeholders.Fill(content.Body, values).Replace(Placeholders.PortalLink, "[the link to this invoice]", StringComparison.Ordinal),
            customer.Language,
            canCopy,
            canMail)
        {
            CustomerId = customer.Id,
        };
    }

    private static IEnumerable<(string Field, string Text)> PrintedOf(Invoice invoice, Site site) =>
    [
        ("Customer", invoice.BilledTo), ("Billing address", invoice.BilledToAddress),
        .. CustomerTexts.Of(invoice).Select(text => (text.Place, text.Text)),
        ("Business name", site.Name), ("Legal name", site.LegalName), ("Business address", site.Address), ("Public phone", site.ContactPhone),
        ("Payment instructions", site.PaymentInstructions), ("Tax number", site.TaxNumber), ("Name of the tax", site.TaxName), ("Customer's tax number", invoice.BilledToTaxNumber),
    ];
}
