using System.ClientModel;
using FasterMoney.Web.Outbound;
using Microsoft.Extensions.AI;

namespace FasterMoney.Web.Assistant;

/// <summary>How an answer ended, in words for the person. A server's own words are not shown or logged: they may repeat the key or the question.</summary>
public static partial class AnswerEnding
{
    public static AnswerEnd Of(ChatFinishReason? finish, bool isFull, bool hasText) => finish switch
    {
        _ when isFull => Cut("The answer was cut off here: it was too long."),
        _ when finish == ChatFinishReason.Length => Cut("The answer was cut off here: it was too long."),
        _ when finish == ChatFinishReason.ContentFilter => Cut("The assistant's server held the rest of the answer back."),
        _ when finish == ChatFinishReason.ToolCalls => Cut("The assistant kept looking things up and came to no answer."),
        _ when finish is null => Cut("The assistant's server went away in the middle of the answer."),
        _ when !hasText => new AnswerEnd(AnswerOutcome.Failed, "The assistant gave no answer."),
        _ => new AnswerEnd(AnswerOutcome.Complete),
    };

    public static AnswerEnd Of(Exception problem) => Cut(problem switch
    {
        _ when Refused(problem) => "The assistant's server is on this machine or in a private network, where this application does not ask. An operator can correct Assistant:Endpoint.",
        TimeoutException => "The assistant did not answer in time.",
        ClientResultException { Status: 401 or 403 } => "The assistant's server refused the key it was given. An operator can correct Assistant:ApiKey.",
        ClientResultException { Status: 404 } => "The assistant's server does not know the model or the address. An operator can correct Assistant:Model and Assistant:Endpoint.",
        ClientResultException { Status: 429 } => "The assistant's server is busy. Wait a moment.",
        ClientResultException { Status: >= 300 and < 400 } => "The assistant's server answered with a redirect, which is not followed.",
        ClientResultException { Status: > 0 } refused => $"The assistant's server failed with status {refused.Status}.",
        ClientResultException or HttpRequestException or IOException => "The connection to the assistant's server failed.",
        _ => "The assistant failed.",
    });

    public static void Log(ILogger logger, Exception problem) =>
        Ended(logger, problem.GetType().Name, (problem as ClientResultException)?.Status ?? 0);

    private static bool Refused(Exception? problem) => problem is not null && (problem is TargetRefused || Refused(problem.InnerException));

    private static AnswerEnd Cut(string sentence) => new(AnswerOutcome.CutOff, sentence);

    [LoggerMessage(LogLevel.Warning, "The assistant's answer ended early: {Problem}, status {Status}.")]
    private static partial void Ended(ILogger logger, string problem, int status);
}
