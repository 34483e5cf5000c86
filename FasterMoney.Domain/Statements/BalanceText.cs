using System.Globalization;
using FasterMoney.Domain.Amounts;

namespace FasterMoney.Domain.Statements;

/// <summary>A balance in the words of the people of a site.</summary>
public static class BalanceText
{
    /// <summary>What is in the customer's favour is said to be credit, and never written as a negative amount due.</summary>
    /// <param name="balance">Below zero is credit.</param>
    /// <param name="culture">The site's.</param>
    public static string Of(Money balance, CultureInfo culture) =>
        balance.IsNegative ? $"{balance.Absolute.Format(culture)} credit" : balance.Format(culture);
}
