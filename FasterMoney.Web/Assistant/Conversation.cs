using System.Runtime.CompilerServices;
using System.Text;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Assistant.Tools;
using Microsoft.Extensions.AI;

namespace FasterMoney.Web.Assistant;

/// <summary>One person's questions and their answers. One question at a time.</summary>
public sealed class Conversation
{
    private readonly List<ChatMessage> history = [];
    private readonly ChatMessage instructions;
    private readonly ToolSet tools;
    private readonly AssistantLimits limits;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly Func<IReadOnlyList<string>, Task> noteAsked;
    private readonly ToolInvoking invoking;
    private readonly IChatClient model;

    internal Conversation(
        IChatClient model, ChatMessage instructions, ToolSet tools, AssistantLimits limits, TimeProvider time, ILogger logger, Func<IReadOnlyList<string>, Task> noteAsked)
    {
        (this.model, this.instructions, this.tools, this.limits, this.time, this.logger, this.noteAsked) = (model, instructions, tools, limits, time, logger, noteAsked);
        invoking = new ToolInvoking(tools.Log, limits, logger);
    }

    /// <summary>Answers in pieces, the last of which says how it ended. Cancelling stops the answer; what came so far stays.</summary>
    public async IAsyncEnumerable<AnswerPart> AskAsync(string question, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var text = OutgoingText.WithoutSecrets(question.Length > AssistantLimits.LongestQuestion ? question[..AssistantLimits.LongestQuestion] : question).Trim();
        tools.Log.Clear();
        invoking.Reset();
        tools.Subject.Asked(text);
        history.Add(new ChatMessage(ChatRole.User, text));
        Trim();

        var answer = new StringBuilder();
        var end = new AnswerEnd(AnswerOutcome.Stopped);
        try
        {
            var options = new ChatOptions { Tools = [.. tools.Functions], MaxOutputTokens = limits.OutputTokens, AllowMultipleToolCalls = true, ToolMode = ChatToolMode.Auto };
            var stream = new AnswerReading(WithTools(), [instructions, .. history], options, limits, time);
            await using (stream)
            {
                var arriving = new ArrivingText(limits.Characters);
                ChatFinishReason? finish = null;
                while (true)
                {
                    var (update, problem) = await NextAsync(stream, stop);
                    foreach (var run in tools.Log.TakeFresh())
                        yield return new AnswerTool(run);
                    if (update is null || arriving.IsFull)
                    {
                        if (arriving.Rest() is { Length: > 0 } rest)
                        {
                            answer.Append(rest);
                            yield return new AnswerText(rest);
                        }

                        end = problem ?? AnswerEnding.Of(finish, arriving.IsFull, answer.Length > 0);
                        break;
                    }

                    finish = update.FinishReason ?? (update.Role == ChatRole.Tool ? null : finish);
                    if (arriving.Add(update.Text) is { Length: > 0 } piece)
                    {
                        answer.Append(piece);
                        yield return new AnswerText(piece);
                    }
                }
            }

            // A write that was under way when the answer was given up is shown as well.
            foreach (var run in tools.Log.TakeFresh())
                yield return new AnswerTool(run);
            if (end.Outcome == AnswerOutcome.CutOff && answer.Length == 0)
                end = end with { Outcome = AnswerOutcome.Failed };
            yield return end;
        }
        finally
        {
            Remember(answer.ToString(), end);
            await NoteAsync();
        }
    }

    private async Task<(ChatResponseUpdate? Update, AnswerEnd? Problem)> NextAsync(AnswerReading stream, CancellationToken stop)
    {
        try
        {
            return (await stream.NextAsync(stop), null);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return (null, new AnswerEnd(AnswerOutcome.Stopped, "Stopped."));
        }
        catch (Exception problem)
        {
            AnswerEnding.Log(logger, problem);
            return (null, AnswerEnding.Of(problem));
        }
    }

    // Never disposed: that would end the model's client, which everybody shares.
    private FunctionInvokingChatClient WithTools() => new(model)
    {
        MaximumIterationsPerRequest = limits.Steps,
        MaximumConsecutiveErrorsPerRequest = limits.Steps,
        FunctionInvoker = invoking.RunAsync,
    };

    // The next question goes on from what was said. Tools are asked again then: figures may have moved.
    private void Remember(string answer, AnswerEnd end)
    {
        if (answer.Length == 0)
            history.RemoveAt(history.Count - 1);
        else
            history.Add(new ChatMessage(ChatRole.Assistant, end.Outcome == AnswerOutcome.Complete ? answer : answer + " [cut off]"));
    }

    private void Trim()
    {
        while (history.Count > 1 && history.Sum(message => message.Text.Length) > limits.History)
            history.RemoveAt(0);
    }

    private async Task NoteAsync()
    {
        try
        {
            await noteAsked([.. tools.Log.All.Select(run => run.Sentence)]);
        }
        catch (Exception problem)
        {
            // The answer stands; a person who was just removed from the site has no activity here any more.
            AnswerEnding.Log(logger, problem);
        }
    }
}
