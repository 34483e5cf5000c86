using System.ComponentModel;
using FasterMoney.Web.Assistant.Reading;

namespace FasterMoney.Web.Assistant.Tools;

/// <summary>What owners ask first, counted by the database.</summary>
public sealed class OwnerTools(Subject subject, ToolLog log, OwnerReads reads)
{
    [Description("Who owes most: the customers with the largest open balances, how much of it is overdue, and on how many invoices. One row for each customer and currency.")]
    public async Task<object> WhoOwesMost(CancellationToken cancellationToken) =>
        Looked("Added up what each customer owes", await reads.WhoOwesAsync(subject.Caller, cancellationToken));

    [Description("What came in: payments received in a month and what was given back, one row a currency.")]
    public async Task<object> MoneyIn(
        [Description("'this' for the month so far, 'last' for the month before.")] string month, CancellationToken cancellationToken) =>
        Looked("Added up the payments of the month", await reads.MoneyInAsync(subject.Caller, month.Trim().Equals("last", StringComparison.OrdinalIgnoreCase), cancellationToken));

    [Description("Invoices that fall due from today to the end of this week, with their sum.")]
    public async Task<object> DueThisWeek(CancellationToken cancellationToken)
    {
        var found = await reads.DueThisWeekAsync(subject.Caller, cancellationToken);
        return Looked("Looked up what is due this week", found with { Invoices = [.. found.Invoices.Select(subject.Named)] });
    }

    [Description("Who pays late: customers by how many of their invoices were settled after the due date or are overdue now.")]
    public async Task<object> WhoPaysLate(CancellationToken cancellationToken) =>
        Looked("Counted who paid late", await reads.WhoPaysLateAsync(subject.Caller, cancellationToken));

    [Description("How old the debts are: open balances by how long they are overdue, one row for each age and currency.")]
    public async Task<object> DebtAges(CancellationToken cancellationToken) =>
        Looked("Added up the open balances by age", await reads.DebtAgesAsync(subject.Caller, cancellationToken));

    private object Looked(string what, object facts)
    {
        log.Looked(what);
        return facts;
    }
}
