using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Sites;

/// <summary>The rates of tax that a business chooses from, as they are kept: percent with a point, a semicolon between, such as <c>19;7;0</c>.</summary>
public static class TaxRateList
{
    /// <summary>The most that there can be.</summary>
    public const int Most = 12;

    /// <summary>The rates in their order; what is no number is left out.</summary>
    public static IReadOnlyList<decimal> Of(string? kept) => [.. Parts(kept).Select(Number).OfType<decimal>()];

    /// <summary>As they are kept.</summary>
    public static string Write(IEnumerable<decimal> rates) => string.Join(';', rates.Select(rate => rate.ToString("0.###", CultureInfo.InvariantCulture)));

    /// <summary>Whether they can be kept.</summary>
    public static RuleCheck Check(string? kept, string field) => Parts(kept) is var parts && parts.Length <= Most
        && Array.TrueForAll(parts, part => Number(part) is { } rate && TaxRate.Check(rate).IsAllowed)
            ? RuleCheck.Allowed
            : RuleCheck.Refused($"Enter percentages from 0 to 100 with a semicolon between, such as 19; 7; 0. At most {Most}.", field);

    private static string[] Parts(string? kept) => (kept ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static decimal? Number(string part) =>
        decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) ? rate : null;
}
