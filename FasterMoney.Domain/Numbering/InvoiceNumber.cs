using System.Globalization;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Numbering;

/// <summary>An invoice's number: the site's prefix and a number of its sequence, written with at least four digits.</summary>
/// <param name="Prefix">What the number starts with; may be empty.</param>
/// <param name="Sequence">From 1 upwards, without gaps.</param>
public readonly record struct InvoiceNumber(string Prefix, long Sequence)
{
    /// <summary>The highest number that a site's sequence reaches.</summary>
    public const long LargestSequence = 999_999_999;

    /// <summary>Whether a text can be an invoice's number: 1 to 40 letters, digits, spaces and the signs <c>- / . _ #</c>.</summary>
    public static RuleCheck Check(string? number) => TextRule.Required(number?.Trim(), 40, "Number", "Enter the invoice's number.")
        .And(RuleCheck.Unless(
            (number ?? "").Trim().Any(c => !(char.IsLetterOrDigit(c) || c is ' ' or '-' or '/' or '.' or '_' or '#')),
            "Use letters, digits, spaces and the signs - / . _ # in a number.",
            "Number"));

    /// <summary>The digits that a printed number ends with; null when it ends otherwise, or with more than nine digits.</summary>
    public static long? SequenceOf(string number)
    {
        var start = number.Length;
        while (start > 0 && char.IsAsciiDigit(number[start - 1]))
            start--;

        return number.Length - start is >= 1 and <= 9 ? long.Parse(number.AsSpan(start), NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The place that a printed number has in the sequence of a prefix; null when it is no such number.</summary>
    public static long? SequenceIn(string prefix, string number) =>
        number.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && number.AsSpan(prefix.Length).IndexOfAnyExceptInRange('0', '9') < 0
            ? SequenceOf(number)
            : null;

    /// <summary>The number as it is printed: <c>INV-0042</c>.</summary>
    public override string ToString() => Prefix + Sequence.ToString("D4", CultureInfo.InvariantCulture);
}
