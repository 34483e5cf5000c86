using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Controls;

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
        var typing = new List<RuleReason>();
        var quantity = Number(Quantity, nameof(LineContent.Quantity), whenUnreadable: 1);
        var price = Number(UnitPrice, nameof(LineContent.UnitPriceMinor), whenUnreadable: 0);
        var discount = Number(Discount, nameof(LineContent.DiscountPercent), whenUnreadable: 0);
        var tax = Number(Tax, nameof(LineContent.TaxPercent), whenUnreadable: 0);

        if (string.IsNullOrWhiteSpace(UnitPrice))
            typing.Add(Reason(nameof(LineContent.UnitPriceMinor), "Enter the unit price."));
        else if (decimal.Round(price, currency.Exponent) != price)
            typing.Add(Reason(nameof(LineContent.UnitPriceMinor), TypedMoney.Decimals(currency)));

        var content = new LineContent(Description ?? "", quantity, Money.FromDecimal(price, currency).Minor, discount, tax);
        return (content, RuleCheck.From(typing).And(content.Check(index)));

        RuleReason Reason(string field, string sentence) => new(sentence, InvoiceForm.FieldOf(index, field));

        decimal Number(string? text, string field, decimal whenUnreadable)
        {
            if (string.IsNullOrWhiteSpace(text))
                return 0;

            if (TypedNumber.TryParse(text, culture, out var number))
                return number;

            typing.Add(Reason(field, TypedNumber.Refusal(culture)));
            return whenUnreadable;
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
