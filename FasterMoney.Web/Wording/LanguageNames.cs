using System.Globalization;

namespace FasterMoney.Web.Wording;

/// <summary>Customers' languages as people choose them.</summary>
public static class LanguageNames
{
    /// <summary>A language by its English name.</summary>
    public static string Of(string tag) => CultureInfo.GetCultureInfo(tag).EnglishName;
}
