using Bunit;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Admin.Settings;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Components.Settings;

public sealed class MailPageTests : SettingsContext
{
    [Fact]
    public async Task An_owner_enters_a_server_tests_it_and_turns_sending_on()
    {
        await using var server = SmtpServer.Start();
        var page = ShowToOwner<MailPage>();
        page.Markup.Should().Contain("no mail server is configured").And.NotContain("Turn on sending");

        Field(page, "Server name").Input("localhost");
        Field(page, "Protection").Change("None");
        Field(page, "Port").Input($"{server.Port}");
        Field(page, "From address").Input("bills@northwind.example");
        Press(page, "Test connection");

        page.WaitForAssertion(() => page.Find("[role=status] .verdict").TextContent.Should().Be("The connection works."));
        page.FindAll("[role=status] li").Select(step => step.TextContent).Should().HaveCount(4);
        Press(page, "Turn on sending");
        page.WaitForAssertion(() => page.Markup.Should().Contain("Approved messages can be sent through localhost."));
        (await MailAsync()).On.Should().BeTrue();
    }

    [Fact]
    public async Task What_the_server_said_is_shown_as_text()
    {
        await using var server = SmtpServer.Start();
        server.At(SmtpStep.Greeting, SmtpFault.Say("554 <b>Not</b> today"));
        await Stage.Mail.EditAsync(TestSite.Owner, 0, Cast.Mail(server.Port), null);
        var page = ShowToOwner<MailPage>();

        Press(page, "Test connection");

        page.WaitForAssertion(() => page.Find(".verdict").TextContent.Should().Be("localhost refused. It said: 554 <b>Not</b> today"));
        Button(page, "Turn on sending").Should().BeNull();
    }

    [Fact]
    public void Reasons_stand_beside_their_fields_once_saved()
    {
        var page = ShowToOwner<MailPage>();
        Field(page, "Server name").Input("10.0.0.7");
        Field(page, "Port").Input("6379");
        Field(page, "From address").Input("nobody");
        Press(page, "Save settings");

        page.WaitForAssertion(() => ReasonAt(page, "Server name").Should().Contain("Enter the server's name alone"));
        ReasonAt(page, "Port").Should().Contain("587, 465, 2525 or 25");
        ReasonAt(page, "From address").Should().Contain("This is not an e-mail address.");

        Field(page, "Port").Input("587");
        ReasonAt(page, "Port").Should().NotContain("take messages at");
    }

    [Fact]
    public async Task A_saved_password_is_never_in_the_page_and_another_server_needs_it_again()
    {
        await Stage.Mail.EditAsync(TestSite.Owner, 0, new MailContent("smtp.provider.example", 587, MailSecurity.StartTls, "northwind", "bills@northwind.example", "", ""), "Correct-Horse-1");
        var page = ShowToOwner<MailPage>();
        page.Markup.Should().NotContain("Horse").And.Contain("One is saved and never shown.");
        Field(page, "Password").GetAttribute("value").Should().BeNullOrEmpty();

        Field(page, "Server name").Input("smtp.other.example");
        Press(page, "Save settings");

        page.WaitForAssertion(() => ReasonAt(page, "Password").Should().Contain("Enter the password again: the saved one was for smtp.provider.example."));
    }

    [Fact]
    public void The_port_follows_the_protection_until_another_one_is_typed()
    {
        var page = ShowToOwner<MailPage>();
        Field(page, "Protection").Change("Tls");
        Field(page, "Port").GetAttribute("value").Should().Be("465");
        Field(page, "Port").Input("2525");
        Field(page, "Protection").Change("StartTls");
        Field(page, "Port").GetAttribute("value").Should().Be("2525");
    }

    [Fact]
    public async Task Others_read_the_settings_and_the_reason()
    {
        await Stage.Mail.EditAsync(TestSite.Owner, 0, Cast.Mail(), null);
        var page = ShowTo<MailPage>(TestSite.Admin, SiteRole.Admin);

        page.Find("[role=note]").TextContent.Should().StartWith("Only owners change the mail settings.");
        page.FindAll("button").Should().BeEmpty();
        Field(page, "Server name").GetAttribute("value").Should().Be("localhost");
    }

    private Task<MailSettings> MailAsync() => Stage.ReadAsync(db => db.MailSettings.SingleAsync(mail => mail.SiteId == TestSite.SiteId));
}
