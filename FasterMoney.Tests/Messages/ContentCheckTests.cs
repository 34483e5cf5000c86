using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Tests.Messages;

/// <summary>What the check finds, one rule each; the corpus beside it says how well it does over many texts.</summary>
public sealed class ContentCheckTests
{
    private static readonly string Token = new('t', PortalToken.Length);

    private static readonly CheckFacts Facts = new()
    {
        AdminHosts = ["app.northwind.example", "localhost:5080"],
        Portal = PortalRoute.Parse("https://pay.northwind.example", "pay"),
    };

    [Theory]
    [InlineData("See https://app.northwind.example/")]
    [InlineData("See app.northwind.example/money today")]
    [InlineData("http://localhost:5080/money?invoice=1")]
    [InlineData("http://192.168.1.20/x")]
    [InlineData("open /money?invoice=7")]
    [InlineData("https://anything.example/customers/0199d1f2-0000-7000-8000-000000000001")]
    [InlineData("https://anything.example/settings/portal")]
    [InlineData("https:// is fine but HTTP://LOCALHOST is not")]
    public void Addresses_of_the_workspace_and_of_private_networks_block(string text) =>
        Find(text).Should().Contain(finding => finding.Code == FindingCode.AdminAddress && finding.IsBlocking);

    [Theory]
    [InlineData("See https://www.northwind.example/shop and https://www.ups.com/track")]
    [InlineData("We meet at 12:30, in room 4:2.")]
    [InlineData("Version 10.0.0.1 is out.")]
    [InlineData("Write to billing@northwind.example")]
    public void Other_addresses_do_not(string text) => Find(text).Should().BeEmpty();

    [Fact]
    public void The_customer_pages_of_a_business_that_tries_things_out_on_its_own_computer_are_no_finding() => ContentCheck
        .Read([new CheckedText("Body", $"See http://localhost:5080/pay/{Token} and localhost")], Facts with { Portal = PortalRoute.Parse("http://localhost:5080", "pay") })
        .Where(finding => finding.Code == FindingCode.AdminAddress).Should().ContainSingle().Which.Start.Should().BeGreaterThan(60, "the name alone still is one");

    [Theory]
    [InlineData("0199d1f2-3c4d-7000-8000-000000000001")]
    [InlineData("{0199D1F2-3C4D-7000-8000-000000000001}")]
    [InlineData("0199d1f23c4d70008000000000000001")]
    [InlineData("AZnR8jxNcACAAAAAAAAAAQ")]
    public void Internal_ids_block_in_any_notation(string id) =>
        Find($"Your id is {id}.").Should().ContainSingle().Which.Code.Should().Be(FindingCode.InternalId);

    [Theory]
    [InlineData("Hello {{customer_name}}")]
    [InlineData("Hello {{ balance }}")]
    [InlineData("Hello &#123;{name}}")]
    public void Placeholders_that_are_left_over_block(string text) =>
        Find(text).Should().ContainSingle().Which.Code.Should().Be(FindingCode.UnresolvedPlaceholder);

    [Fact]
    public void A_placeholder_that_is_filled_in_later_is_none() =>
        ContentCheck.Read([new CheckedText("Body", "Pay at {{portal_link}}") { FilledInLater = ["{{portal_link}}"] }], Facts).Should().BeEmpty();

    [Theory]
    [InlineData("I\u200bNTERNAL\u00ad NOTE")]
    [InlineData("ＩＮＴＥＲＮＡＬ　ＮＯＴＥ")]
    [InlineData("%2549NTERNAL NOTE")]
    [InlineData("SU5URVJOQUwgTk9URTogcGF5cyBsYXRl")]
    public void What_is_hidden_in_another_notation_is_read(string text) =>
        Find($"Hello. {text} Bye").Should().ContainSingle().Which.Code.Should().Be(FindingCode.PrivateNote);

    [Fact]
    public void A_finding_names_its_place_in_the_text_as_typed()
    {
        const string text = "Hello, I\u200bNTERNAL &#78;OTE here";
        var finding = Find(text).Should().ContainSingle().Subject;
        text.Substring(finding.Start, finding.Length).Should().Be("I\u200bNTERNAL &#78;OTE");
        finding.Excerpt.Should().Be("INTERNAL NOTE");
    }

