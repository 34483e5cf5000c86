namespace FasterMoney.Domain.Amounts;

/// <summary>The signs that people write for currencies. Some stand for several.</summary>
public static class CurrencySign
{
    private static readonly string[] Dollars = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "TWD", "BBD", "BMD", "BSD", "BZD", "FJD", "JMD", "TTD"];

    /// <summary>The codes that a sign or a code may stand for; null when it is neither.</summary>
    public static IReadOnlyList<string>? Of(string sign) => sign.Trim().TrimEnd('.').ToUpperInvariant() switch
    {
        "$" => Dollars,
        "US$" or "$US" => ["USD"],
        "CA$" or "C$" => ["CAD"],
        "A$" or "AU$" => ["AUD"],
        "NZ$" => ["NZD"],
        "HK$" => ["HKD"],
        "S$" => ["SGD"],
        "MX$" => ["MXN"],
        "R$" => ["BRL"],
        "€" => ["EUR"],
        "£" => ["GBP", "EGP", "GIP", "FKP"],
        "¥" => ["JPY", "CNY"],
        "円" => ["JPY"],
        "₩" => ["KRW"],
        "₹" => ["INR"],
        "₽" => ["RUB"],
        "₺" => ["TRY"],
        "ZŁ" => ["PLN"],
        "KČ" or "KC" => ["CZK"],
        "KR" => ["SEK", "NOK", "DKK", "ISK"],
        "FR" or "SFR" => ["CHF"],
        var code => Currency.TryFind(code, out var currency) ? [currency.Code] : null,
    };
}
