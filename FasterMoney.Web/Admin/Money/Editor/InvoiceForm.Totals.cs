using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Amounts;

namespace FasterMoney.Web.Admin.Workspace.Editor;

public sealed partial class InvoiceForm
{
    /// <summary>What the lines add up to so far, computed by the domain; null when the sum does not fit. Lines that are not complete yet count as nothing.</summary>
    public InvoiceTotals? Totals()
    {
        try
        {
            return InvoiceTotals.Of(Lines.Select(Readable).OfType<LineContent>(), PricesIncludeTax);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The lines, counted from 1, with a figure that cannot be read: as long as there are any, there is no total.</summary>
    public IReadOnlyList<int> UnreadableLines => [.. Lines.Index().Where(line => !line.Item.Unreadable(line.Index, Currency, Culture).IsAllowed).Select(line => line.Index + 1)];

    /// <summary>A line's amount so far, or null while it cannot be read.</summary>
    public Money? AmountOf(LineForm line) => Readable(line) is { } content ? new Money(InvoiceTotals.LineAmount(content), Currency) : null;

    public string Format(long minor) => new Money(minor, Currency).Format(Culture);

    private LineContent? Readable(LineForm line)
    {
        if (line.IsBlank)
            return null;

        var (content, check) = line.Read(0, Currency, Culture);
        return check.Reasons.All(reason => reason.Field == FieldOf(0, nameof(LineContent.Description))) ? content : null;
    }
}
