using FasterMoney.Domain.Contacts;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Messages;
using FasterMoney.Web.Wording;

namespace FasterMoney.Tests.Domain;

public sealed class MessageWordingTests
{
    private static readonly PlaceholderValues Values = new("https://pay.northwind.example/pay/x", "$100.00", "April 9, 2026", "INV-0001", "Ada's Bakery");

    public static TheoryData<string, MessageTemplate> All
    {
        get
        {
            var all = new TheoryData<string, MessageTemplate>();
            foreach (var language in CustomerLanguage.All)
            {
                foreach (var template in Enum.GetValues<MessageTemplate>())
                    all.Add(language, template);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_template_is_filled_in_without_a_rest_and_signed(string language, MessageTemplate template)
    {
        var content = MessageWording.For(language).Write(template, "Northwind {{Studio}}\nLtd", ["ada@bakery.example"]);
        content.Check().Text.Should().BeEmpty();
        var (subject, body) = (Placeholders.Fill(content.Subject, Values), Placeholders.FillLink(Placeholders.Fill(content.Body, Values), Values.PortalLink));
        (subject + body).Should().NotContainAny("{", "}", "  ").And.Contain("INV-0001");
        body.Should().Contain("Ada's Bakery").And.EndWith("\nNorthwind ((Studio)) Ltd").And.NotContain("\n\n\n");
        body.Contains("\nhttps://pay.northwind.example/pay/x\n\n", StringComparison.Ordinal).Should().Be(template != MessageTemplate.Blank, "the link has a line of its own");
        body.Contains("$100.00", StringComparison.Ordinal).Should().Be(template != MessageTemplate.Blank);
        subject.Length.Should().BeLessThan(MessageContent.LongestSubject);
    }

    [Fact]
    public void Each_language_has_every_template_in_its_own_words()
    {
        var languages = CustomerLanguage.All.Select(MessageWording.For).DistinctBy(words => words.Code).ToList();
        languages.Should().OnlyContain(words => words.Templates.Count == Enum.GetValues<MessageTemplate>().Length);
        languages.SelectMany(words => words.Templates.Values.Select(parts => parts.About)).Where(about => about.Length > 0).Should().OnlyHaveUniqueItems();
        MessageWording.For("xx").Should().BeSameAs(MessageWording.English);
    }

    [Fact]
    public void A_business_with_the_longest_name_can_write_too() => MessageWording.English
        .Write(MessageTemplate.InvoiceSent, new string('N', 200), []).Check().IsAllowed.Should().BeTrue();
}
