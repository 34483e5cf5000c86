using System.Globalization;
using System.Text.RegularExpressions;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.ContentChecks.Words;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>An amount as it stands in a text. A number such as 1.234 has more than one reading, depending on the language.</summary>
/// <param name="Start">Where it starts in the reading.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Values">Every reading in major units, without signs.</param>
/// <param name="Currencies">The currencies that it may be of; empty when none is named.</param>
internal sealed record MoneyText(int Start, int End, IReadOnlyList<decimal> Values, IReadOnlyList<string> Currencies)
{
    private static readonly Dictionary<string, string> Names = LanguageWords.All.SelectMany(words => words.CurrencyNames).DistinctBy(name => name.Key)
        .Select(name => (Key: PlainLetters.Of(name.Key), name.Value)).DistinctBy(name => name.Key).ToDictionary(name => name.Key, name => name.Value, StringComparer.OrdinalIgnoreCase);

    private static readonly Regex Shape = LanguageWords.RegexOf(
        $@"(?<![\p{{L}}\p{{N}}.,_/\--[{LanguageWords.WithoutBlanks}]])"
        + @"(?:(?<before>(?:US|CA|C|AU|A|NZ|HK|MX|S|R)?\$(?:US)?|€|£|¥|₩|₹|₽|₺|[A-Z]{3}|CHF|Fr\.|SFr\.?)[ ]?-?[ ]?)?"
        + @"(?:-[ ]?)?(?<number>\d{1,3}(?:[., ']\d{3})+(?:[.,]\d{1,3})?|\d{1,15}(?:[.,]\d{1,3})?)(?![\d])(?:[.,][\-]{1,2})?"
        + $@"(?(before)|(?:[ ]?(?<after>€|US\$|\$US|\$|£|¥|円|₩|₹|₽|₺|zł|Kč|kr\b|[A-Z]{{3}}\b|(?i:{LanguageWords.Any(Names.Keys)})(?:\b|(?<=[{LanguageWords.WithoutBlanks}]))))?)"
        + $@"(?![\p{{L}}-[{LanguageWords.WithoutBlanks}]]|[年月日]|[ ]?%|[\-/.:]\d)",
        RegexOptions.None);

    /// <summary>Whether it may be of this currency.</summary>
    public bool MayBe(Currency currency) => Currencies.Count == 0 || Currencies.Contains(currency.Code);

    /// <summary>Whether one of its readings is this amount, whatever the sign.</summary>
    public bool Is(long minor, Currency currency) => Values.Any(value => value * currency.MinorPerMajor == Math.Abs((decimal)minor));

    /// <summary>Names of currencies in all languages, without accents.</summary>
    internal static IReadOnlyCollection<string> CurrencyNames => Names.Keys;

    /// <summary>Every amount with a currency, in figures and in words, and every plain number with cents.</summary>
    public static List<MoneyText> In(string text)
    {
        var plain = PlainLetters.Of(text);
        var all = SpelledAmounts.In(plain);
        foreach (Match found in Shape.Matches(plain))
        {
            var number = found.Groups["number"].Value;
            var sign = found.Groups["before"] is { Success: true } before ? before.Value : found.Groups["after"].Value;
            if (Readings(number) is { Count: > 0 } values && CurrenciesOf(sign) is { } currencies)
                all.Add(new MoneyText(found.Index, found.Index + found.Length, values, currencies));
        }

        all.Sort((one, other) => one.Start.CompareTo(other.Start));
        var end = 0;
        all.RemoveAll(amount =>
        {
            var overlaps = amount.Start < end;
            end = overlaps ? end : amount.End;
            return overlaps;
        });
        return all;
    }

    private static List<decimal> Readings(string number)
    {
        var plain = number.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        var values = new List<decimal>();
        var (dot, comma) = (plain.LastIndexOf('.'), plain.LastIndexOf(','));
        if (dot >= 0 && comma >= 0)
        {
            Add(values, plain, dot > comma ? '.' : ',');
        }
        else if (dot < 0 && comma < 0)
        {
            Add(values, plain, null);
        }
        else
        {
            var sign = dot >= 0 ? '.' : ',';
            var digits = plain.Length - 1 - Math.Max(dot, comma);
            if (plain.IndexOf(sign) == plain.LastIndexOf(sign))
                Add(values, plain, sign);

            if (digits == 3)
                Add(values, plain, null);
        }

        // "am 20 500 €": what stands before the last group may be another number.
        if (number.LastIndexOf(' ') is > 0 and var space)
            values.AddRange(Readings(number[(space + 1)..]));

        return values;
    }

    private static void Add(List<decimal> values, string plain, char? decimalSign)
    {
        var invariant = string.Concat(plain.Where(letter => letter == decimalSign || char.IsAsciiDigit(letter)).Select(letter => letter == decimalSign ? '.' : letter));
        if (decimal.TryParse(invariant, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1_000_000_000_000_000m)
            values.Add(value);
    }

    // Null: what looked like a code is none.
    internal static IReadOnlyList<string>? CurrenciesOf(string sign)
    {
        var name = sign.Trim().TrimEnd('.').ToUpperInvariant();
        return name.Length == 0 ? [] : CurrencySign.Of(Names.GetValueOrDefault(name, name));
    }
}
