using System.Globalization;
using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Web.Wording;

namespace FasterMoney.Tests.Rules;

/// <summary>A language is three files: the words of the customer's page, those of messages, and those by which the content check reads.</summary>
public sealed class LanguageRules
{
    public static TheoryData<string> Customers => [.. CustomerLanguage.All];

    [Theory]
    [MemberData(nameof(Customers))]
    public void Each_language_that_a_customer_can_be_given_has_all_its_files(string tag)
    {
        var culture = CultureInfo.GetCultureInfo(tag);
        var language = culture.TwoLetterISOLanguageName;
        (string File, bool IsThere)[] files =
        [
            ("PortalText", PortalText.For(culture).Code == language),
            ("GenuineText", GenuineText.For(culture).Code == language),
            ("MessageWording", MessageWording.For(tag).Code == language),
            ("LanguageWords", ContentCheck.Languages.Contains(language)),
        ];
        files.Where(file => !file.IsThere).Select(file => $"{file.File}.{culture.Parent.EnglishName}.cs").Should().BeEmpty();
    }
}
