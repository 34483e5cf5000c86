using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant;
using FasterMoney.Web.Assistant.Offline;
using FasterMoney.Web.Assistant.Tools;
using FasterMoney.Web.Commands;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FasterMoney.Tests.Support;

/// <summary>Conversations with the assistant over a stage, through the real tools.</summary>
public static class AssistantStage
{
    /// <summary>With the built-in assistant, unless another model is given.</summary>
    public static Task<Conversation> TalkAsync(this Stage stage, Caller caller, Guid? invoiceId = null, IChatClient? model = null, AssistantLimits? limits = null) =>
        stage.Talks(model, limits).StartAsync(caller, invoiceId);

    public static Conversations Talks(this Stage stage, IChatClient? model, AssistantLimits? limits = null)
    {
        var tools = Made<ToolBox>(stage.Services);
        var answering = new AnsweringModel(model ?? new OfflineChatClient(), model is null ? "Built-in assistant, works offline" : "Tested", model is null);
        return new Conversations(
            stage.Services.GetRequiredService<SiteAccess>(), tools, answering, limits ?? new AssistantLimits(), stage.Services.GetRequiredService<AssistantCommands>(),
            TimeProvider.System, NullLogger<Conversation>.Instance);
    }

    /// <summary>Asks the built-in assistant one thing.</summary>
    public static async Task<Heard> AskAsync(this Stage stage, Caller caller, string question, Guid? invoiceId = null) =>
        await (await stage.TalkAsync(caller, invoiceId)).HearAsync(question);

    public static async Task<Heard> HearAsync(this Conversation conversation, string question, CancellationToken cancellationToken = default)
    {
        var parts = new List<AnswerPart>();
        await foreach (var part in conversation.AskAsync(question, cancellationToken))
            parts.Add(part);
        return new Heard(parts);
    }

    // With what it needs made in the same way, so that a tool of tomorrow needs no line here.
    private static T Made<T>(IServiceProvider services) => (T)Made(services, typeof(T));

    private static object Made(IServiceProvider services, Type type) => services.GetService(type)
        ?? Activator.CreateInstance(type, [.. type.GetConstructors().Single().GetParameters().Select(parameter => Made(services, parameter.ParameterType))])!;
}

/// <summary>A whole answer, as the person gets it.</summary>
public sealed record Heard(IReadOnlyList<AnswerPart> Parts)
{
    public string Text { get; } = string.Concat(Parts.OfType<AnswerText>().Select(part => part.Text));

    public IReadOnlyList<ToolRun> Runs { get; } = [.. Parts.OfType<AnswerTool>().Select(part => part.Run)];

    public AnswerEnd End { get; } = (AnswerEnd)Parts[^1];
}
