using System.Security.Cryptography.X509Certificates;
using FasterMoney.Domain.Messages;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Mail;
using FasterMoney.Web.Outbound;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Mail;

/// <summary>The test of a connection, against a server on a real socket.</summary>
public sealed class MailTestTests
{
    private readonly FakeTimeProvider _clock = Stage.NewClock();

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task A_good_server_is_told_step_by_step(MailSecurity security)
    {
        await using var server = SmtpServer.Start(new SmtpScript { User = "northwind", ImplicitTls = security == MailSecurity.Tls });

        var report = await TestAsync(server, security, "northwind", server.Script.Password);

        report.Failure.Should().BeNull();
        report.Steps.Should().HaveCount(4).And.Contain(step => step.StartsWith("Protected with TLS 1.")).And.Contain("Signed in as northwind.");
        server.Commands.Should().Contain("EHLO northwind.example", "the name of this machine is nobody's business");
        server.Commands.Should().NotContain(line => line.StartsWith("MAIL")).And.EndWith("QUIT");
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task Either_way_of_signing_in_works(string mechanism)
    {
        await using var server = SmtpServer.Start(new SmtpScript { User = "northwind", AuthMechanisms = mechanism, Password = "Pässword 1" });

        (await TestAsync(server, MailSecurity.StartTls, "northwind", "Pässword 1")).IsGood.Should().BeTrue();
    }

    [Fact]
    public async Task A_wrong_password_is_told_with_the_servers_words_and_without_the_password()
    {
        await using var server = SmtpServer.Start(new SmtpScript { User = "northwind" });

        var report = await TestAsync(server, MailSecurity.StartTls, "northwind", "Wrong-Horse-1");

        report.Failure.Should().Be("localhost refused the user name or the password. It said: 535 5.7.8 Wrong user or password");
        report.Steps.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_server_that_nobody_trusts_never_sees_the_password()
    {
        await using var server = SmtpServer.Start(new SmtpScript { User = "northwind" });

        var report = await TestAsync(server, MailSecurity.StartTls, "northwind", server.Script.Password, trusted: false);

        report.Failure.Should().Be("The certificate of localhost was refused: no authority that this machine trusts has signed it. Nothing was sent.");
        server.Commands.Should().OnlyContain(line => line.StartsWith("EHLO") || line == "STARTTLS");
    }

    [Fact]
    public async Task A_certificate_for_another_name_and_one_that_is_over_are_told_apart()
    {
        await using var misnamed = SmtpServer.Start(new SmtpScript { CertificateName = "mail.other.example" });
        await using var expired = SmtpServer.Start(new SmtpScript { CertificateExpired = true, ImplicitTls = true });

        (await TestAsync(misnamed, MailSecurity.StartTls)).Failure.Should().Contain("it is not for localhost but for mail.other.example.");
        (await TestAsync(expired, MailSecurity.Tls)).Failure.Should().MatchRegex(@"it is valid from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d only");
    }

    [Fact]
    public async Task Without_STARTTLS_nothing_is_said_in_the_clear()
    {
        await using var server = SmtpServer.Start(new SmtpScript { OffersStartTls = false, User = "northwind" });

        var report = await TestAsync(server, MailSecurity.StartTls, "northwind", server.Script.Password);

        report.Failure.Should().Contain("does not offer STARTTLS, and nothing is sent without protection");
        server.Commands.Should().OnlyContain(line => line.StartsWith("EHLO"));
    }

    [Fact]
    public async Task TLS_on_a_port_that_speaks_in_the_clear_is_explained()
    {
        await using var server = SmtpServer.Start();

        (await TestAsync(server, MailSecurity.Tls)).Failure.Should().Contain("Port 465 usually goes with TLS, port 587 with STARTTLS.");
    }

    [Theory]
    [InlineData(SmtpStep.Greeting)]
    [InlineData(SmtpStep.Ehlo)]
    [InlineData(SmtpStep.StartTls)]
    [InlineData(SmtpStep.Handshake)]
    [InlineData(SmtpStep.Auth)]
    [InlineData(SmtpStep.Noop)]
    public async Task A_dropped_connection_is_told_wherever_it_drops(SmtpStep step)
    {
        await using var server = SmtpServer.Start(new SmtpScript { User = "northwind" });
        server.At(step, SmtpFault.Drop);

        (await TestAsync(server, MailSecurity.StartTls, "northwind", server.Script.Password)).Failure.Should().MatchRegex("broke off|does not speak TLS");
    }

    [Theory]
    [InlineData(SmtpStep.Greeting, 10)]
    [InlineData(SmtpStep.Handshake, 10)]
    [InlineData(SmtpStep.Auth, 10)]
    [InlineData(SmtpStep.Noop, 10)]
    public async Task Silence_ends_after_its_time(SmtpStep step, int seconds)
    {
        await using var server = SmtpServer.Start(new SmtpScript { User = "northwind" });
        server.At(step, SmtpFault.Silence);
        var testing = TestAsync(server, MailSecurity.StartTls, "northwind", server.Script.Password);
        await server.ReachedAsync(step);

        _clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        testing.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await testing).Failure.Should().Contain("did not answer in time");
    }

    [Theory]
    [InlineData(SmtpStep.Greeting, "554 5.3.2 Not today", "localhost refused. It said: 554 5.3.2 Not today")]
    [InlineData(SmtpStep.StartTls, "454 4.7.0 No TLS now", "localhost refused. It said: 454 4.7.0 No TLS now")]
    [InlineData(SmtpStep.Noop, "421-4.3.2 Going\r\n421 4.3.2 down", "localhost refused. It said: 421 4.3.2 Going 4.3.2 down")]
    [InlineData(SmtpStep.Greeting, "-ERR wrong number of arguments for SECRET", "broke off, or does not answer as a mail server does.")]
    [InlineData(SmtpStep.Greeting, "HTTP/1.1 200 SECRET", "broke off, or does not answer as a mail server does.")]
    public async Task Only_answers_of_the_protocol_are_repeated(SmtpStep step, string answer, string expected)
    {
        await using var server = SmtpServer.Start();
        server.At(step, SmtpFault.Say(answer));

        (await TestAsync(server, MailSecurity.StartTls)).Failure.Should().EndWith(expected).And.NotContain("SECRET");
    }

    [Fact]
    public async Task A_long_answer_with_control_characters_is_one_short_line()
    {
        await using var server = SmtpServer.Start();
        server.At(SmtpStep.Greeting, SmtpFault.Say("554 \u001b[31m<script>" + new string('x', 5000)));

        var failure = (await TestAsync(server, MailSecurity.StartTls)).Failure!;

        failure.Length.Should().BeLessThan(ServerText.Most + 60);
        failure.Should().Contain("<script>", "it is text, and shown as text").And.NotContain("\u001b");
    }

    [Fact]
    public async Task No_protection_is_for_this_machine_alone_whatever_the_rule_let_through()
    {
        await using var server = SmtpServer.Start();
        (await TestAsync(server, MailSecurity.None)).Steps.Should().Contain("Not protected: the server is on this machine.");

        var elsewhere = new MailAccount(Cast.Mail(host: "192.0.2.1"), "");
        (await Test(new MailTrust()).RunAsync(elsewhere, default)).Failure.Should().Be("192.0.2.1 is not this machine, so a connection without TLS was not opened.");
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    public async Task Addresses_where_no_mail_server_can_be_are_not_connected_to(string address)
    {
        var account = new MailAccount(Cast.Mail(host: address, security: MailSecurity.Tls), "");
        (await Test(new MailTrust()).RunAsync(account, default)).Failure.Should().Be($"{address} leads to an address where no mail server can be.");
    }

    [Fact]
    public async Task A_closed_port_is_told()
    {
        int port;
        await using (var server = SmtpServer.Start())
            port = server.Port;

        (await Test(new MailTrust()).RunAsync(new MailAccount(Cast.Mail(port), ""), default)).Failure.Should().Be($"localhost:{port} refuses the connection: nothing listens at this port.");
    }

    private Task<MailTestReport> TestAsync(SmtpServer server, MailSecurity security, string user = "", string password = "", bool trusted = true) =>
        Test(trusted ? new MailTrust(new X509Certificate2Collection(server.Certificate)) : new MailTrust())
            .RunAsync(new MailAccount(Cast.Mail(server.Port, security, user), password), default);

    private MailTest Test(MailTrust trust) => new(new SmtpLines(_clock, trust, new OutboundRules(allowsOwnNetwork: true)), _clock);
}
