using System.Globalization;
using FasterMoney.Domain.ContentChecks.Reading;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Statements;

namespace FasterMoney.Domain.ContentChecks;

/// <summary>
/// Reads a text that a machine wrote. <see cref="ContentCheck"/> judges the figures that a text calls the balance or the due date,
/// because people write of many others; a machine has no others, so here each amount and each date must be one of the invoice's.
/// </summary>
public static class KnownFigures
{
    /// <summary>Every figure that is not the invoice's, with what it is instead.</summary>
    /// <param name="text">The text, with placeholders.</param>
    /// <param name="invoice">The invoice, with its lines.</param>
    /// <param name="culture">In which the right figures are named.</param>
    public static RuleCheck Check(string text, string field, Invoice invoice, IReadOnlyList<BalanceEntry> entries, CultureInfo culture)
    {
        var known = CheckedInvoice.Of(invoice, entries);
        DateOnly[] days = [invoice.IssueDate, invoice.DueDate, .. entries.Select(entry => entry.Date)];
        var dates = DateText.In(text);
        var amounts = MoneyText.In(text).Where(amount => !dates.Exists(date => date.Start < amount.End && amount.Start < date.End));
        return RuleCheck.From(amounts
            .Where(amount => !amount.MayBe(known.Currency) || !known.FiguresMinor.Any(figure => amount.Is(figure, known.Currency)))
            .Select(amount => new RuleReason(
                $"“{text[amount.Start..amount.End].Trim()}” is no amount of this invoice: its total is {invoice.Total.Format(culture)}, and its balance {BalanceText.Of(invoice.BalanceDue, culture)}. Write {Placeholders.BalanceDue}.",
                field)))
            .And(RuleCheck.From(dates.Where(date => !days.Any(date.Is)).Select(date => new RuleReason(
                $"“{text[date.Start..date.End].Trim()}” is no date of this invoice: it was issued {invoice.IssueDate.ToString("D", culture)} and is due {invoice.DueDate.ToString("D", culture)}. Write {Placeholders.DueDate}.",
                field))));
    }
}
