using Microsoft.Extensions.AI;

namespace FasterMoney.Web.Assistant;

/// <summary>Reads a model's pieces one after another, and gives up on a model that is silent or does not end.</summary>
public sealed class AnswerReading : IAsyncDisposable
{
    // For a request that is being given up: long enough to let a write that has begun come to its end.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource abandon = new();
    private readonly IAsyncEnumerator<ChatResponseUpdate> pieces;
    private readonly AssistantLimits limits;
    private readonly TimeProvider time;
    private readonly long start;
    private Task<bool>? moving;

    public AnswerReading(IChatClient client, IEnumerable<ChatMessage> messages, ChatOptions options, AssistantLimits limits, TimeProvider time)
    {
        (this.limits, this.time, start) = (limits, time, time.GetTimestamp());
        pieces = client.GetStreamingResponseAsync(messages, options, abandon.Token).GetAsyncEnumerator(abandon.Token);
    }

    /// <summary>The next piece, or null at the end.</summary>
    /// <exception cref="TimeoutException">The model was silent, or took too long in all.</exception>
    public async Task<ChatResponseUpdate?> NextAsync(CancellationToken stop)
    {
        var left = limits.Whole - time.GetElapsedTime(start);
        if (left <= TimeSpan.Zero)
            throw new TimeoutException();
        // On the thread pool: whatever a client does before its first wait must not hold the page up.
        moving = Task.Run(async () => await pieces.MoveNextAsync(), CancellationToken.None);
        var found = await moving.WaitAsync(left < limits.Silence ? left : limits.Silence, time, stop);
        return found ? pieces.Current : null;
    }

    /// <summary>Lets go of the model: ends its request, and waits a little for what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await abandon.CancelAsync();
        try
        {
            if (moving is not null)
                await moving.WaitAsync(Grace);
            await pieces.DisposeAsync();
        }
        catch (Exception)
        {
            // How a request ends that nobody waits for is of no interest; the answer has said what went wrong.
        }

        if (moving is null or { IsCompleted: true })
            abandon.Dispose();
    }
}
