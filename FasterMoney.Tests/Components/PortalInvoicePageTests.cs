using System.Buffers;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using FasterMoney.Domain.Amounts;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Portal;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.AspNetCore.Http;

namespace FasterMoney.Tests.Components;

public sealed class PortalInvoicePageTests
{
    [Fact]
    public async Task The_one_description_list_and_heading_bear_the_agreed_names()
    {
        var page = new HtmlParser().ParseDocument(await RenderAsync(Invoice(), "en-GB"));

        page.QuerySelectorAll("h1").Should().ContainSingle().Which.TextContent.Should().Be("Invoice INV-7");
        page.QuerySelectorAll("dt").Select(term => term.TextContent).Should().Equal("Amount", "Paid", "Balance due", "Due date", "Status");
        page.QuerySelectorAll("th").Should().OnlyContain(header => header.HasAttribute("scope"));
        page.QuerySelectorAll("script, style, [style], form").Should().BeEmpty();
    }

    [Theory]
    [InlineData("en-US", "en", "Due in 12 days", "December 5, 2026")]
    [InlineData("de-DE", "de", "Fällig in 12 Tagen", "5. Dezember 2026")]
    [InlineData("fr-FR", "fr", "À payer dans 12 jours", "5 décembre 2026")]
    [InlineData("es-ES", "es", "Vence en 12 días", "5 de diciembre de 2026")]
    [InlineData("ko-KR", "en", "Due in 12 days", "5 December 2026")]
    [InlineData("no such tag", "en", "Due in 12 days", "5 December 2026")]
    public async Task The_page_speaks_the_customers_language(string tag, string lang, string status, string date)
    {
        var page = await RenderAsync(Invoice(), tag);

        page.Should().Contain($"<html lang=\"{lang}\">");
        WebUtility.HtmlDecode(page).Should().Contain(status).And.Contain(date);
    }

    [Theory]
    [InlineData("hello@northwind.example", "mailto:hello@northwind.example")]
    [InlineData("a+b?cc=x@northwind.example", "mailto:a%2Bb%3Fcc%3Dx@northwind.example")]
    [InlineData("+44 (0)117 496 0123", "tel:+441174960123")]
    [InlineData("0117 / 496-0123", "tel:01174960123")]
    [InlineData("+1.503.555.0199", "tel:+15035550199")]
    [InlineData("0117 496 0123, ask for Jo", null)]
    [InlineData("1234", null)]
    [InlineData("javascript:alert(1)@", null)]
    [InlineData("Mon to Fri", null)]
    public void An_address_and_a_number_of_the_business_are_links(string line, string? address) => ContactLines.AddressOf(line).Should().Be(address);

    [Theory]
    [InlineData("JPY", "JPY", "4,000")]
    [InlineData("KWD", "KWD", "4.000")]
    public async Task Amounts_have_the_currencys_own_places(string code, string shown, string amount)
    {
        var page = WebUtility.HtmlDecode(await RenderAsync(Invoice(code), "en-GB"));

        page.Should().MatchRegex($"{shown}\\s?{amount}");
    }

    [Fact]
    public async Task What_people_wrote_is_text()
    {
        var hostile = Invoice().With(head => head with
        {
            Texts = new() { Memo = "<script>alert(1)</script>\n\"quoted\" & kept" }, CustomerName = "<img src=x onerror=alert(1)>",
        });

        var page = new HtmlParser().ParseDocument(await RenderAsync(hostile, "en-GB"));

        page.QuerySelectorAll("script, img").Should().BeEmpty();
        page.Body!.TextContent.Should().Contain("<script>alert(1)</script>\n\"quoted\" & kept");
    }

    [Fact]
    public async Task Only_a_preview_says_that_it_is_one()
    {
        (await RenderAsync(Invoice(), "en-GB")).Should().NotContain("Preview");
        (await RenderAsync(Invoice(), "en-GB", isPreview: true)).Should().Contain("Preview - this is what your customer sees");
    }

    [Theory]
    [InlineData("facebookexternalhit/1.1 Facebot Twitterbot/1.0", "Robot")]
    [InlineData("WhatsApp/2.23.20.0", "Robot")]
    [InlineData("Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5", "Robot")]
    [InlineData("TelegramBot (like TwitterBot)", "Robot")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1", "Unclear")]
    [InlineData("", "Unclear")]
    public void Known_robots_are_told_from_people(string agent, string kind)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "GET";
        request.Headers.UserAgent = agent;

        PortalVisitor.KindOf(request, isPreview: false).ToString().Should().Be(kind);
    }

    private static PortalInvoice Invoice(string code = "EUR")
    {
        var currency = Currency.Of(code);
        var total = new Money(4000, currency);
        return new PortalInvoice
        {
            Head = new()
            {
                Business = new("Northwind Studio", "", "", "hello@northwind.example"), CustomerName = "Ardent Coffee", Number = "INV-7", IssueDate = new(2026, 11, 5),
            },
            Statement = UnpaidStatement.Of(total),
            Net = total,
            Lines = [new("Workshop", 1, total, 0, 0, total)],
            ReadAt = new(2026, 11, 23, 6, 12, 0, TimeSpan.FromHours(1)),
        };
    }

    private static async Task<string> RenderAsync(PortalInvoice invoice, string tag, bool isPreview = false)
    {
        var output = new ArrayBufferWriter<byte>();
        await new PortalRenderer().RenderInvoiceAsync(invoice, PortalLanguage.For(tag), isPreview, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
