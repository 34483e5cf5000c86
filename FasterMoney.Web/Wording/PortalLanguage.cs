using System.Collections.Concurrent;
using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Contacts;

namespace FasterMoney.Web.Wording;

/// <summary>A customer's language: its words, and how it writes dates, amounts and numbers.</summary>
public sealed class PortalLanguage
{
    private static readonly ConcurrentDictionary<string, PortalLanguage> Known = new(StringComparer.OrdinalIgnoreCase);
    private static readonly PortalLanguage Fallback = new(CultureInfo.GetCultureInfo("en-GB"));

    private readonly CultureInfo _culture;
    private readonly string _datePattern;

    private PortalLanguage(CultureInfo culture)
    {
        _culture = culture;
        Text = PortalText.For(culture);
        Genuine = GenuineText.For(culture);
        _datePattern = culture.Name == "en-US" ? "MMMM d, yyyy" : Text.DatePattern;
    }

    public PortalText Text { get; }

    public GenuineText Genuine { get; }

    /// <summary>As customers are given it, such as <c>de-DE</c>.</summary>
    public string Tag => _culture.Name;

    /// <summary>The language of a customer's tag, such as <c>de-DE</c>; British English when there are no words in it.</summary>
    public static PortalLanguage For(string? tag)
    {
        if (string.IsNullOrEmpty(tag))
            return Fallback;
        return Known.TryGetValue(tag, out var language) ? language : Find(tag);
    }

    /// <summary>The first language that customers can be given among tags of any origin, or null: the exact one, otherwise one with the same words.</summary>
    public static PortalLanguage? FirstOffered(IEnumerable<string> tags) => tags
        .Select(asked => CustomerLanguage.All.FirstOrDefault(tag => string.Equals(tag, asked, StringComparison.OrdinalIgnoreCase))
            ?? CustomerLanguage.All.FirstOrDefault(tag => string.Equals(tag.Split('-')[0], asked.Split('-')[0], StringComparison.OrdinalIgnoreCase)))
        .OfType<string>().Select(For).FirstOrDefault();

    public string Date(DateOnly date) => date.ToString(_datePattern, _culture);

    public string Money(Money money) => money.Format(_culture);

    /// <summary>With the sign in front, so that what lowers a balance can be told from what raises it.</summary>
    public string Change(Money money) => (money.IsNegative ? "−" : "+") + Money(money.Absolute);

    /// <summary>A balance: what is below zero is said to be in the customer's favour.</summary>
    public string Balance(Money balance) => balance.IsNegative ? Text.CreditOf(Money(balance.Absolute)) : Money(balance);

    public string Number(decimal number) => number.ToString("#,0.######", _culture);

    public string Percent(decimal percent) => (percent / 100m).ToString(Text.Code == "en" ? "0.###%" : "0.### %", _culture);

    /// <summary>A moment in its own offset: day, time and the offset from UTC.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var offset = moment.Offset;
        var zone = offset == TimeSpan.Zero ? "UTC" : $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{offset:hh\\:mm}";
        return $"{Date(DateOnly.FromDateTime(moment.DateTime))}, {moment.ToString("t", _culture)} ({zone})";
    }

    private static PortalLanguage Find(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            if (culture.TwoLetterISOLanguageName != PortalText.For(culture).Code)
                return Fallback;
            return Known.GetOrAdd(culture.Name, _ => new PortalLanguage(culture));
        }
        catch (CultureNotFoundException)
        {
            return Fallback;
        }
    }
}
