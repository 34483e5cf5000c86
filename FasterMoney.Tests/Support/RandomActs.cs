using CsCheck;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Tests.Support;

public enum ActKind
{
    Pay,
    Announce,
    Confirm,
    Refund,
    CreditSum,
    CreditLine,
    Adjust,
    Reverse,
    Void,
}

/// <summary>An act on an invoice that is not known yet.</summary>
/// <param name="Share">The amount in thousandths of the invoice's total; may be refused.</param>
/// <param name="Which">Chooses an entry or a line, by its remainder.</param>
/// <param name="DaysAgo">The day that it counts for.</param>
public sealed record RandomAct(ActKind Kind, int Share, int Which, int DaysAgo)
{
    private static readonly Gen<RandomAct> One = Gen.Select(
        Gen.Frequency(
            (20, Gen.Const(ActKind.Pay)), (10, Gen.Const(ActKind.Announce)), (10, Gen.Const(ActKind.Confirm)), (15, Gen.Const(ActKind.Refund)),
            (10, Gen.Const(ActKind.CreditSum)), (10, Gen.Const(ActKind.CreditLine)), (10, Gen.Const(ActKind.Adjust)), (20, Gen.Const(ActKind.Reverse)), (1, Gen.Const(ActKind.Void))),
        Gen.Frequency((8, Gen.Int[1, 600]), (1, Gen.Const(1000)), (1, Gen.Int[-300, 1200])),
        Gen.Int[0, 1000],
        Gen.Int[0, 20],
        (kind, share, which, daysAgo) => new RandomAct(kind, share, which, daysAgo));

    private static readonly Gen<LineContent> Lines = Gen.Select(
        Gen.Frequency((9, Gen.Long[1, 3_000_000]), (1, Gen.Long[-400_000, -1])),
        Gen.Int[1, 99_999],
        Gen.OneOf(0m, 0m, 2.5m, 33.33m),
        Gen.OneOf(0m, 5.5m, 7m, 8.875m, 19m),
        (price, quantity, discount, tax) => Cast.Line(price, quantity / 1_000m, discount, tax));

    public static Gen<InvoiceContent> Bills { get; } = Gen
        .Select(Gen.OneOf("USD", "JPY", "KWD"), Gen.Bool, Lines.Array[1, 8], (currency, inclusive, lines) => Cast.Content(currency, inclusive, lines))
        .Where(content => InvoiceTotals.Of(content.Lines, content.PricesIncludeTax).TotalMinor > 0);

    public static Gen<RandomAct[]> Sequence(int most) => One.Array[1, most];

    public long AmountOf(Invoice invoice) => decimal.ToInt64(Math.Round(invoice.TotalMinor * Share / 1000m, MidpointRounding.AwayFromZero));

    public DateOnly Date => Cast.Today.AddDays(-DaysAgo);

    public EntryDetails Details(Invoice invoice) => Cast.Entry(AmountOf(invoice), Date);

    /// <summary>One of the invoice's entries of a kind; null when there is none.</summary>
    public T? Of<T>(Invoice invoice)
        where T : BalanceEntry
    {
        var entries = invoice.Entries.OfType<T>().OrderBy(entry => entry.Sequence).ToList();
        return entries.Count == 0 ? null : entries[Which % entries.Count];
    }

    public CreditNoteContent CreditOf(Invoice invoice) => Kind == ActKind.CreditSum
        ? Cast.CreditOf(AmountOf(invoice))
        : new CreditNoteContent("As agreed", null, [new CreditNoteLine("Part of it", AmountOf(invoice), invoice.Lines.OrderBy(line => line.Position).ElementAt(Which % invoice.Lines.Count).TaxPercent)]);

    /// <summary>Does it; false when there is nothing to do it with.</summary>
    public bool Do(Invoice invoice, Site site)
    {
        switch (Kind)
        {
            case ActKind.Pay:
                invoice.RecordPayment(Details(invoice), PaymentMethod.Card, Cast.Today, Cast.Adam, Cast.Now);
                return true;
            case ActKind.Announce:
                invoice.RecordPendingPayment(Details(invoice), PaymentMethod.Cheque, Cast.Today, Cast.Adam, Cast.Now);
                return true;
            case ActKind.Confirm when Of<PendingPayment>(invoice) is { } pending:
                invoice.ConfirmPayment(pending, Guid.CreateVersion7(), Date, Cast.Today, Cast.Adam, Cast.Now);
                return true;
            case ActKind.Refund when Of<Payment>(invoice) is { } payment:
                invoice.Refund(payment, Details(invoice), Cast.Today, Cast.Adam, Cast.Now);
                return true;
            case ActKind.CreditSum or ActKind.CreditLine:
                invoice.IssueCreditNote(CreditOf(invoice), Guid.CreateVersion7(), Date, site, Cast.Adam, Cast.Now);
                return true;
            case ActKind.Adjust:
                invoice.Adjust(Details(invoice) with { AmountMinor = (Which % 2 == 0 ? 1 : -1) * AmountOf(invoice) }, Cast.Today, Cast.Adam, Cast.Now);
                return true;
            case ActKind.Reverse when Of<BalanceEntry>(invoice) is { } wrong:
                invoice.Reverse(wrong, Details(invoice), Cast.Today, Cast.Adam, Cast.Now);
                return true;
            case ActKind.Void:
                invoice.Void("Ordered twice", site, Cast.Adam, Cast.Now);
                return true;
            default:
                return false;
        }
    }
}
