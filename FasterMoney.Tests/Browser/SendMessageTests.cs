using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

public sealed class SendMessageTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task An_owner_sets_mail_up_approves_a_message_and_sends_exactly_that_with_the_real_link()
    {
        await using var server = SmtpServer.Start(new SmtpScript { User = "northwind" });
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        var message = await business.Messages.DraftAsync(business.Person(SiteRole.Admin), invoice, MessageTemplate.Blank, Cast.Message());
        var page = await SignInAsync(business, "/settings/mail", SiteRole.Owner);

        // What is typed before the circuit has started is replaced by it.
        await UntilAsync(() => page.GetByLabel("Server name").FillAsync("localhost"), () => Button(page, "Test connection").IsVisibleAsync());
        await page.GetByLabel("Protection").SelectOptionAsync("None");
        await page.GetByLabel("Port").FillAsync($"{server.Port}");
        await page.GetByLabel("User name").FillAsync("northwind");
        await page.GetByLabel("Password").FillAsync(server.Script.Password);
        await page.GetByLabel("From address").FillAsync("bills@northwind.example");
        await Button(page, "Test connection").ClickAsync();
        await Expect(page.GetByText("Signed in as northwind.")).ToBeVisibleAsync();
        await Button(page, "Turn on sending").ClickAsync();
        await Expect(page.GetByText("Approved messages can be sent through localhost.")).ToBeVisibleAsync();

        await page.GotoAsync($"/messages?message={message}");
        await Button(page, "Approve").ClickAsync();
        await Button(page, "Send message").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Sending" })).ToContainTextAsync("The mail server has taken it.");

        var mail = server.Received.Should().ContainSingle().Subject;
        mail.To.Should().Equal("ada@bakery.example");
        using var read = MimeKit.MimeMessage.Load(new MemoryStream(mail.Bytes));
        var url = await business.UrlAsync(invoice);
        read.TextBody!.ReplaceLineEndings("\n").Should().StartWith("Dear Ada's Bakery,\n\nthe balance is $100.00, due on ").And.EndWith("\n" + url);
        var customer = await (await OpenWindowAsync()).NewPageAsync();
        (await customer.GotoAsync(url))!.Status.Should().Be(200);
    }

    [BrowserFact]
    public async Task A_message_that_is_stuck_is_shown_with_what_to_do_and_a_person_says_that_it_arrived()
    {
        await using var server = SmtpServer.Start();
        var business = await App.OpenBusinessAsync();
        var owner = business.Person(SiteRole.Owner);
        await business.TurnMailOnAsync(server);
        server.At(SmtpStep.AfterDot, SmtpFault.Drop);
        var message = await business.Messages.DraftAsync(owner, await business.SentAsync(), MessageTemplate.Blank, Cast.Message("To be sent"));
        var page = await SignInAsync(business, $"/messages?message={message}");
        await Button(page, "Approve").ClickAsync();
        await Button(page, "Send message").ClickAsync();
        var sending = page.GetByRole(AriaRole.Region, new() { Name = "Sending" });
        await Expect(sending).ToContainTextAsync("It may have arrived or not.");
        await Expect(Button(page, "Copy message")).ToHaveCountAsync(0);

        await page.GotoAsync("/messages");
        var outbox = page.GetByRole(AriaRole.Region, new() { Name = "Outbox" });
        await Expect(outbox).ToContainTextAsync("1 stuck");
        await outbox.GetByRole(AriaRole.Link).First.ClickAsync();
        await Button(page, "It arrived: mark as sent").ClickAsync();
        await Expect(sending).ToContainTextAsync("The mail server has taken it.");
        await Expect(outbox).ToHaveCountAsync(0);
    }
}
