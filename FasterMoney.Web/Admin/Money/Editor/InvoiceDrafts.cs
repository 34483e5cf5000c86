using System.Globalization;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace.Editor;

/// <summary>A draft as the editor starts with it.</summary>
public sealed record InvoiceDraft
{
    /// <summary>Null for an invoice that is not stored yet.</summary>
    public Guid? Id { get; init; }
    public long Version { get; init; }
    public string Title { get; init; } = "New invoice";
    public Guid? CustomerId { get; init; }
    public string CustomerName { get; init; } = "";
    public required InvoiceContent Content { get; init; }
    public required CultureInfo Culture { get; init; }
    public required int TermDays { get; init; }
    /// <summary>Rates to choose from, in percent; a new line starts with the first.</summary>
    public IReadOnlyList<decimal> Rates { get; init; } = [];

    public RuleCheck CanEdit { get; init; } = RuleCheck.Allowed;

    /// <summary>Who changed it last, as a sentence, and when at the site.</summary>
    public string LastChange { get; init; } = "";
}

/// <summary>Reads what the invoice editor starts with.</summary>
public sealed class InvoiceDrafts(SiteAccess access)
{
    private static readonly ActivityKind[] Changes =
    [
        ActivityKind.InvoiceDrafted, ActivityKind.InvoiceEdited, ActivityKind.InvoiceSent, ActivityKind.InvoiceWithdrawn, ActivityKind.InvoiceVoided,
        ActivityKind.PrivateNoteChanged,
    ];

    /// <summary>A new draft, for a customer when one is given.</summary>
    public async Task<InvoiceDraft> NewAsync(Caller caller, Guid? customerId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var today = session.Site.Today(session.Now);
        var customer = customerId is null ? null : await session.Db.Customers
            .SingleOrDefaultAsync(known => known.SiteId == session.Site.Id && known.Id == customerId, cancellationToken);
        return new InvoiceDraft
        {
            CustomerId = customer?.Id,
            CustomerName = customer?.Name ?? "",
            Content = new InvoiceContent(session.Site.CurrencyCode, today, today.AddDays(session.Site.PaymentTermDays), new(), "", false, []),
            Culture = SiteText.CultureOf(session.Site),
            TermDays = session.Site.PaymentTermDays,
            Rates = TaxRateList.Of(session.Site.TaxRates),
        };
    }

    /// <summary>The invoice, or null when the site has no such invoice.</summary>
    public async Task<InvoiceDraft?> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var invoice = await session.Db.Invoices.Include(known => known.Lines)
            .SingleOrDefaultAsync(known => known.SiteId == session.Site.Id && known.Id == id, cancellationToken);
        if (invoice is null)
            return null;

        var last = await session.Db.Activity
            .Where(entry => entry.SiteId == session.Site.Id && entry.InvoiceId == id && Changes.Contains(entry.Kind))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var culture = SiteText.CultureOf(session.Site);
        return new InvoiceDraft
        {
            Id = invoice.Id,
            Version = invoice.Version,
            Title = invoice.Title,
            CustomerId = invoice.CustomerId,
            CustomerName = invoice.BilledTo,
            Content = invoice.ToContent(),
            Culture = culture,
            TermDays = session.Site.PaymentTermDays,
            Rates = TaxRateList.Of(session.Site.TaxRates),
            CanEdit = invoice.CanEdit(),
            LastChange = last is null ? "" : $"{ActivitySentence.For(last).TrimEnd('.')} ({session.Site.ToLocal(last.At).ToString("g", culture)}).",
        };
    }
}
