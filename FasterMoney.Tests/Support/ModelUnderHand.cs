using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;

namespace FasterMoney.Tests.Support;

/// <summary>A model that says the next piece when a test says so.</summary>
public sealed class ModelUnderHand : IChatClient
{
    private Channel<string> pieces = Channel.CreateUnbounded<string>();

    public void Say(string piece) => pieces.Writer.TryWrite(piece);

    /// <summary>Ends the answer, well or with a problem; the next question gets an answer of its own.</summary>
    public void End(Exception? problem = null)
    {
        var ended = pieces;
        pieces = Channel.CreateUnbounded<string>();
        ended.Writer.Complete(problem);
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var piece in pieces.Reader.ReadAllAsync(cancellationToken))
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
        yield return new ChatResponseUpdate(ChatRole.Assistant, "") { FinishReason = ChatFinishReason.Stop };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
