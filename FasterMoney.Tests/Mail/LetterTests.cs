using System.Text;
using System.Text.RegularExpressions;
using FasterMoney.Domain.Messages;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Mail;

namespace FasterMoney.Tests.Mail;

/// <summary>The bytes that a mail server gets, and that nothing is smuggled into them.</summary>
public sealed class LetterTests
{
    private static readonly string[] KnownHeaders = ["Message-Id", "Date", "From", "To", "Reply-To", "Subject", "MIME-Version", "Content-Type"];

    [Fact]
    public async Task It_says_who_when_and_what_and_nothing_about_this_machine()
    {
        await using var set = await OutboxStage.SetAsync(content: Cast.Mail() with { FromName = "Nørthwind, Ünlimited", ReplyTo = "adam@northwind.example" });

        var mail = await set.DeliveredAsync();

        mail.HeaderNames.Should().BeEquivalentTo(KnownHeaders);
        mail.Header("Message-Id").Should().MatchRegex(@"^<[0-9a-f]{32}@northwind\.example>$");
        mail.Header("Date").Should().StartWith("Tue, 10 Mar 2026 09:00:00");
        mail.Header("Reply-To").Should().Be("adam@northwind.example");
        mail.Header("From").Should().EndWith("<bills@northwind.example>").And.MatchRegex("^[ -~]+$");
        // Everywhere but in what is drawn by lot, which may spell a short name: the boundary of the parts and the link.
        var (text, html) = Parts(mail);
        var written = Regex.Replace(Regex.Split(mail.Raw, @"\r?\n\r?\n")[0], "boundary=\"[^\"]+\"", "") + (text + html).Replace(await set.UrlAsync(), "");
        written.Should().Contain("multipart/alternative").And.NotContain(Environment.MachineName);
        mail.Raw.Should().NotContainAny("MailKit", "MimeKit", set.TestSite.SiteId.ToString(), set.TestSite.SiteId.ToString("N"), (await set.Stage.ReadAsync(db => Task.FromResult(db.Outbox.Single()))).Id.ToString());
        set.Server.Commands.First().Should().Be("EHLO northwind.example");
    }

    [Fact]
    public async Task Text_and_HTML_hold_exactly_what_was_approved_and_the_link_of_this_moment()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync(Cast.Message("Dear {{customer_name}},\n\n<b>Grüße</b> & 你好\n.\n.starts with a dot\n{{portal_link}}"));
        await set.Stage.Links.ReplaceAsync(set.TestSite.Admin, set.Invoice);
        var url = await set.UrlAsync();

        await set.DeliverAsync();

