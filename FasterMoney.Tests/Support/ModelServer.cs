using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FasterMoney.Tests.Support;

/// <summary>
/// A server that speaks the OpenAI chat completions protocol with streaming and tool calls, on a real port, and answers what a test
/// tells it, one request after another. It keeps every request's body and key.
/// </summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private readonly ConcurrentQueue<string> _bodies = new();
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _closing = new();

    private ModelServer(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyCollection<string> Bodies => _bodies;

    public string? Key { get; private set; }

    /// <summary>Completes when a request hangs.</summary>
    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is answered when the script has come to its end.</summary>
    public Func<HttpContext, Task> Otherwise { get; set; } = Say("Done.");

    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ModelServer(app);
        app.MapPost("/v1/chat/completions", server.AnswerAsync);
        await app.StartAsync();
        server.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");
        return server;
    }

    public ModelServer Then(Func<HttpContext, Task> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>Says a text in pieces.</summary>
    public static Func<HttpContext, Task> Say(params string[] pieces) => async http =>
    {
        foreach (var piece in pieces)
            await SendAsync(http, new { role = "assistant", content = piece }, null);
        await SendAsync(http, new { }, "stop");
        await EndAsync(http);
    };

    /// <summary>Asks for a tool, its arguments in two pieces as real servers do.</summary>
    public static Func<HttpContext, Task> Call(string tool, string arguments) => async http =>
    {
        var half = arguments.Length / 2;
        await SendAsync(http, new { role = "assistant", content = (string?)null, tool_calls = new[] { new { index = 0, id = "call_1", type = "function", function = new { name = tool, arguments = arguments[..half] } } } }, null);
        await SendAsync(http, new { tool_calls = new[] { new { index = 0, function = new { arguments = arguments[half..] } } } }, null);
        await SendAsync(http, new { }, "tool_calls");
        await EndAsync(http);
    };

    /// <summary>Fails with a status and a text that repeats the key, as some servers do.</summary>
    public static Func<HttpContext, Task> Fail(int status) => http =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync($"{{\"error\":{{\"message\":\"Refused {http.Request.Headers.Authorization}\"}}}}");
    };

    /// <summary>Says a piece and goes away: the connection is cut, or the stream ends without a word.</summary>
    public static Func<HttpContext, Task> GoAway(string piece, bool cut) => async http =>
    {
        await SendAsync(http, new { role = "assistant", content = piece }, null);
        if (cut)
            http.Abort();
    };

    /// <summary>Sends what is no answer at all.</summary>
    public static Func<HttpContext, Task> Rubbish(string body) => async http =>
    {
        http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync(body);
    };

    /// <summary>Says a piece, if any, and then nothing more until the server is closed or the client leaves.</summary>
    public Func<HttpContext, Task> Hang(string piece = "") => async http =>
    {
        if (piece.Length > 0)
            await SendAsync(http, new { role = "assistant", content = piece }, null);
        Hanging.TrySetResult();
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var left = http.RequestAborted.Register(() => gone.TrySetResult());
        await using var closed = _closing.Token.Register(() => gone.TrySetResult());
        await gone.Task;
    };

    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested)
            return;
        await _closing.CancelAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        _bodies.Enqueue(await reader.ReadToEndAsync());
        Key = http.Request.Headers.Authorization;
        await (_answers.TryDequeue(out var answer) ? answer : Otherwise)(http);
    }

    private static async Task SendAsync(HttpContext http, object delta, string? finish)
    {
        if (!http.Response.HasStarted)
            http.Response.ContentType = "text/event-stream";
        var chunk = new { id = "chat-1", @object = "chat.completion.chunk", created = 1, model = "scripted", choices = new[] { new { index = 0, delta, finish_reason = finish } } };
        await http.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n");
        await http.Response.Body.FlushAsync();
    }

    private static Task EndAsync(HttpContext http) => http.Response.WriteAsync("data: [DONE]\n\n");
}
