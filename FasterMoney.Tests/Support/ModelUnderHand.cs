using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;

namespace FasterMoney.Tests.Support;

/// <summary>A model that says the next piece when a test says so.</summary>
public sealed class ModelUnderHand : IChatClient
{
    // One for each question, in order, whichever of the two comes to it first.
    private readonly ConcurrentDictionary<int, Channel<string>> _answers = new();
    private int _said;
    private int _asked;

    public void Say(string piece) => Answer(_said).Writer.TryWrite(piece);

    /// <summary>Ends the answer, well or with a problem; the next question gets an answer of its own.</summary>
    public void End(Exception? problem = null) => Answer(_said++).Writer.Complete(problem);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var piece in Answer(_asked++).Reader.ReadAllAsync(cancellationToken))
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
        yield return new ChatResponseUpdate(ChatRole.Assistant, "") { FinishReason = ChatFinishReason.Stop };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private Channel<string> Answer(int number) => _answers.GetOrAdd(number, _ => Channel.CreateUnbounded<string>());
}
