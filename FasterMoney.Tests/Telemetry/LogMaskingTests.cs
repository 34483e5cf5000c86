using FasterMoney.Tests.Support;
using FasterMoney.Web.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FasterMoney.Tests.Telemetry;

public sealed class LogMaskingTests : IDisposable
{
    private const string Token = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-_9";

    private readonly CapturedLogs _logs = new();
    private readonly ServiceProvider _services;
    private readonly ILogger _logger;

    public LogMaskingTests()
    {
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(_logs).SetMinimumLevel(LogLevel.Trace))
            .AddLogMasking()
            .BuildServiceProvider();
        _logger = _services.GetRequiredService<ILogger<LogMaskingTests>>();
    }

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData("/pay/" + Token)]
    [InlineData("/pay/" + Token + "/invoice.pdf")]
    [InlineData("/pay/" + Token + "?preview=1")]
    [InlineData("/account/login?ReturnUrl=%2Fpay%2F" + Token)]
    [InlineData("/account/login?ReturnUrl=%252Fpay%252F" + Token)]
    [InlineData("\"" + Token + "\" and " + Token)]
    public void A_token_is_masked_wherever_it_stands(string text)
    {
        _logger.LogInformation("Opened {Address}", text);

        Line().Everything.Should().NotContain(Token).And.Contain(TokenMask.Replacement);
    }

    [Theory]
    [InlineData("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-_")]
    [InlineData("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-_99")]
    [InlineData("a plain sentence about an invoice and nothing else of note")]
    public void What_is_no_token_is_left_alone(string text)
    {
        _logger.LogInformation("Opened {Address}", text);

        Line().Values.Should().Contain(new KeyValuePair<string, object?>("Address", text));
        Line().Message.Should().Be($"Opened {text}");
    }

    [Fact]
    public void Values_keep_their_types_and_names()
    {
        _logger.LogInformation(new EventId(7), "Took {Milliseconds} for {Path}", 12, $"/pay/{Token}");

        var line = Line();
        line.Message.Should().Be("Took 12 for /pay/[token]");
        line.Values.Should().Contain(new KeyValuePair<string, object?>("Milliseconds", 12));
        line.Values.Should().Contain(new KeyValuePair<string, object?>("Path", "/pay/[token]"));
        line.Values.Should().Contain(new KeyValuePair<string, object?>("{OriginalFormat}", "Took {Milliseconds} for {Path}"));
    }

    [Fact]
    public void A_token_inside_an_object_or_a_list_is_masked()
    {
        _logger.LogInformation("Links {Links} of {Address}", new[] { "one", $"/pay/{Token}" }, new Uri($"https://pay.example/pay/{Token}"));

        Line().Everything.Should().NotContain(Token).And.Contain("one").And.Contain("https://pay.example/pay/[token]");
    }

    [Fact]
    public void A_token_in_the_template_itself_is_masked()
    {
#pragma warning disable CA2254 // The careless call is the point.
        _logger.LogInformation($"Opened {Token}");
#pragma warning restore CA2254

        Line().Everything.Should().NotContain(Token);
    }

    [Fact]
    public void An_exception_that_names_a_token_is_replaced_and_any_other_is_kept()
    {
        var harmless = new InvalidOperationException("nothing to see");
        _logger.LogError(new InvalidOperationException("outer", new FormatException($"no such link {Token}")), "Failed");
        _logger.LogError(harmless, "Failed");

        _logs.Lines.First().Everything.Should().NotContain(Token).And.Contain("no such link [token]").And.Contain("InvalidOperationException");
        _logs.Lines.Last().Exception.Should().BeSameAs(harmless);
    }

    [Fact]
    public void Scopes_are_masked_as_text_as_values_and_as_templates()
    {
        using (_logger.BeginScope($"request {Token}"))
        using (_logger.BeginScope("request {Path}", $"/pay/{Token}"))
        using (_logger.BeginScope(new Dictionary<string, object> { ["Path"] = $"/pay/{Token}" }))
        using (_logger.BeginScope(new Uri($"https://pay.example/pay/{Token}")))
            _logger.LogInformation("inside");

        Line().Everything.Should().NotContain(Token);
        Line().Scopes.Should().Contain("Path=/pay/[token]").And.Contain("request /pay/[token]");
    }

    [Theory]
    [InlineData("/pay/" + Token)]
    [InlineData("/pay/" + Token + "/invoice.pdf")]
    [InlineData("/nowhere?back=%2Fpay%2F" + Token)]
    public async Task The_whole_application_writes_no_token_at_any_level(string address)
    {
        await using var app = new FasterMoneyApp { Logs = _logs };
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Referrer = new Uri($"https://pay.example/pay/{Token}");
        await client.SendAsync(request);

        _logs.Lines.Should().Contain(line => line.Category.StartsWith("Microsoft.AspNetCore.Hosting"), "otherwise nothing was logged about the request");
        _logs.Lines.Where(line => line.Everything.Contains(Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_whole_application_writes_no_token_on_a_real_connection()
    {
        await using var app = new FasterMoneyApp { Logs = _logs };
        using var client = new HttpClient { BaseAddress = app.StartKestrel() };
        await client.GetAsync($"/pay/{Token}");

        _logs.Lines.Should().Contain(line => line.Everything.Contains("/pay/~"));
        _logs.Lines.Where(line => line.Everything.Contains(Token)).Should().BeEmpty();
    }

    private CapturedLine Line() => _logs.Lines.Should().ContainSingle().Which;
}
