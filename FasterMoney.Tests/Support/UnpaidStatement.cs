using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Statements;

namespace FasterMoney.Tests.Support;

public static class UnpaidStatement
{
    /// <summary>Of a sent invoice over a total that nothing was recorded on, due on 5 December 2026 and read twelve days before.</summary>
    public static InvoiceStatement Of(Money total) => new(new StatementFacts
    {
        Currency = total.Currency,
        SendState = SendState.Sent,
        DueDate = new(2026, 12, 5),
        Today = new(2026, 11, 23),
        Balance = new Balance(total.Minor, 0, 0, 0, 0),
        Entries = [],
    });
}
