using System.Globalization;

namespace FasterMoney.Domain.Invoices;

/// <summary>An invoice's number: the site's prefix and a number of its sequence, written with at least four digits.</summary>
/// <param name="Prefix">What the number starts with; may be empty.</param>
/// <param name="Sequence">From 1 upwards, without gaps.</param>
public readonly record struct InvoiceNumber(string Prefix, long Sequence)
{
    /// <summary>The number as it is printed: <c>INV-0042</c>.</summary>
    public override string ToString() => Prefix + Sequence.ToString("D4", CultureInfo.InvariantCulture);
}
