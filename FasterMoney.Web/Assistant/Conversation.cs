using System.Runtime.CompilerServices;
using System.Text;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Assistant.Tools;
using Microsoft.Extensions.AI;

namespace FasterMoney.Web.Assistant;

/// <summary>One person's questions and their answers. One question at a time.</summary>
public sealed class Conversation
{
    private readonly List<ChatMessage> _history = [];
    private readonly ChatMessage _instructions;
    private readonly ToolSet _tools;
    private readonly AssistantLimits _limits;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Func<IReadOnlyList<string>, Task> _noteAsked;
    private readonly ToolInvoking _invoking;
    private readonly IChatClient _model;

    internal Conversation(
        IChatClient model, ChatMessage instructions, ToolSet tools, AssistantLimits limits, TimeProvider time, ILogger logger, Func<IReadOnlyList<string>, Task> noteAsked)
    {
        (_model, _instructions, _tools, _limits, _time, _logger, _noteAsked) = (model, instructions, tools, limits, time, logger, noteAsked);
        _invoking = new ToolInvoking(tools.Log, limits, logger);
    }

    /// <summary>Answers in pieces, the last of which says how it ended. Cancelling stops the answer; what came so far stays.</summary>
    public async IAsyncEnumerable<AnswerPart> AskAsync(string question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var text = OutgoingText.WithoutSecrets(question.Length > AssistantLimits.LongestQuestion ? question[..AssistantLimits.LongestQuestion] : question).Trim();
        _tools.Log.Clear();
        _invoking.Reset();
        _tools.Subject.Asked(text);
        _history.Add(new ChatMessage(ChatRole.User, text));
        Trim();

        var answer = new StringBuilder();
        var end = new AnswerEnd(AnswerOutcome.Stopped);
        try
        {
            var options = new ChatOptions { Tools = [.. _tools.Functions], MaxOutputTokens = _limits.OutputTokens, AllowMultipleToolCalls = true, ToolMode = ChatToolMode.Auto };
            var stream = new AnswerReading(WithTools(), [_instructions, .. _history], options, _limits, _time);
            await using (stream)
            {
                var arriving = new ArrivingText(_limits.Characters);
                ChatFinishReason? finish = null;
                while (true)
                {
                    var (update, problem) = await NextAsync(stream, cancellationToken);
                    foreach (var run in _tools.Log.TakeFresh())
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
            foreach (var run in _tools.Log.TakeFresh())
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

    private async Task<(ChatResponseUpdate? Update, AnswerEnd? Problem)> NextAsync(AnswerReading stream, CancellationToken cancellationToken)
    {
        try
        {
            return (await stream.NextAsync(cancellationToken), null);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return (null, new AnswerEnd(AnswerOutcome.Stopped, "Stopped."));
        }
        catch (Exception problem)
        {
            AnswerEnding.Log(_logger, problem);
            return (null, AnswerEnding.Of(problem));
        }
    }

    // Never disposed: that would end the model's client, which everybody shares.
    private FunctionInvokingChatClient WithTools() => new(_model)
    {
        MaximumIterationsPerRequest = _limits.Steps,
        MaximumConsecutiveErrorsPerRequest = _limits.Steps,
        FunctionInvoker = _invoking.RunAsync,
    };

    // The next question goes on from what was said. Tools are asked again then: figures may have moved.
    private void Remember(string answer, AnswerEnd end)
    {
        if (answer.Length == 0)
            _history.RemoveAt(_history.Count - 1);
        else
            _history.Add(new ChatMessage(ChatRole.Assistant, end.Outcome == AnswerOutcome.Complete ? answer : answer + " [cut off]"));
    }

    private void Trim()
    {
        while (_history.Count > 1 && _history.Sum(message => message.Text.Length) > _limits.History)
            _history.RemoveAt(0);
    }

    private async Task NoteAsync()
    {
        try
        {
            await _noteAsked([.. _tools.Log.All.Select(run => run.Sentence)]);
        }
        catch (Exception problem)
        {
            // The answer stands; a person who was just removed from the site has no activity here any more.
            AnswerEnding.Log(_logger, problem);
        }
    }
}
