using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class MailSettingsTests
{
    private static readonly MailContent Provider = new("smtp.provider.example", 587, MailSecurity.StartTls, "northwind", "bills@northwind.example", "Northwind", "");

    [Fact]
    public void A_provider_with_TLS_is_accepted_and_kept_tidily()
    {
        var content = Provider with { Host = "  SMTP.Provider.example ", User = " northwind ", FromAddress = " bills@northwind.example" };
        content.Check().IsAllowed.Should().BeTrue();
        content.Tidied().Should().Be(Provider);
        (Provider with { Host = "smtp.bücher.example" }).Tidied().Host.Should().Be("smtp.xn--bcher-kva.example");
    }

    [Theory]
    [InlineData("smtp.provider.example", false)]
    [InlineData("10.0.0.7", false)]
    [InlineData("localhost.provider.example", false)]
    [InlineData("127.0.0.1.provider.example", false)]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    public void Only_this_machine_may_do_without_TLS(string host, bool allowed) =>
        Reasons(Provider with { Host = host, Security = MailSecurity.None }, "Security").Should().HaveCount(allowed ? 0 : 1);

    [Theory]
    [InlineData("smtp.provider.example", 587, true)]
    [InlineData("smtp.provider.example", 465, true)]
    [InlineData("smtp.provider.example", 25, true)]
    [InlineData("smtp.provider.example", 2525, true)]
    [InlineData("smtp.provider.example", 6379, false)]
    [InlineData("smtp.provider.example", 0, false)]
    [InlineData("smtp.provider.example", 70000, false)]
    [InlineData("localhost", 6025, true)]
    [InlineData("localhost", -1, false)]
    public void Ports_are_those_of_mail_except_on_this_machine(string host, int port, bool allowed) =>
        Reasons(Provider with { Host = host, Port = port }, "Port").Should().HaveCount(allowed ? 0 : 1);

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.7")]
    [InlineData("169.254.169.254")]
    [InlineData("[::1]")]
    [InlineData("fe80::1")]
    [InlineData("http://smtp.provider.example")]
    [InlineData("smtp.provider.example:25")]
    [InlineData("smtp provider example")]
    [InlineData("smtp.provider.example\r\nRCPT TO:<x@y.example>")]
    [InlineData("user@smtp.provider.example")]
    [InlineData("-a.example")]
    public void A_host_is_a_name_alone(string host) => Reasons(Provider with { Host = host }, "Host").Should().NotBeEmpty();

    [Theory]
    [InlineData("\r\nBcc: thief@evil.example")]
    [InlineData("\nX: y")]
    [InlineData("\0")]
    [InlineData("\u2028")]
    [InlineData("\u0085")]
    public void No_field_takes_a_line_break_or_a_control_character(string smuggled)
    {
        Reasons(Provider with { FromName = "North" + smuggled + "wind" }, "FromName").Should().NotBeEmpty();
        Reasons(Provider with { User = "north" + smuggled + "wind" }, "User").Should().NotBeEmpty();
        Reasons(Provider with { FromAddress = "bills@northwind.example" + smuggled + "x" }, "FromAddress").Should().NotBeEmpty();
        Reasons(Provider with { ReplyTo = "bills@northwind.example" + smuggled + "x" }, "ReplyTo").Should().NotBeEmpty();
        Reasons(Provider with { Host = "smtp" + smuggled + "x.example" }, "Host").Should().NotBeEmpty();
        MailSettings.CheckPassword("secret" + smuggled + "x").IsAllowed.Should().BeFalse();
    }

    [Fact]
    public void Mail_is_off_until_tested_and_any_change_that_matters_turns_it_off_again()
    {
        MailContent[] changes =
        [
            Provider with { Port = 2525 }, Provider with { Security = MailSecurity.Tls }, Provider with { FromAddress = "money@northwind.example" }, Provider with { User = "other" },
        ];
        foreach (var change in changes)
        {
            var mail = Working();
            mail.Edit(change, null, Cast.Adam, Cast.Now);
            (mail.On, mail.TestedAt, mail.CanTurnOn().IsAllowed).Should().Be((false, null, false), "{0} was never tested", change);
        }

        var host = Working();
        host.Edit(Provider with { Host = "smtp.other.example" }, "new", Cast.Adam, Cast.Now);
        host.On.Should().BeFalse();
        var password = Working();
        password.Edit(Provider, "new", Cast.Adam, Cast.Now);
        password.On.Should().BeFalse();
        FluentActions.Invoking(() => password.Turn(on: true, Cast.Adam, Cast.Now)).Should().Throw<RuleViolation>();
    }

    [Fact]
    public void The_senders_name_and_the_reply_address_need_no_new_test()
    {
        var mail = Working();
        mail.Edit(Provider with { FromName = "Northwind Studio", ReplyTo = "adam@northwind.example" }, null, Cast.Adam, Cast.Now);
        (mail.On, mail.ProtectedPassword).Should().Be((true, "protected"));
    }

    [Fact]
    public void A_saved_password_goes_to_no_other_server()
    {
        var mail = Working();
        mail.CanEdit(Provider with { Host = "smtp.evil.example" }, hasNewPassword: false).Reasons.Should().ContainSingle().Which.Field.Should().Be("Password");
        mail.CanEdit(Provider with { Host = "smtp.evil.example" }, hasNewPassword: true).IsAllowed.Should().BeTrue();
        mail.CanEdit(Provider with { Host = "smtp.other.example", User = "" }, hasNewPassword: false).IsAllowed.Should().BeTrue();
        mail.Edit(Provider with { User = "" }, null, Cast.Adam, Cast.Now);
        mail.HasPassword.Should().BeFalse("without a user there is nothing to sign in with");
    }

    [Fact]
    public void Each_change_is_in_the_activity_without_the_password()
    {
        var mail = Working();
        mail.NewActivity.Select(ActivitySentence.For).Should().Equal(
            "Adam Admin changed the mail settings: smtp.provider.example, to be tested.",
            "Adam Admin changed the mail settings: smtp.provider.example tested.",
            "Adam Admin changed the mail settings: turned on.");
    }

    private static MailSettings Working()
    {
        var mail = new MailSettings(Guid.CreateVersion7());
        mail.Edit(Provider, "protected", Cast.Adam, Cast.Now);
        mail.NoteTested(Cast.Adam, Cast.Now);
        mail.Turn(on: true, Cast.Adam, Cast.Now);
        return mail;
    }

    private static IEnumerable<RuleReason> Reasons(MailContent content, string field) => content.Check().Reasons.Where(reason => reason.Field == field);
}