    [Theory]
    [InlineData("Saldo pendiente: 300 dolares", FindingCode.WrongAmount)]
    [InlineData("Die Rechnung ist fällig am 20. Jänner 2026.", FindingCode.WrongDate)]
    public void Names_of_currencies_and_months_are_read_in_each_spelling(string text, FindingCode code)
    {
        var invoice = new CheckedInvoice(Guid.Empty, "NW-1", "", Currency.Of("USD"), 500_00, 400_00, [500_00, 400_00], new DateOnly(2026, 3, 10), new DateOnly(2026, 4, 9));
        ContentCheck.Read([new CheckedText("Body", text)], Facts with { Invoice = invoice }).Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Theory]
    [InlineData("See https://bank.example/help", FindingCode.UnknownLink, false)]
    [InlineData("See www.bank.example", FindingCode.UnknownLink, false)]
    [InlineData("Pay at https://pay.northwind.example@elsewhere.example/x", FindingCode.MisleadingLink, true)]
    [InlineData("Pay at <a href=\"https://elsewhere.example\">pay.northwind.example</a>", FindingCode.MisleadingLink, true)]
    [InlineData("Pay at [pay.northwind.example](https://elsewhere.example)", FindingCode.MisleadingLink, true)]
    [InlineData("Pay at https://pay.n0rthwind.example", FindingCode.MisleadingLink, true)]
    [InlineData("Pay at https://pay.nоrthwind.example", FindingCode.MisleadingLink, true)]
    [InlineData("Wire it to GB33 BUKB 2020 1555 5555 55", FindingCode.UnknownAccount, false)]
    [InlineData("Write to billing@other-mail.example", FindingCode.UnknownReply, false)]
    [InlineData("Write to billing@northwind-pay.example", FindingCode.MisleadingLink, true)]
    public void What_leads_the_customer_elsewhere_is_found(string text, FindingCode code, bool isBlocking)
    {
        var facts = Facts with { CustomerId = Guid.NewGuid(), OwnEmails = ["billing@northwind.example"] };
        ContentCheck.Read([new CheckedText("Body", text)], facts).Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Code == code && finding.IsBlocking == isBlocking);
    }

    [Theory]
    [InlineData("Balance due: one thousand two hundred dollars")]
    [InlineData("You owe us $400 times ten.")]
    [InlineData("Please pay €400.00.")]
    [InlineData("The invoice is paid in full.")]
    [InlineData("> your balance on NW-1 is\n> $1,620.00.")]
    [InlineData("b a l a n c e   d u e :   $ 4 2 0 . 0 0")]
    public void Amounts_are_read_as_a_person_reads_them(string text) => About(text).Should().ContainSingle().Which.Code.Should().Be(FindingCode.WrongAmount);

    [Theory]
    [InlineData("You paid 100, so 400.00 remains.")]
    [InlineData("The invoice is not paid in full yet.")]
    [InlineData("As soon as NW-1 is paid in full we will ship.")]
    [InlineData("Payment is due in one week.")]
    public void What_is_true_of_the_invoice_is_no_finding(string text) => About(text).Should().BeEmpty();

    [Theory]
    [InlineData(LinkOwner.OtherSite, FindingCode.OtherSiteLink)]
    [InlineData(LinkOwner.Nobody, FindingCode.DeadLink)]
    public void A_link_that_is_not_the_sites_blocks_and_is_not_echoed(LinkOwner owner, FindingCode code)
    {
        var facts = Facts with { Links = new Dictionary<string, CheckedLink> { [Token] = new(owner) } };
        var finding = ContentCheck.Read([new CheckedText("Body", $"https://pay.northwind.example/pay/{Token}")], facts).Should().ContainSingle().Subject;
        finding.Code.Should().Be(code);
        finding.Excerpt.Should().NotContain(Token);
    }

    private static IReadOnlyList<Finding> About(string text) => ContentCheck.Read([new CheckedText("Body", text)], Facts with
    {
        Invoice = new CheckedInvoice(Guid.Empty, "NW-1", "", Currency.Of("USD"), 500_00, 400_00, [500_00, 400_00, 100_00], new DateOnly(2026, 3, 10), new DateOnly(2026, 4, 9)),
        Today = new DateOnly(2026, 4, 2),
    });

    private static IReadOnlyList<Finding> Find(string text) => ContentCheck.Read([new CheckedText("Body", text)], Facts);
}
