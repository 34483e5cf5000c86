using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Reads;

public sealed partial record PortalInvoice
{
    /// <summary>The invoice as its customer may see it, from what was read at a moment of the site's clocks.</summary>
    public static PortalInvoice Of(PortalRead read, DateTimeOffset readAt, string? logoUrl = null, string? documentUrl = null)
    {
        var row = read.Row;
        var currency = Currency.Of(row.CurrencyCode);
        var today = DateOnly.FromDateTime(readAt.DateTime);
        var isVoid = row.SendState == SendState.Void;
        var due = isVoid ? 0 : row.Balance.DueMinor;
        var totals = InvoiceTotals.Of(read.Lines.Select(line => (line.TaxPercent, line.AmountMinor)), row.PricesIncludeTax);
        var status = isVoid ? PortalStatus.Cancelled : StatusOf(row, today);
        return new PortalInvoice
        {
            Business = PortalBusiness.Of(row),
            LogoUrl = logoUrl,
            DocumentUrl = documentUrl,
            // The one region of the languages we speak that does not print on A4.
            Paper = row.SiteLanguage == "en-US" ? PaperSize.Letter : PaperSize.A4,
            CustomerName = row.BilledTo,
            CustomerAddress = row.BilledToAddress,
            Number = row.Number ?? "",
            Reference = row.Reference,
            Status = status,
            Days = Math.Abs(row.DueDate.DayNumber - today.DayNumber),
            PartiallyPaid = due > 0 && row.Balance.NetPaidMinor > 0,
            SettledOn = row.Balance.PaidMinor > 0 ? row.SettledOn : null,
            Processing = Money(isVoid ? 0 : row.PendingMinor),
            CorrectedOn = LastCorrection(read),
            Amount = Money(row.Balance.TotalMinor),
            Paid = Money(row.Balance.NetPaidMinor),
            BalanceDue = Money(Math.Max(0, due)),
            Credit = Money(Math.Max(0, -due)),
            DueDate = row.DueDate,
            IssueDate = row.IssueDate,
            Lines = [.. read.Lines.Select(line => new PortalLine(
                line.Description, line.Quantity, Money(line.UnitPriceMinor), line.DiscountPercent, line.TaxPercent, Money(line.AmountMinor)))],
            PricesIncludeTax = row.PricesIncludeTax,
            Net = Money(totals.NetMinor),
            Taxes = [.. totals.Taxes.Select(tax => new PortalTax(tax.Percent, Money(tax.NetMinor), Money(tax.TaxMinor)))],
            Movements = MovementsOf(read, currency),
            Memo = row.Memo,
            PaymentInstructions = row.PaymentInstructions,
            ReadAt = readAt,
        };

        Money Money(long minor) => new(minor, currency);
    }

    private static PortalStatus StatusOf(PortalRow row, DateOnly today) => row.Balance.StateOn(today, row.DueDate) switch
    {
        PaymentState.Paid => PortalStatus.Paid,
        PaymentState.Refunded => PortalStatus.Refunded,
        PaymentState.InCredit => PortalStatus.InCredit,
        PaymentState.Overdue => PortalStatus.Overdue,
        _ => row.DueDate == today ? PortalStatus.DueToday : PortalStatus.Due,
    };

    private static DateOnly? LastCorrection(PortalRead read)
    {
        var last = read.Entries.Where(entry => entry.IsCorrection).Max(entry => (DateTime?)entry.RecordedAt);
        return last > read.FirstOpened
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(last.Value, TimeZoneInfo.FindSystemTimeZoneById(read.Row.TimeZoneId)))
            : null;
    }

    private static List<PortalMovement> MovementsOf(PortalRead read, Currency currency)
    {
        var running = read.Row.Balance.TotalMinor;
        var movements = new List<PortalMovement>(read.Entries.Count + 1);
        foreach (var entry in read.Entries)
        {
            // A payment on its way moves nothing yet, nor does taking it back.
            if (entry.Kind == nameof(PendingPayment) || (entry.Kind == nameof(Reversal) && entry.AmountMinor == 0))
                continue;

            var (kind, effect) = entry.Kind switch
            {
                nameof(Payment) => (PortalMovementKind.Payment, -entry.AmountMinor),
                nameof(Refund) => (PortalMovementKind.Refund, entry.AmountMinor),
                nameof(CreditNote) => (PortalMovementKind.CreditNote, -entry.AmountMinor),
                nameof(Adjustment) => (PortalMovementKind.Adjustment, entry.AmountMinor),
                nameof(Reversal) => (PortalMovementKind.Reversal, entry.AmountMinor),
                _ => throw new InvalidOperationException($"'{entry.Kind}' is not an entry that customers can be shown."),
            };
            Add(entry.Date, kind, PortalMovement.NoteOf(entry.Number, entry.PublicText), effect);
        }

        // A void invoice's history must end at nothing, too.
        if (read.Row.VoidedOn is { } voidedOn && running != 0)
            Add(voidedOn, PortalMovementKind.Cancellation, "", -running);
        return movements;

        void Add(DateOnly date, PortalMovementKind kind, string note, long effect)
        {
            running = checked(running + effect);
            movements.Add(new PortalMovement(date, kind, note, new Money(effect, currency), new Money(running, currency)));
        }
    }
}
