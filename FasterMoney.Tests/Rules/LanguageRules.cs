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
        var language = CultureInfo.GetCultureInfo(tag).TwoLetterISOLanguageName;
        PortalText.For(CultureInfo.GetCultureInfo(tag)).Code.Should().Be(language, "PortalText.<Language>.cs has the words of the customer's page");
        MessageWording.For(tag).Code.Should().Be(language, "MessageWording.<Language>.cs has the templates");
        ContentCheck.Languages.Should().Contain(language, "LanguageWords.<Language>.cs has the words by which letters are read");
    }
}
