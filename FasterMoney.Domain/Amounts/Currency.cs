using System.Collections.Frozen;

namespace FasterMoney.Domain.Amounts;

/// <summary>A currency by its ISO 4217 code, with the number of decimal places of its minor unit.</summary>
public readonly record struct Currency
{
    private const string TwoPlaces =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP "
        + "CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR "
        + "KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN "
        + "PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD "
        + "TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string NoPlaces = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
    private const string ThreePlaces = "BHD IQD JOD KWD LYD OMR TND";

    private static readonly FrozenDictionary<string, Currency> Known =
        new[] { (TwoPlaces, 2), (NoPlaces, 0), (ThreePlaces, 3) }
            .SelectMany(group => group.Item1.Split(' ').Select(code => new Currency(code, group.Item2)))
            .ToFrozenDictionary(currency => currency.Code, StringComparer.OrdinalIgnoreCase);

    private Currency(string code, int exponent) => (Code, Exponent) = (code, exponent);

    /// <summary>The three-letter code of ISO 4217, in capitals.</summary>
    public string Code { get; }

    /// <summary>Decimal places of the minor unit per ISO 4217: JPY 0, USD 2, KWD 3.</summary>
    public int Exponent { get; }

    /// <summary>Every currency that can be billed in, by code.</summary>
    public static IReadOnlyList<Currency> All { get; } = [.. Known.Values.OrderBy(currency => currency.Code, StringComparer.Ordinal)];

    /// <summary>Minor units in one major unit: 1, 100 or 1000.</summary>
    public long MinorPerMajor => Exponent switch { 0 => 1, 2 => 100, _ => 1000 };

    /// <summary>The currency with this code.</summary>
    /// <exception cref="ArgumentException">The code is not a currency of ISO 4217.</exception>
    public static Currency Of(string code) => TryFind(code, out var currency)
        ? currency
        : throw new ArgumentException($"'{code}' is not a currency code of ISO 4217.", nameof(code));

    /// <summary>Finds a currency by its code, whatever the case of the letters.</summary>
    public static bool TryFind(string? code, out Currency currency)
    {
        currency = default;
        return code is not null && Known.TryGetValue(code.Trim(), out currency);
    }

    public override string ToString() => Code;
}
