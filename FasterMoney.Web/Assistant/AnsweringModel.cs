using System.ClientModel;
using System.ClientModel.Primitives;
using FasterMoney.Web.Assistant.Offline;
using FasterMoney.Web.Outbound;
using Microsoft.Extensions.AI;
using OpenAI;

namespace FasterMoney.Web.Assistant;

/// <summary>Who answers, as the panel names it.</summary>
public sealed record AnsweringModel(IChatClient Client, string Name, bool IsBuiltIn)
{
    /// <summary>The built-in client, or the server of the settings.</summary>
    public static AnsweringModel Of(AssistantSettings settings, AssistantLimits limits, OutboundRules outbound) => settings.Endpoint is not { } endpoint
        ? new AnsweringModel(new OfflineChatClient(), "Built-in assistant, works offline", IsBuiltIn: true)
        : new AnsweringModel(At(endpoint, settings, limits, outbound), $"{settings.Model} at {endpoint.Authority}", IsBuiltIn: false);

    private static IChatClient At(Uri endpoint, AssistantSettings settings, AssistantLimits limits, OutboundRules outbound)
    {
        // Facts and key go to the configured server and nowhere else: no redirect is followed. Nothing here logs them either.
        var handler = outbound.NewHandler();
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(http),
            // The person tries again, who sees what happened; a second try unseen would double the wait.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = limits.Whole,
        };
        var key = new ApiKeyCredential(settings.ApiKey.Length > 0 ? settings.ApiKey : "none");
        return new OpenAI.Chat.ChatClient(settings.Model, key, options).AsIChatClient();
    }
}
