using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
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
    public async Task What_a_restore_holds_is_seen_by_all_and_released_by_an_owner()
    {
        await using var server = SmtpServer.Start();
        var business = await App.OpenBusinessAsync();
        var owner = business.Person(SiteRole.Owner);
        await business.TurnMailOnAsync(server);
        server.At(SmtpStep.MailFrom, SmtpFault.Say("451 Later"));
        var messages = new List<Guid>();
        foreach (var text in new[] { "About your invoice", "A second word about it" })
        {
            var message = await business.Messages.DraftAsync(owner, await business.SentAsync(), MessageTemplate.Blank, Cast.Message(text));
            await business.ApproveAsync(owner, message);
            await business.Outbox.SendAsync(owner, message, await business.ReadAsync(async db => (await db.Messages.FindAsync(message))!.Version));
            messages.Add(message);
        }

        await business.ReadAsync(db => AfterRestore.StopAsync(db, DateTime.UtcNow, default));
        server.Mend();
        var admin = await SignInAsync(business, "/messages");
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "Held after a restore" })).ToBeVisibleAsync();
        await Expect(admin.GetByText("until an owner releases it")).ToBeVisibleAsync();
        await Expect(Button(admin, "Release all")).ToHaveCountAsync(0);

        var page = await SignInAsync(business, "/messages", SiteRole.Owner);
        await Button(page, "Release all").ClickAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Keep them held" }).ClickAsync();
        server.Received.Should().BeEmpty();
        await page.GotoAsync($"/messages?message={messages[0]}");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Sending" })).ToContainTextAsync("Held after a restore on");
        await page.GotoAsync("/messages");
        await Button(page, "Release all").ClickAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Release all" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Held after a restore" })).ToHaveCountAsync(0);
        await Eventually.TrueAsync(() => server.Received.Count == 2);
        server.Received.Should().HaveCount(2);
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
