using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Web.Commands;

/// <summary>Writes, sends and ends invoices.</summary>
public sealed class InvoiceCommands(SiteDoor door, PortalTokens tokens, ContentChecks checks)
{
    public async Task<Guid> CreateDraftAsync(Caller caller, Guid customerId, InvoiceContent content, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var customer = await work.CustomerAsync(customerId, cancellationToken);
        var invoice = new Invoice(work.Site, customer, content, work.Actor, work.Now);
        work.Db.Add(invoice);
        await work.SaveAsync(cancellationToken);
        return invoice.Id;
    }

    /// <summary>Writes the draft anew. Another customer gets another link: the old one is dead at once.</summary>
    /// <returns>The draft's version from now on.</returns>
    public async Task<long> EditDraftAsync(
        Caller caller, Guid invoiceId, long expectedVersion, Guid customerId, InvoiceContent content, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, expectedVersion, cancellationToken);
        var customer = await work.CustomerAsync(customerId, cancellationToken);
        var isOther = customer.Id != invoice.CustomerId;
        invoice.Edit(customer, content, work.Actor, work.Now);
        if (isOther && await work.CurrentLinkAsync(invoiceId, cancellationToken) is { } link)
        {
            await tokens.ReplaceAsync(work, invoice, link, "the invoice has another customer", cancellationToken);
        }

        await work.SaveAsync(cancellationToken);
        return invoice.Version;
    }

    /// <summary>Writes a new draft like an invoice, dated today.</summary>
    public async Task<Guid> DuplicateAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var original = await work.InvoiceAsync(invoiceId, cancellationToken);
        var customer = await work.CustomerAsync(original.CustomerId, cancellationToken);
        var today = work.Site.Today(work.Now);
        var term = original.DueDate.DayNumber - original.IssueDate.DayNumber;
        var copy = new Invoice(
            work.Site,
            customer,
            original.ToContent() with { IssueDate = today, DueDate = today.AddDays(term) },
            work.Actor,
            work.Now);
        work.Db.Add(copy);
        await work.SaveAsync(cancellationToken);
        return copy.Id;
    }

    public async Task DeleteDraftAsync(Caller caller, Guid invoiceId, long expectedVersion, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, expectedVersion, cancellationToken);
        invoice.Delete(work.Actor, work.Now);
        work.Db.Remove(invoice);
        await work.SaveAsync(cancellationToken);
    }

    /// <summary>
    /// Makes the invoice customer-facing, when nothing in its texts may not reach a customer. The first time it gets its number and its
    /// link; sent again it keeps both.
    /// </summary>
    public async Task SendAsync(Caller caller, Guid invoiceId, long expectedVersion, SentHow how, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAloneAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, expectedVersion, cancellationToken);
        invoice.CanSend().And(await checks.CanReachCustomerAsync(work, invoice, TextsOf(invoice), cancellationToken)).Insist();
        invoice.Send(how, work.Site, work.Actor, work.Now);
        if (await work.CurrentLinkAsync(invoiceId, cancellationToken) is null)
        {
            work.Db.Add(tokens.NewLink(invoice, work.Actor, work.Now));
        }

        await work.SaveAsync(cancellationToken);
    }

    /// <summary>What people typed into an invoice that its customer reads.</summary>
    public static IReadOnlyList<FieldText> TextsOf(Invoice invoice) =>
    [
        new(nameof(Invoice.Memo), "Memo", invoice.Memo),
        new(nameof(Invoice.Reference), "Reference", invoice.Reference),
        .. invoice.Lines.OrderBy(line => line.Position).Select(line => new FieldText($"Lines[{line.Position}].Description", $"Line {line.Position + 1}", line.Description)),
    ];

    public async Task WithdrawAsync(Caller caller, Guid invoiceId, long expectedVersion, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, expectedVersion, cancellationToken);
        invoice.Withdraw(work.Actor, work.Now);
        await work.SaveAsync(cancellationToken);
    }

    public async Task VoidAsync(Caller caller, Guid invoiceId, long expectedVersion, string reason, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, expectedVersion, cancellationToken);
        invoice.Void(reason, work.Site, work.Actor, work.Now);
        await work.SaveAsync(cancellationToken);
    }

    public async Task ChangePrivateNoteAsync(Caller caller, Guid invoiceId, string note, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Admin, cancellationToken);
        var invoice = await work.InvoiceAsync(invoiceId, cancellationToken);
        invoice.ChangePrivateNote(note, work.Actor, work.Now);
        await work.SaveAsync(cancellationToken);
    }
}
