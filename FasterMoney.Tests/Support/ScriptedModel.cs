using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace FasterMoney.Tests.Support;

/// <summary>A model that does what a test tells it, step by step: call tools, say something, or fail. It notes what it was sent.</summary>
public sealed class ScriptedModel(params Func<IReadOnlyList<ChatMessage>, object>[] steps) : IChatClient
{
    private int _step;

    /// <summary>What came to the model with each step.</summary>
    public List<IReadOnlyList<ChatMessage>> Sent { get; } = [];

    /// <summary>Every answer that a tool gave, as the model read it.</summary>
    public IEnumerable<string> Results => Sent.Count == 0 ? [] : Sent[^1].SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => $"{result.Result}");

    /// <summary>Asks for a tool.</summary>
    public static FunctionCallContent Call(string tool, params (string Name, object? Value)[] arguments) =>
        new($"call-{Guid.NewGuid():n}"[..12], tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sent = messages.ToList();
        Sent.Add(sent);
        await Task.Yield();
        var next = _step < steps.Length ? steps[_step++](sent) : "Done.";
        switch (next)
        {
            case FunctionCallContent call:
                yield return new ChatResponseUpdate(ChatRole.Assistant, [call]) { FinishReason = ChatFinishReason.ToolCalls };
                break;
            case IEnumerable<FunctionCallContent> calls:
                yield return new ChatResponseUpdate(ChatRole.Assistant, [.. calls]) { FinishReason = ChatFinishReason.ToolCalls };
                break;
            case Task waits:
                await waits.WaitAsync(cancellationToken);
                break;
            case Exception problem:
                throw problem;
            default:
                yield return new ChatResponseUpdate(ChatRole.Assistant, $"{next}");
                yield return new ChatResponseUpdate(ChatRole.Assistant, "") { FinishReason = ChatFinishReason.Stop };
                break;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