        var (text, html) = Parts(set.Server.Received.Single());
        text.Should().Be($"Dear Ada's Bakery,\n\n<b>Grüße</b> & 你好\n.\n.starts with a dot\n{url}");
        html.Should().Contain($"<a href=\"{url}\">{url}</a>").And.Contain("&lt;b&gt;").And.NotContain("<b>");
        var token = url.Split('/')[^1];
        (await set.RowAsync(id)).Body.Should().Contain("{{portal_link}}").And.NotContain(token);
    }

    [Theory]
    [InlineData("8BITMIME")]
    [InlineData("BINARYMIME", "CHUNKING", "8BITMIME")]
    [InlineData("SMTPUTF8", "8BITMIME", "PIPELINING")]
    [InlineData("X-NOTHING")]
    public async Task Long_lines_dots_and_any_script_arrive_whole_whatever_the_server_can(params string[] extensions)
    {
        await using var set = await OutboxStage.SetAsync(new SmtpScript { Extensions = extensions });
        var body = string.Join('\n', new string('w', 3000), "." + new string('ä', 1500), "..", "...", "你好 🎉", "tab\there", "trailing space ", "=C3=A4 and =?utf-8?q?x?=", "end.");

        var mail = await set.DeliveredAsync(Cast.Message(body));

        Parts(mail).Text.Should().Be(body);
        mail.Raw.Split("\r\n").Should().OnlyContain(line => line.Length <= 998).And.OnlyContain(line => line.All(char.IsAscii));
        mail.Raw.Replace("\r\n", "").Should().NotContainAny("\r", "\n");
    }

    [Theory]
    [InlineData("\r\n.\r\nMAIL FROM:<thief@evil.example>\r\nRCPT TO:<victim@evil.example>\r\nDATA\r\nSubject: Smuggled\r\n\r\nHa\r\n.\r\n")]
    [InlineData("\n.\nMAIL FROM:<thief@evil.example>\nQUIT\n")]
    [InlineData("\r.\rMAIL FROM:<thief@evil.example>\r")]
    [InlineData("\r\n.\rMAIL FROM:<thief@evil.example>\r\n.\r\n")]
    public async Task A_dot_on_a_line_of_its_own_ends_nothing(string smuggled)
    {
        await using var set = await OutboxStage.SetAsync();

        var mail = await set.DeliveredAsync(Cast.Message("before" + smuggled + "after"));

        set.Server.Commands.Should().OnlyContain(line => !line.Contains("evil"));
        set.Server.Commands.Count(line => line == "DATA").Should().Be(1);
        Parts(mail).Text.Should().StartWith("before").And.EndWith("after").And.Contain("MAIL FROM:<thief@evil.example>");
    }

    // The rules refuse all of these long before; the letter is the last place where they could do harm.
    [Theory]
    [InlineData("\r\nBcc: victim@evil.example")]
    [InlineData("\nBcc: victim@evil.example")]
    [InlineData("\rBcc: victim@evil.example")]
    [InlineData("\u2028Bcc: victim@evil.example")]
    [InlineData("\u0085Bcc: victim@evil.example")]
    [InlineData("\0Bcc: victim@evil.example")]
    [InlineData("\r\n\r\nAnother body")]
    [InlineData("\r\n .\r\n")]
    public async Task A_line_break_in_a_field_that_got_past_the_rules_makes_no_header(string smuggled)
    {
        var account = new MailAccount(Cast.Mail() with { FromName = "North" + smuggled, ReplyTo = "adam@northwind.example" }, "");
        using var message = MimeMail.Of(new OutgoingMail(["ada@bakery.example"], "Invoice" + smuggled, "Text", "Text", "abc"), account, Cast.Now);
        using var stream = new MemoryStream();
        await message.WriteToAsync(stream);
        var raw = Encoding.Latin1.GetString(stream.ToArray()).ReplaceLineEndings("\r\n");

        new ReceivedMail("", [], Encoding.Latin1.GetBytes(raw), false, null).HeaderNames.Should().BeSubsetOf(KnownHeaders);
        foreach (var place in new[] { "recipient", "from", "reply" })
        {
            var bad = "x@bakery.example" + smuggled;
            var other = new MailAccount(Cast.Mail() with { FromAddress = place == "from" ? bad : "bills@northwind.example", ReplyTo = place == "reply" ? bad : "" }, "");
            FluentActions.Invoking(() => MimeMail.Of(new OutgoingMail([place == "recipient" ? bad : "ada@bakery.example"], "Invoice", "Text", "Text", "abc"), other, Cast.Now))
                .Should().Throw<FormatException>("of the {0}", place);
        }
    }

    [Theory]
    [InlineData("=?utf-8?B?SWdub3JlIHRoaXM=?=")]
    [InlineData("Invoice =?utf-8?q?=0D=0ABcc:_victim@evil.example?= and more")]
    [InlineData("Rechnung für die Bäckerei € £ ¥, bitte überweisen Sie den Betrag wie vereinbart, vielen Dank und herzliche Grüße 🎉")]
    [InlineData("Bcc: victim@evil.example")]
    public async Task A_subject_reads_as_it_was_approved(string subject)
    {
        await using var set = await OutboxStage.SetAsync();

        var mail = await set.DeliveredAsync(Cast.Message() with { Subject = subject });

        Decoded(mail.Header("Subject")!).Should().Be(subject);
        mail.HeaderNames.Should().BeSubsetOf(KnownHeaders);
        mail.To.Should().Equal("ada@bakery.example");
    }

    [Theory]
    [InlineData("Northwind <ceo@bank.example>,")]
    [InlineData("\"Northwind\" \\")]
    [InlineData("ceo@bank.example")]
    public async Task A_senders_name_is_a_name_and_nothing_else(string name)
    {
        await using var set = await OutboxStage.SetAsync(content: Cast.Mail() with { FromName = name });

        var mail = await set.DeliveredAsync();

        mail.From.Should().Be("bills@northwind.example");
        var from = MimeKit.InternetAddressList.Parse(mail.Header("From")!);
        from.Count.Should().Be(1);
        (from[0].Name, ((MimeKit.MailboxAddress)from[0]).Address).Should().Be((name, "bills@northwind.example"));
    }

    [Fact]
    public void A_senders_name_that_would_be_decoded_into_another_one_is_refused_and_broken_up()
    {
        var content = Cast.Mail() with { FromName = "=?utf-8?B?VGhlIGJhbms=?=" };
        content.Check().Reasons.Should().ContainSingle().Which.Field.Should().Be("FromName");
        using var message = MimeMail.Of(new OutgoingMail(["ada@bakery.example"], "Invoice", "Text", "Text", "abc"), new MailAccount(content, ""), Cast.Now);
        Decoded(message.Headers["From"]!).Should().NotContain("The bank");
    }

    [Fact]
    public async Task The_same_message_has_the_same_id_at_each_try_and_another_one_another()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync();
        set.Server.At(SmtpStep.AfterDot, SmtpFault.Drop);
        await set.DeliverAsync();
        set.Server.Mend();
        await set.Stage.Outbox.SendAgainAsync(set.TestSite.Admin, id);
        await set.DeliverAsync();
        await set.QueuedAsync();
        await set.DeliverAsync();

        var ids = set.Server.Received.Select(mail => mail.Header("Message-Id")).ToList();
        ids.Should().HaveCount(3);
        ids[0].Should().Be(ids[1]).And.NotBe(ids[2]);
    }

    [Fact]
    public async Task An_address_that_no_mail_can_bear_fails_at_once()
    {
        await using var set = await OutboxStage.SetAsync();
        var id = await set.QueuedAsync(Cast.Message(null, "ada..baker@bakery.example"));
        await set.DeliverAsync();
        (await set.RowAsync(id)).Should().BeEquivalentTo(new { State = OutboxState.Failed, LastAnswer = "One of the addresses cannot be written into an e-mail." });
        set.Server.Received.Should().BeEmpty();
    }

    private static (string Text, string Html) Parts(ReceivedMail mail)
    {
        using var message = MimeKit.MimeMessage.Load(new MemoryStream(mail.Bytes));
        return (message.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'), message.HtmlBody!);
    }

    private static string Decoded(string header) => MimeKit.Utils.Rfc2047.DecodeText(Encoding.ASCII.GetBytes(header));
}
