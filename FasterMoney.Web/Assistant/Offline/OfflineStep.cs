namespace FasterMoney.Web.Assistant.Offline;

/// <summary>What the built-in assistant does next.</summary>
public abstract record OfflineStep
{
    /// <summary>It asks for a tool.</summary>
    public sealed record UseTool(string Tool, Dictionary<string, object?> Arguments) : OfflineStep
    {
        public static UseTool Of(string tool, params (string Name, object? Value)[] arguments) =>
            new(tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));
    }

    /// <summary>It answers.</summary>
    public sealed record Say(string Text) : OfflineStep;
}
