using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Web.Admin.Workspace.Editor;

/// <summary>One line as it is typed: texts, so that nothing typed is ever rewritten under somebody's hands.</summary>
public sealed class LineForm
{
    /// <summary>Tells lines apart while they are moved.</summary>
    public Guid Key { get; } = Guid.NewGuid();

    public string? Description { get; set; }

    public string? Quantity { get; set; } = "1";

    public string? UnitPrice { get; set; }

    public string? Discount { get; set; }

    public string? Tax { get; set; }

    /// <summary>True while somebody types in it: what is half typed is not judged yet.</summary>
    public bool IsBeingTyped { get; set; }

    /// <summary>A line without text and price is an invitation to type, not part of the invoice.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Description) && string.IsNullOrWhiteSpace(UnitPrice);

    public static LineForm Of(LineContent line, Currency currency, CultureInfo culture) => new()
    {
        Description = line.Description,
        Quantity = TypedNumber.Write(line.Quantity, culture),
        UnitPrice = TypedMoney.Write(line.UnitPriceMinor, currency, culture),
        Discount = line.DiscountPercent == 0 ? "" : TypedNumber.Write(line.DiscountPercent, culture),
        Tax = line.TaxPercent == 0 ? "" : TypedNumber.Write(line.TaxPercent, culture),
    };

    public LineForm Copy() => new() { Description = Description, Quantity = Quantity, UnitPrice = UnitPrice, Discount = Discount, Tax = Tax };

    /// <summary>The line as content, and every reason against it; fields are named with <paramref name="index"/>.</summary>
    public (LineContent Content, RuleCheck Check) Read(int index, Currency currency, CultureInfo culture)
    {
        var (content, unreadable) = Figures(index, currency, culture);
        var missing = RuleCheck.Unless(
            string.IsNullOrWhiteSpace(UnitPrice), "Enter the unit price.", InvoiceForm.FieldOf(index, nameof(LineContent.UnitPriceMinor)));
        return (content, missing.And(unreadable).And(content.Check(index)));
    }

    /// <summary>What was typed as a figure and cannot be read as one. A field that is still empty is none of it.</summary>
    public RuleCheck Unreadable(int index, Currency currency, CultureInfo culture) => IsBlank ? RuleCheck.Allowed : Figures(index, currency, culture).Unreadable;

    private (LineContent Content, RuleCheck Unreadable) Figures(int index, Currency currency, CultureInfo culture)
    {
        var unreadable = RuleCheck.Allowed;
        var quantity = Number(Quantity, nameof(LineContent.Quantity), whenUnreadable: 1);
        var price = Price();
        var discount = Number(Discount, nameof(LineContent.DiscountPercent), whenUnreadable: 0);
        var tax = Number(Tax, nameof(LineContent.TaxPercent), whenUnreadable: 0);
        return (new LineContent(Description ?? "", quantity, price, discount, tax), unreadable);

        long Price()
        {
            if (string.IsNullOrWhiteSpace(UnitPrice))
                return 0;

            var (minor, check) = TypedMoney.Read(UnitPrice, currency, culture, InvoiceForm.FieldOf(index, nameof(LineContent.UnitPriceMinor)));
            unreadable = unreadable.And(check);
            return minor ?? 0;
        }

        decimal Number(string? text, string field, decimal whenUnreadable)
        {
            if (string.IsNullOrWhiteSpace(text))
                return 0;

            var (number, refusal) = TypedNumber.Read(text, culture);
            if (refusal is not null)
                unreadable = unreadable.And(RuleCheck.Refused(refusal, InvoiceForm.FieldOf(index, field)));

            return number ?? whenUnreadable;
        }
    }

    /// <summary>The line in words, for comparing two versions.</summary>
    public override string ToString() => string.Join(", ", new[]
    {
        $"{Quantity} × {Description} at {UnitPrice}",
        string.IsNullOrWhiteSpace(Discount) ? null : $"{Discount} % off",
        string.IsNullOrWhiteSpace(Tax) ? null : $"{Tax} % tax",
    }.OfType<string>());
}
