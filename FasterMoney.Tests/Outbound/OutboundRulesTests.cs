using System.Net;
using System.Net.Sockets;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Mail;
using FasterMoney.Web.Outbound;
using FasterMoney.Web.Reachability;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Outbound;

/// <summary>An application that others reach asks nothing of its own machine or network for them.</summary>
public sealed class OutboundRulesTests
{
    private static readonly OutboundRules Reached = new(allowsOwnNetwork: false);

    [Theory]
    [InlineData("127.0.0.1"), InlineData("127.9.9.9"), InlineData("0.0.0.0"), InlineData("10.1.2.3"), InlineData("100.64.0.1"), InlineData("100.127.255.255")]
    [InlineData("169.254.169.254"), InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.168.1.1"), InlineData("192.0.0.8"), InlineData("198.18.0.1")]
    [InlineData("224.0.0.1"), InlineData("255.255.255.255"), InlineData("::1"), InlineData("::"), InlineData("fe80::1"), InlineData("fc00::1"), InlineData("fd12:3456::1")]
    [InlineData("ff02::1"), InlineData("fec0::1"), InlineData("::ffff:127.0.0.1"), InlineData("::ffff:10.0.0.1"), InlineData("::127.0.0.1"), InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b::7f00:1"), InlineData("2002:7f00:1::1"), InlineData("2002:0a00:0001::1"), InlineData("2001:0:7f00:1::"), InlineData("2001:db8::1"), InlineData("100::1")]
    public void This_machine_and_private_networks_are_told_in_every_spelling(string address) => OutboundRules.IsPublic(IPAddress.Parse(address)).Should().BeFalse();

    [Theory]
    [InlineData("1.1.1.1"), InlineData("8.8.8.8"), InlineData("172.15.255.255"), InlineData("172.32.0.1"), InlineData("100.63.255.255"), InlineData("100.128.0.1"), InlineData("192.167.1.1")]
    [InlineData("2606:4700:4700::1111"), InlineData("2a00:1450:4001::1"), InlineData("::ffff:8.8.8.8"), InlineData("64:ff9b::808:808"), InlineData("2002:808:808::1"), InlineData("2001:4860:4860::8888")]
    public void Everybody_elses_addresses_are_public(string address) => OutboundRules.IsPublic(IPAddress.Parse(address)).Should().BeTrue();

    [Theory]
    [InlineData("localhost"), InlineData("127.0.0.1"), InlineData("[::1]"), InlineData("0.0.0.0"), InlineData("127.1"), InlineData("2130706433"), InlineData("0x7f.0.0.1")]
    public async Task Nothing_is_connected_to_under_any_name_of_this_machine(string host)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await FluentActions.Awaiting(() => Reached.ConnectAsync(host, port, default)).Should().ThrowAsync<TargetRefused>();
        listener.Pending().Should().BeFalse();
    }

    public static TheoryData<string, Action<IServiceCollection>> Askers => new()
    {
        { "mail", services => services.AddMail() },
        { "the route check", RouteCheck.AddTo },
        { "the assistant", services => services.AddAssistant(new AssistantSettings(null, "", "")) },
    };

    [Theory, MemberData(nameof(Askers))]
    public async Task Where_nobody_has_set_the_rules_this_machine_is_not_asked(string who, Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        await using var provided = services.BuildServiceProvider();

        await FluentActions.Awaiting(() => provided.GetRequiredService<OutboundRules>().ResolveAsync("127.0.0.1", default)).Should().ThrowAsync<TargetRefused>(who);
    }

    [Fact]
    public async Task Of_several_addresses_the_first_that_answers_is_taken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        using var socket = await OutboundRules.ConnectAsync([IPAddress.IPv6Loopback, IPAddress.Parse("127.0.0.2"), IPAddress.Loopback], port, default);

        socket.Connected.Should().BeTrue();
    }

    [Fact]
    public async Task The_route_check_says_that_it_does_not_ask_there()
    {
        await using var app = new FasterMoneyApp { Doubles = services => services.AddSingleton(Reached) };
        var address = app.StartKestrel();
        var site = await app.OpenBusinessAsync();
        var owner = new Caller(await app.AddPersonAsync("olivia@people.example", site), site);
        await app.Services.GetRequiredService<SiteCommands>().ConfigurePortalAsync(owner, 1, address.GetLeftPart(UriPartial.Authority), "pay");

        var finding = await app.Services.GetRequiredService<RouteCheck>().CheckAsync(owner);

        finding.Outcome.Should().Be(RouteOutcome.NotAsked);
        finding.Sentence.Should().Contain("private network");
    }

    [Fact]
    public async Task A_mail_server_there_is_not_asked()
    {
        await using var server = SmtpServer.Start();
        var test = new MailTest(new SmtpLines(TimeProvider.System, new MailTrust(), Reached), TimeProvider.System);

        var report = await test.RunAsync(new MailAccount(Cast.Mail(server.Port), ""), default);

        report.Steps.Should().BeEmpty();
        report.Failure.Should().Contain("private network");
    }

    [Fact]
    public async Task A_model_there_is_not_asked()
    {
        await using var server = await ModelServer.StartAsync();
        var client = AnsweringModel.Of(new AssistantSettings(server.Address, "scripted", "key-1"), new AssistantLimits(), Reached).Client;

        var ask = () => client.GetResponseAsync("Hello");

        AnswerEnding.Of((await ask.Should().ThrowAsync<Exception>()).Which).Sentence.Should().Contain("private network");
    }
}
