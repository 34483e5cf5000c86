using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Amounts;

/// <summary>A rate of tax in percent: 19 means 19 %. At most three decimal places, from 0 to 100.</summary>
public readonly record struct TaxRate
{
    /// <summary>A rate.</summary>
    /// <exception cref="RuleViolation">The percentage is refused by <see cref="Check"/>.</exception>
    public TaxRate(decimal percent)
    {
        Check(percent).Insist();
        Percent = percent;
    }

    /// <summary>The rate in percent.</summary>
    public decimal Percent { get; }

    /// <summary>Whether a number can be a tax rate.</summary>
    public static RuleCheck Check(decimal percent) => RuleCheck.Unless(
        percent is < 0 or > 100 || decimal.Round(percent, 3) != percent,
        "A tax rate is a percentage from 0 to 100 with at most three decimal places.",
        "TaxPercent");

    /// <summary>The tax to add to a net sum in minor units, rounded half away from zero (EN 16931, BT-117).</summary>
    public long OnNet(long netMinor) => Round(netMinor * Percent / 100m);

    /// <summary>The tax contained in a gross sum in minor units, rounded half away from zero.</summary>
    public long InGross(long grossMinor) => Round(grossMinor * Percent / (100m + Percent));

    private static long Round(decimal minor) => decimal.ToInt64(Math.Round(minor, MidpointRounding.AwayFromZero));
}
