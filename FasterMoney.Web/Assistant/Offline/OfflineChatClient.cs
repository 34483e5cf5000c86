using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace FasterMoney.Web.Assistant.Offline;

/// <summary>
/// Answers without any server. Deterministic: it reads the question by patterns, asks for the same tools as every model, and words
/// what they answer. What it does not understand it says.
/// </summary>
public sealed class OfflineChatClient : IChatClient
{
    private const int WordsAtOnce = 4;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var turn = OfflineTurn.Of([.. messages]);
        switch (OfflinePlan.Next(turn))
        {
            case OfflineStep.UseTool call:
                yield return new ChatResponseUpdate(ChatRole.Assistant, [new FunctionCallContent($"call-{turn.Calls + 1}", call.Tool, call.Arguments)])
                {
                    FinishReason = ChatFinishReason.ToolCalls,
                };
                break;
            case OfflineStep.Say say:
                foreach (var piece in Pieces(say.Text))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await Task.Yield();
                    yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
                }

                yield return new ChatResponseUpdate(ChatRole.Assistant, "") { FinishReason = ChatFinishReason.Stop };
                break;
            default:
                throw new InvalidOperationException("There is no other step.");
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var words = text.Split(' ');
        for (var at = 0; at < words.Length; at += WordsAtOnce)
            yield return string.Join(' ', words.Skip(at).Take(WordsAtOnce)) + (at + WordsAtOnce < words.Length ? " " : "");
    }
}
