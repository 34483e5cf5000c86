using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Messages;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class MessageContentTests
{
    private static readonly PlaceholderValues Values = new("https://pay.northwind.example/pay/x", "$100.00", "April 9, 2026", "INV-0001", "Ada's Bakery");

    public static TheoryData<MessageContent, string, string> Refused => new()
    {
        { Cast.Message() with { Recipients = ["ada"] }, "Recipients", "“ada” is not an e-mail address*" },
        { Cast.Message() with { Recipients = ["ada@bakery.example\nBcc: all@bakery.example"] }, "Recipients", "*is not an e-mail address*" },
        { Cast.Message() with { Recipients = [""] }, "Recipients", "*is not an e-mail address*" },
        { Cast.Message() with { Recipients = ["ada@bakery.example", "ADA@bakery.example "] }, "Recipients", "ada@bakery.example stands here twice." },
        { Cast.Message() with { Recipients = [.. Enumerable.Range(0, 11).Select(number => $"a{number}@bakery.example")] }, "Recipients", "A message goes to 10 recipients at most." },
        { Cast.Message() with { Subject = " " }, "Subject", "Enter a subject." },
        { Cast.Message() with { Subject = new string('a', 201) }, "Subject", "Shorten this to 200 characters; it has 201." },
        { Cast.Message() with { Subject = "Invoice\r\nBcc: all@bakery.example" }, "Subject", "Write the subject in one line of plain text." },
        { Cast.Message() with { Subject = "Invoice\u2028Bcc: all@bakery.example" }, "Subject", "Write the subject in one line of plain text." },
        { Cast.Message() with { Subject = "Bell\a" }, "Subject", "Write the subject in one line of plain text." },
        { Cast.Message() with { Subject = "Pay at {{portal_link}}" }, "Subject", "Put the link into the text*" },
        { Cast.Message() with { Subject = "{{invoice}}" }, "Subject", "{{invoice}} is not a placeholder*" },
        { Cast.Message() with { Body = "" }, "Body", "Write the message." },
        { Cast.Message() with { Body = new string('a', 10_001) }, "Body", "Shorten this to 10000 characters; it has 10001." },
        { Cast.Message() with { Body = "Nothing\a" }, "Body", "The text holds characters that cannot be shown." },
        { Cast.Message() with { Body = "Your {{password}}" }, "Body", "{{password}} is not a placeholder*" },
        { Cast.Message() with { Body = "Pay {{balance_due" }, "Body", "A placeholder is not complete*" },
        { Cast.Message() with { Body = $"See https://pay.northwind.example/pay/{new string('x', 43)}" }, "Body", "This holds the address of a customer page. Write {{portal_link}} instead*" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_sent_is_not_kept_either(MessageContent content, string field, string why)
    {
        var reasons = content.Check().Reasons;
        reasons.Should().ContainSingle().Which.Field.Should().Be(field);
        reasons[0].Sentence.Should().Match(why);
    }

    [Fact]
    public void A_message_with_placeholders_may_be_kept_and_may_wait_for_its_recipient()
    {
        Cast.Message().Check().IsAllowed.Should().BeTrue();
        (Cast.Message() with { Recipients = [] }).Check().IsAllowed.Should().BeTrue();
        (Cast.Message("Read https://northwind.example/a-fairly-long-title-of-an-article-about-flour-and-bread") with { Subject = "{{ invoice_number }}" }).Check().IsAllowed.Should().BeTrue();
    }

    [Fact]
    public void Placeholders_become_what_they_stand_for_and_the_link_waits()
    {
        var filled = Placeholders.Fill("{{customer_name}}: {{ balance_due }} by {{due_date}} for {{invoice_number}}, see {{ portal_link }}", Values);
        filled.Should().Be("Ada's Bakery: $100.00 by April 9, 2026 for INV-0001, see {{portal_link}}");
        Placeholders.FillLink(filled, Values.PortalLink).Should().EndWith("see https://pay.northwind.example/pay/x");
        Placeholders.FillLink(filled, null).Should().Be(filled);
    }

    [Fact]
    public void A_name_brings_no_line_and_no_placeholder_of_its_own()
    {
        var sly = Values with { CustomerName = "Ada\r\nBcc: all@bakery.example {{portal_link}}" };
        Placeholders.Fill("Dear {{customer_name}}", sly).Should().Be("Dear Ada  Bcc: all@bakery.example { {portal_link} }");
    }
}
