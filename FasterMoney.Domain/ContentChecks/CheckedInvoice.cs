using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Statements;

namespace FasterMoney.Domain.ContentChecks;

/// <summary>An invoice as a check compares a text with it.</summary>
/// <param name="Id">Never in a text for a customer.</param>
/// <param name="Number">Its number; null before it was sent.</param>
/// <param name="Reference">The customer's own reference, which may have any shape.</param>
/// <param name="Currency">Of all amounts.</param>
/// <param name="TotalMinor">Minor units.</param>
/// <param name="BalanceMinor">Minor units; below zero is credit.</param>
/// <param name="FiguresMinor">Every figure that the customer can read about it, without signs: lines, taxes, entries, balances in between.</param>
/// <param name="IssueDate">In the site's time zone.</param>
/// <param name="DueDate">In the site's time zone.</param>
public sealed record CheckedInvoice(
    Guid Id,
    string? Number,
    string Reference,
    Currency Currency,
    long TotalMinor,
    long BalanceMinor,
    IReadOnlyCollection<long> FiguresMinor,
    DateOnly IssueDate,
    DateOnly DueDate)
{
    /// <summary>The invoice as it is now, with its lines.</summary>
    /// <param name="entries">Its entries, when they are not loaded with it.</param>
    public static CheckedInvoice Of(Invoice invoice, IReadOnlyList<BalanceEntry>? entries = null)
    {
        entries ??= invoice.Entries;
        var figures = new HashSet<long>
        {
            invoice.TotalMinor, invoice.NetMinor, invoice.BalanceMinor, invoice.PaidMinor, invoice.CreditedMinor, invoice.RefundedMinor,
            invoice.AdjustedMinor, invoice.PendingMinor, invoice.Balance.NetPaidMinor,
        };
        figures.UnionWith(invoice.Lines.SelectMany(line => new[] { line.AmountMinor, line.UnitPriceMinor }));
        figures.UnionWith(entries.Select(entry => entry.AmountMinor));
        figures.UnionWith(StatementEntry.Run(invoice.Total, InvoiceStatement.Recorded(entries)).Select(entry => entry.Balance.Minor));
        if (invoice.Lines.Count > 0)
        {
            var totals = invoice.Totals;
            figures.Add(totals.TaxMinor);
            figures.UnionWith(totals.Taxes.SelectMany(tax => new[] { tax.TaxMinor, tax.NetMinor }));
        }

        return new CheckedInvoice(invoice.Id, invoice.Number, invoice.Texts.Reference, invoice.Currency, invoice.TotalMinor, invoice.BalanceMinor,
            [.. figures.Select(Math.Abs)], invoice.IssueDate, invoice.DueDate);
    }
}
