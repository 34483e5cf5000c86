using Microsoft.Extensions.AI;

namespace FasterMoney.Web.Assistant;

/// <summary>Reads a model's pieces one after another, and gives up on a model that is silent or does not end.</summary>
public sealed class AnswerReading : IAsyncDisposable
{
    // For a request that is being given up: long enough to let a write that has begun come to its end.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _abandon = new();
    private readonly IAsyncEnumerator<ChatResponseUpdate> _pieces;
    private readonly AssistantLimits _limits;
    private readonly TimeProvider _time;
    private readonly long _start;
    private Task<bool>? _moving;

    public AnswerReading(IChatClient client, IEnumerable<ChatMessage> messages, ChatOptions options, AssistantLimits limits, TimeProvider time)
    {
        (_limits, _time, _start) = (limits, time, time.GetTimestamp());
        _pieces = client.GetStreamingResponseAsync(messages, options, _abandon.Token).GetAsyncEnumerator(_abandon.Token);
    }

    /// <summary>The next piece, or null at the end.</summary>
    /// <exception cref="TimeoutException">The model was silent, or took too long in all.</exception>
    public async Task<ChatResponseUpdate?> NextAsync(CancellationToken cancellationToken)
    {
        var left = _limits.Whole - _time.GetElapsedTime(_start);
        if (left <= TimeSpan.Zero)
            throw new TimeoutException();
        // On the thread pool: whatever a client does before its first wait must not hold the page up.
        _moving = Task.Run(async () => await _pieces.MoveNextAsync(), CancellationToken.None);
        var found = await _moving.WaitAsync(left < _limits.Silence ? left : _limits.Silence, _time, cancellationToken);
        return found ? _pieces.Current : null;
    }

    /// <summary>Lets go of the model: ends its request, and waits a little for what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await _abandon.CancelAsync();
        try
        {
            if (_moving is not null)
                await _moving.WaitAsync(Grace);
            await _pieces.DisposeAsync();
        }
        catch (Exception)
        {
            // How a request ends that nobody waits for is of no interest; the answer has said what went wrong.
        }

        if (_moving is null or { IsCompleted: true })
            _abandon.Dispose();
    }
}
