using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Invoices;

/// <summary>One line as a person enters it.</summary>
/// <param name="Description">What was delivered, as the customer reads it.</param>
/// <param name="Quantity">Not zero, at most four decimal places; below zero takes something off.</param>
/// <param name="UnitPriceMinor">Minor units, with tax when the invoice's prices include it.</param>
/// <param name="DiscountPercent">0 to 100, at most two decimal places.</param>
/// <param name="TaxPercent">0 to 100, at most three decimal places.</param>
public sealed record LineContent(string Description, decimal Quantity, long UnitPriceMinor, decimal DiscountPercent, decimal TaxPercent)
{
    private const long LargestUnitPrice = 1_000_000_000_000;

    /// <summary>Whether the line can be saved; each reason names its field as <c>Lines[index].Field</c>.</summary>
    public RuleCheck Check(int index)
    {
        var field = (string name) => $"Lines[{index}].{name}";
        return TextRule.Required(Description, 500, field(nameof(Description)), "Say what this line is for.")
            .And(RuleCheck.Unless(
                Quantity is 0 or < -1_000_000 or > 1_000_000 || decimal.Round(Quantity, 4) != Quantity,
                "Enter a quantity other than zero, up to a million, with at most four decimal places.",
                field(nameof(Quantity))))
            .And(RuleCheck.Unless(
                UnitPriceMinor is < -LargestUnitPrice or > LargestUnitPrice,
                "This price is too large.",
                field(nameof(UnitPriceMinor))))
            .And(RuleCheck.Unless(
                DiscountPercent is < 0 or > 100 || decimal.Round(DiscountPercent, 2) != DiscountPercent,
                "A discount is a percentage from 0 to 100 with at most two decimal places.",
                field(nameof(DiscountPercent))))
            .And(RuleCheck.From(TaxRate.Check(TaxPercent).Reasons.Select(reason => reason with { Field = field(nameof(TaxPercent)) })));
    }
}

/// <summary>What a person enters into a draft.</summary>
/// <param name="CurrencyCode">ISO 4217.</param>
/// <param name="IssueDate">In the site's time zone.</param>
/// <param name="DueDate">In the site's time zone; not before the issue date.</param>
/// <param name="Texts">What the customer reads.</param>
/// <param name="PrivateNote">Never shown to customers.</param>
/// <param name="PricesIncludeTax">Whether unit prices contain the tax.</param>
/// <param name="Lines">At most 500.</param>
public sealed record InvoiceContent(
    string CurrencyCode,
    DateOnly IssueDate,
    DateOnly DueDate,
    InvoiceTexts Texts,
    string PrivateNote,
    bool PricesIncludeTax,
    IReadOnlyList<LineContent> Lines)
{
    /// <summary>The most lines an invoice holds.</summary>
    public const int MostLines = 500;

    /// <summary>Whether it can be saved as a draft; each reason names its field.</summary>
    public RuleCheck Check()
    {
        var check = RuleCheck.Unless(!Currency.TryFind(CurrencyCode, out _), "Choose a currency of ISO 4217.", nameof(CurrencyCode))
            .And(RuleCheck.Unless(DueDate < IssueDate, "The due date is before the issue date.", nameof(DueDate)))
            .And(RuleCheck.Unless(DueDate > IssueDate.AddYears(5), "The due date is more than five years after the issue date.", nameof(DueDate)))
            .And(Texts.Check())
            .And(TextRule.AtMost(PrivateNote, 4000, nameof(PrivateNote)))
            .And(RuleCheck.Unless(Lines.Count > MostLines, $"An invoice holds at most {MostLines} lines.", nameof(Lines)));
        return Lines.Select((line, index) => line.Check(index)).Aggregate(check, (all, line) => all.And(line));
    }
}
