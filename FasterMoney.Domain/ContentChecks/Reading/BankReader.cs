using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks.Words;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Finds bank accounts that are not the site's own: by IBAN (ISO 13616), or by a number behind the word for an account.</summary>
internal static partial class BankReader
{
    private const int FewestDigits = 6;

    private static readonly Regex Numbered = LanguageWords.RegexOf(
        $@"\b(?:{LanguageWords.Any(words => words.AccountLabels)})(?:[ :#.]| (?:no|nr|number)\b)*(?<number>\d(?:[ \-]?\d){{{FewestDigits - 1},20}})(?![\d.,]*\d)");

    public static IEnumerable<Finding> Find(ReadableText reading, CheckFacts facts)
    {
        var own = Folding.Of("", facts.PaymentInstructions).Text;
        var (ownAccounts, ownDigits) = (Iban().Matches(own).Select(Compact).ToHashSet(StringComparer.Ordinal), Digits().Replace(own, " "));
        foreach (Match account in Iban().Matches(reading.Text))
        {
            if (HasLength(account) && !ownAccounts.Any(known => Compact(account).StartsWith(known, StringComparison.Ordinal)))
                yield return Finds(reading, account.Index, account.Length);
        }

        foreach (Match account in Numbered.Matches(reading.Plain))
        {
            var number = account.Groups["number"];
            if (!ownDigits.Replace(" ", "", StringComparison.Ordinal).Contains(Digits().Replace(number.Value, ""), StringComparison.Ordinal))
                yield return Finds(reading, number.Index, number.Length);
        }
    }

    private static Finding Finds(ReadableText reading, int start, int length) => reading.Finds(FindingCode.UnknownAccount, FindingWeight.Warning, start, length,
        "This bank account is not in your payment instructions.", "Compare it with the settings of the site. Fraud starts with another account.");

    private static bool HasLength(Match account) => Compact(account).Length is >= 15 and <= 34 && Compact(account).Count(char.IsAsciiDigit) >= 10;

    private static string Compact(Match account) => account.Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])")]
    private static partial Regex Iban();

    [GeneratedRegex(@"\D+")]
    private static partial Regex Digits();
}
