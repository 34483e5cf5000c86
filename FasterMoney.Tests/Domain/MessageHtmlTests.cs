using FasterMoney.Domain.Messages;

namespace FasterMoney.Tests.Domain;

public sealed class MessageHtmlTests
{
    private const string Link = "https://pay.northwind.example/pay/x_-y";

    [Fact]
    public void Empty_lines_make_paragraphs_and_the_portal_link_is_a_link() => MessageHtml.Of($"Dear Ada,\r\n\r\nsee here:\n{Link}\n \n\n\nRegards\nNorthwind\n", Link)
        .Should().Be($"<p>Dear Ada,</p>\n<p>see here:<br>\n<a href=\"{Link}\">{Link}</a></p>\n<p>Regards<br>\nNorthwind</p>");

    [Fact]
    public void What_looks_like_markup_is_text() => MessageHtml.Of("<script>alert(1)</script> & \"Ada's\" Müller", Link)
        .Should().Be("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Ada&#x27;s&quot; Müller</p>");

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//pay.example/x")]
    [InlineData(null)]
    public void Nothing_but_the_web_becomes_a_link(string? link) => MessageHtml.Of($"See {link} or https://elsewhere.example", link).Should().NotContain("<a");

    [Fact]
    public void An_address_cannot_break_out_of_its_attribute() => MessageHtml.Of("See https://pay.example/\"onclick=x", "https://pay.example/\"onclick=x")
        .Should().Be("<p>See <a href=\"https://pay.example/&quot;onclick=x\">https://pay.example/&quot;onclick=x</a></p>");

    [Fact]
    public void A_mail_program_gets_recipients_subject_and_text_encoded()
    {
        MailtoLink.For(["ada@bakery.example", "a?b&c@bakery.example"], "Invoice & 100 % <b>", "Dear Ada,\n\n100 €?\nBcc: x")
            .Should().Be("mailto:ada@bakery.example,a%3Fb%26c@bakery.example?subject=Invoice%20%26%20100%20%25%20%3Cb%3E&body=Dear%20Ada%2C%0D%0A%0D%0A100%20%E2%82%AC%3F%0D%0ABcc%3A%20x");
    }

    [Fact]
    public void What_a_mail_program_would_cut_off_is_not_handed_over() => MailtoLink.For(["ada@bakery.example"], "Invoice", new string('ä', 320)).Should().BeNull();
}
