using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Assistant.Reading;

/// <summary>Reads what a model may know of one invoice, and finds the invoices that a typed text means.</summary>
public sealed class InvoiceReads(SiteAccess access, PortalTokens tokens)
{
    private const int MostLines = 10;
    private const int MostFound = 10;

    /// <summary>The invoice that a number means: the number itself, or the digits that it ends with when only one has them.</summary>
    public async Task<Guid?> ByNumberAsync(Caller caller, string number, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var text = number.Trim().TrimStart('#').Trim().ToLowerInvariant();
        var invoices = session.Db.Invoices.Where(invoice => invoice.SiteId == session.Site.Id);
        var exact = await invoices.Where(invoice => invoice.NumberSearch == text).Select(invoice => (Guid?)invoice.Id).SingleOrDefaultAsync(cancellationToken);
        if (exact is not null || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || sequence == 0)
            return exact;

        var ending = await invoices.Where(invoice => invoice.NumberSequence == sequence).Select(invoice => invoice.Id).Take(2).ToListAsync(cancellationToken);
        return ending.Count == 1 ? ending[0] : null;
    }

    /// <summary>Null when the site has no such invoice.</summary>
    public async Task<InvoiceFacts?> FindAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var site = session.Site;
        var invoice = await session.Db.Invoices.Include(known => known.Lines)
            .SingleOrDefaultAsync(known => known.SiteId == site.Id && known.Id == invoiceId, cancellationToken);
        if (invoice is null)
            return null;

        var (culture, today) = (SiteText.CultureOf(site), site.Today(session.Now));
        var contact = await session.Db.Customers.Where(customer => customer.SiteId == site.Id && customer.Id == invoice.CustomerId)
            .Select(customer => customer.ContactName).SingleAsync(cancellationToken);
        var statement = await session.StatementAsync(invoice, cancellationToken);
        var link = await session.CurrentLinkAsync(invoiceId, cancellationToken);
        var opened = await session.Db.ListKeys.Where(key => key.SiteId == site.Id && key.InvoiceId == invoiceId).Select(key => key.LastOpened).SingleAsync(cancellationToken);
        return new InvoiceFacts
        {
            Invoice = invoice.Number ?? "",
            Customer = Quoted.Of(invoice.BilledTo),
            Contact = Quoted.OrNull(contact),
            Language = invoice.Language,
            SendState = invoice.SendState.ToString(),
            State = SiteText.Of(statement.Status),
            Total = statement.Amount.Format(culture),
            BalanceDue = BalanceText.Of(statement.Balance, culture),
            IsOwed = statement.IsOwed,
            IsCorrected = statement.HasCorrections,
            Issued = SiteText.Date(invoice.IssueDate, culture),
            Due = SiteText.Date(invoice.DueDate, culture),
            DueDay = invoice.DueDate,
            DaysOverdue = statement.Status == InvoiceStatus.Overdue ? -statement.DaysLeft : 0,
            PortalLink = LinkOf(session, invoice, link, culture),
            FittingTemplate = (await session.FittingTemplateAsync(invoice, statement, cancellationToken)).ToString(),
            LastOpened = opened > ListKey.NotOpened ? FactText.Moment(opened, session, culture) : null,
            Reference = Quoted.OrNull(invoice.Texts.Reference),
            Memo = Quoted.OrNull(invoice.Texts.Memo),
            Lines = [.. invoice.Lines.OrderBy(line => line.Position).Take(MostLines)
                .Select(line => new LineFacts(Quoted.Of(line.Description), new Domain.Amounts.Money(line.AmountMinor, invoice.Currency).Format(culture)))],
            LineCount = invoice.Lines.Count,
            Today = today,
        };
    }

    /// <summary>The newest invoices of those that a text means, by number, customer, reference or amount.</summary>
    public async Task<FoundInvoices> SearchAsync(Caller caller, string search, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var (site, text) = (session.Site, search.Trim());
        var found = text.Length == 0 ? null : await InvoiceSearch.ForAsync(session.Db, site.Id, text, cancellationToken);
        var invoices = await (found?.All ?? session.Db.Invoices.Where(invoice => invoice.SiteId == site.Id))
            .OrderByDescending(invoice => invoice.IssueDate).ThenByDescending(invoice => invoice.Id).Take(MostFound + 1).ToListAsync(cancellationToken);
        var (culture, today) = (SiteText.CultureOf(site), site.Today(session.Now));
        return new FoundInvoices([.. invoices.Take(MostFound).Select(invoice => FactText.Listed(invoice, culture, today))], invoices.Count > MostFound);
    }

    // The address itself is never handed on: only whether it may be used.
    private PortalLinkFacts LinkOf(SiteSession session, Invoice invoice, PortalLink? link, CultureInfo culture)
    {
        var access = LinkAccess.Of(invoice, session.Site, link, tokens, session.Now);
        return new PortalLinkFacts(
            access.Url is not null,
            [.. access.Verdict.Blockers.Select(FactText.Of)],
            link is not null && access.Verdict.WorksThrough is { } day ? SiteText.Date(day, culture) : null,
            link?.LastCopiedAt is { } copied ? FactText.Moment(copied, session, culture) : null);
    }
}
