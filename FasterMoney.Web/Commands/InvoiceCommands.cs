using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Reads;

namespace FasterMoney.Web.Commands;

/// <summary>Writes, sends and ends invoices.</summary>
public sealed class InvoiceCommands(SiteAccess access, PortalTokens tokens, SiteContentChecks checks)
{
    public async Task<Guid> CreateDraftAsync(Caller caller, Guid customerId, InvoiceContent content, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var customer = await session.CustomerAsync(customerId, cancellationToken);
        var invoice = new Invoice(session.Site, customer, content, session.Actor, session.Now);
        session.Db.Add(invoice);
        await session.SaveAsync(cancellationToken);
        return invoice.Id;
    }

    /// <summary>Writes the draft anew. Another customer gets another link: the old one is dead at once.</summary>
    /// <returns>The draft's version from now on.</returns>
    public async Task<long> EditDraftAsync(
        Caller caller, Guid invoiceId, long expectedVersion, Guid customerId, InvoiceContent content, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, expectedVersion, cancellationToken);
        var customer = await session.CustomerAsync(customerId, cancellationToken);
        var isOther = customer.Id != invoice.CustomerId;
        invoice.Edit(customer, content, session.Actor, session.Now);
        if (isOther && await session.CurrentLinkAsync(invoiceId, cancellationToken) is { } link)
            await tokens.ReplaceAsync(session, invoice, link, "the invoice has another customer", cancellationToken);

        await session.SaveAsync(cancellationToken);
        return invoice.Version;
    }

    /// <summary>Writes a new draft like an invoice, dated today.</summary>
    public async Task<Guid> DuplicateAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var original = await session.InvoiceAsync(invoiceId, cancellationToken);
        var customer = await session.CustomerAsync(original.CustomerId, cancellationToken);
        var today = session.Site.Today(session.Now);
        var term = original.DueDate.DayNumber - original.IssueDate.DayNumber;
        var copy = new Invoice(
            session.Site,
            customer,
            // The note was about that one invoice.
            WithoutPeriod(original.ToContent()) with { IssueDate = today, DueDate = today.AddDays(term), PrivateNote = "" },
            session.Actor,
            session.Now);
        session.Db.Add(copy);
        await session.SaveAsync(cancellationToken);
        return copy.Id;
    }

    // Another invoice is for another time.
    private static InvoiceContent WithoutPeriod(InvoiceContent content) => content with { Texts = content.Texts with { ServicePeriod = "" } };

    public async Task DeleteDraftAsync(Caller caller, Guid invoiceId, long expectedVersion, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, expectedVersion, cancellationToken);
        invoice.Delete(session.Actor, session.Now);
        session.Db.Remove(invoice);
        await session.SaveAsync(cancellationToken);
    }

    /// <summary>
    /// Makes the invoice customer-facing, when nothing in its texts may not reach a customer. The first time it gets its number and its
    /// link; sent again it keeps both.
    /// </summary>
    public async Task SendAsync(Caller caller, Guid invoiceId, long expectedVersion, SentHow how, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenExclusiveAsync(caller, SiteRole.Admin, cancellationToken);
        await MakeSentAsync(session, invoiceId, expectedVersion, how, cancellationToken);
        await session.SaveAsync(cancellationToken);
    }

    /// <summary>The same within other work on the site, which the caller saves.</summary>
    internal async Task<Invoice> MakeSentAsync(SiteSession session, Guid invoiceId, long expectedVersion, SentHow how, CancellationToken cancellationToken)
    {
        var invoice = await session.InvoiceAsync(invoiceId, expectedVersion, cancellationToken);
        invoice.CanSend().And(await checks.CanReachCustomerAsync(session, invoice, CustomerTexts.Of(invoice), cancellationToken)).Insist();
        invoice.Send(how, session.Site, session.Actor, session.Now);
        if (await session.CurrentLinkAsync(invoiceId, cancellationToken) is null)
            session.Db.Add(tokens.NewLink(invoice, session.Actor, session.Now));

        return invoice;
    }

    public async Task WithdrawAsync(Caller caller, Guid invoiceId, long expectedVersion, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, expectedVersion, cancellationToken);
        invoice.Withdraw(session.Actor, session.Now);
        await session.SaveAsync(cancellationToken);
    }

    public async Task VoidAsync(Caller caller, Guid invoiceId, long expectedVersion, string reason, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, expectedVersion, cancellationToken);
        invoice.Void(reason, session.Site, session.Actor, session.Now);
        await session.SaveAsync(cancellationToken);
    }

    public async Task ChangePrivateNoteAsync(Caller caller, Guid invoiceId, string note, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, cancellationToken);
        invoice.ChangePrivateNote(note, session.Actor, session.Now);
        await session.SaveAsync(cancellationToken);
    }
}
