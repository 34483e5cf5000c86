using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using FasterMoney.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Telemetry;

/// <summary>What stands in an address as a secret is in no log, trace or exception at any level, whatever its shape: asked of the real server.</summary>
public sealed class AddressSecrecyTests
{
    private const string Secret = "SeCrEt-0123456789_abcdef";

    private static readonly string[] Targets =
    [
        $"/pay/{Secret}", $"/pay/{Secret}/", $"/PAY/{Secret}", $"/p%61y/{Secret}", $"//pay/{Secret}", $"/pay//{Secret}", $"/pay/x/{Secret}", $"/pay?{Secret}", $"/pay/?a={Secret}",
        $"/pay/abcdefghijklmnopqrstuvwxyzABCDEFGHIJ{Secret}", $"/pay/{Secret}%2Fmore", $"/pay/{Secret}é", $"/pay/{Secret}/invoice.pdf", $"/pay/{Secret}/logo.png?x={Secret}",
        $"/pay/x?preview={Secret}", $"/other-route/{Secret}", $"/pay/{Secret}/../../nowhere", $"/pay/a b{Secret}",
        $"/account/invite/{Secret}", $"/account/invite/{Secret}/more", $"/ACCOUNT/Invite/{Secret}", $"/setup?code={Secret}", $"/account/login?returnUrl=%2Faccount%2Finvite%2F{Secret}",
        $"/account/new-password/{Secret}", $"/account/login?returnUrl=%2Faccount%2Fnew-password%2F{Secret}", $"/account/reset?code={Secret}", $"/money?x=%2Faccount%2Freset%2F{Secret}", $"/pay/{Secret}\u0001", $"/pay/{Secret}\\x",
    ];

    [Fact]
    public async Task A_secret_in_an_address_is_written_nowhere()
    {
        var logs = new CapturedLogs();
        var traced = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => { Note(options.Tags?.Select(tag => $"{tag.Value}")); return ActivitySamplingResult.AllDataAndRecorded; },
            ActivityStopped = activity => Note(activity.TagObjects.Select(tag => $"{tag.Value}").Append(activity.DisplayName)),
        };
        ActivitySource.AddActivityListener(listener);
        await using var app = new FasterMoneyApp { Logs = logs };
        var address = app.StartKestrel();

        // Written by hand: clients tidy addresses up.
        foreach (var target in Targets)
        {
            foreach (var line in (string[])[$"GET {target} HTTP/1.1", $"POST {target} HTTP/1.1", $"GET http://{address.Authority}{target} HTTP/1.1", $"GET {target} HTTP/1.1 x", $"G<T {target} HTTP/1.1", $"GET {target}"])
                await SendAsync(address, line);
        }

        logs.Lines.Should().Contain(line => line.Category.StartsWith("Microsoft.AspNetCore.Hosting"));
        lock (traced)
            logs.Lines.Select(line => $"{line.Category}: {line.Everything}").Concat(traced).Where(line => line.Contains("crEt-0123456789", StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();

        void Note(IEnumerable<string>? values)
        {
            lock (traced)
                traced.AddRange(values ?? []);
        }
    }

    [Fact]
    public async Task An_exception_that_names_the_secret_of_its_request_is_written_without_it()
    {
        var logs = new CapturedLogs();
        await using var app = new FasterMoneyApp { Logs = logs, Doubles = services => services.AddSingleton<IStartupFilter>(new Failing()) };
        await SendAsync(app.StartKestrel(), $"GET /pay/{Secret} HTTP/1.1");

        logs.Lines.Should().Contain(line => line.Everything.Contains("no row for [token]"));
        logs.Lines.Where(line => line.Everything.Contains(Secret, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    private static async Task SendAsync(Uri address, string requestLine)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{requestLine}\r\nHost: {address.Authority}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        await reader.ReadToEndAsync();
    }

    private sealed class Failing : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app => app.Run(_ => throw new InvalidOperationException($"no row for {Secret}", new FormatException(Secret.ToLowerInvariant())));
    }
}
