using System.Text.Json;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Tools;
using Microsoft.Extensions.AI;

namespace FasterMoney.Web.Assistant;

/// <summary>Runs a tool that a model asked for. Whatever goes wrong becomes a sentence for the model, and the page never hears of it.</summary>
public sealed partial class ToolInvoking(ToolLog log, AssistantLimits limits, ILogger logger)
{
    private int _count;

    /// <summary>Starts counting anew, for another question.</summary>
    public void Reset() => _count = 0;

    public async ValueTask<object?> RunAsync(FunctionInvocationContext context, CancellationToken cancellationToken)
    {
        if (++_count > limits.Tools)
            return Refused("No more tools for this question. Answer with what you have.");
        if (context.CallContent.Exception is not null)
            return Refused("The arguments are not valid JSON. Nothing was done.");
        if (context.Function.Name is ToolNames.CreateMessageDraft or ToolNames.ProposeFollowUp && log.Writes >= limits.Writes)
            return Refused("Enough was written for one question. Tell the person what is there, and let them ask for more.");

        try
        {
            return await context.Function.InvokeAsync(context.Arguments, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception refusal) when (refusal is AccessDenied or NotFoundOnSite or ChangedByOthers or RuleViolation)
        {
            return Refused(refusal.Message);
        }
        catch (Exception problem) when (problem is ArgumentException or JsonException or FormatException)
        {
            return Refused("The arguments do not fit this tool. Nothing was done.");
        }
        catch (Exception problem)
        {
            ToolFailed(logger, problem, context.Function.Name);
            return Refused("This tool failed. Nothing was done.");
        }
    }

    private static JsonElement Refused(string sentence) => JsonSerializer.SerializeToElement(new Refusal(sentence), AIJsonUtilities.DefaultOptions);

    [LoggerMessage(LogLevel.Error, "The assistant's tool {Tool} failed.")]
    private static partial void ToolFailed(ILogger logger, Exception problem, string tool);
}
