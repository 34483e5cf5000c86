using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Finds amounts in words: number words with the name of a currency behind them.</summary>
internal static partial class SpelledAmounts
{
    private const int MostWords = 12;

    private static readonly HashSet<string> Currencies = new(MoneyText.CurrencyNames, StringComparer.OrdinalIgnoreCase);

    public static List<MoneyText> In(string text)
    {
        var all = new List<MoneyText>();
        foreach (Match name in Word().Matches(text))
        {
            if (Currencies.Contains(name.Value) && Before(text, name.Index) is { } amount && MoneyText.CurrenciesOf(name.Value) is { } currencies)
                all.Add(new MoneyText(amount.Start, name.Index + name.Length, [amount.Value], currencies));
        }

        return all;
    }

    // Backwards from the name, word by word, as long as they are numbers.
    private static (int Start, decimal Value)? Before(string text, int end)
    {
        List<List<int>> words = [];
        var (start, at) = (-1, end);
        while (words.Count < MostWords)
        {
            while (at > 0 && text[at - 1] is ' ' or '-')
                at--;

            var last = at;
            while (at > 0 && char.IsLetter(text[at - 1]))
                at--;

            if (at == last || last - at > 60)
                break;

            var word = text[at..last].ToLowerInvariant();
            List<int> numbers = [];
            if (NumberWords.Add(word, numbers))
            {
                words.Insert(0, numbers);
                start = at;
            }
            else if (start < 0 ? word is not ("us" or "de") : !NumberWords.IsLink(word))
            {
                break;
            }
        }

        return start < 0 ? null : (start, NumberWords.Sum([.. words.SelectMany(word => word)]));
    }

    [GeneratedRegex(@"\p{L}{2,12}")]
    private static partial Regex Word();
}
