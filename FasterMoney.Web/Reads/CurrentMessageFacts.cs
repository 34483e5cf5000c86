using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Reads;

/// <summary>What a message rests on at this moment: the ledger's figures in the customer's language, and the link if it may be used.</summary>
public sealed class CurrentMessageFacts(PortalTokens tokens)
{
    /// <param name="session">The site.</param>
    /// <param name="invoice">One of its invoices.</param>
    /// <param name="language">The message's language; null for the customer's.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<MessageFacts> OfAsync(SiteSession session, Invoice invoice, string? language, CancellationToken cancellationToken)
    {
        var customer = await session.CustomerAsync(invoice.CustomerId, cancellationToken);
        return Of(session.Site, invoice, customer, await session.CurrentLinkAsync(invoice.Id, cancellationToken), language, session.Now);
    }

    public MessageFacts Of(Site site, Invoice invoice, Customer customer, PortalLink? link, string? language, DateTime utcNow)
    {
        var words = PortalLanguage.For(language ?? customer.Language);
        var (url, verdict) = LinkAccess.Of(invoice, site, link, tokens, utcNow);
        var statement = InvoiceStatement.Of(invoice, site.Today(utcNow));
        return new MessageFacts(invoice.CustomerId, statement.Balance, statement.DueDate, new PlaceholderValues(
            url, words.Balance(statement.Balance), words.Date(statement.DueDate), invoice.Number ?? "", customer.Name), verdict);
    }
}
