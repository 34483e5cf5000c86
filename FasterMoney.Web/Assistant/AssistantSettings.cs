using FasterMoney.Web.Data;

namespace FasterMoney.Web.Assistant;

/// <summary>Which server answers <em>Ask Faster AI</em>. Without one the built-in client answers, and nothing leaves this machine.</summary>
public sealed record AssistantSettings(Uri? Endpoint, string Model, string ApiKey)
{
    public const string EndpointKey = "Assistant:Endpoint";
    public const string ModelKey = "Assistant:Model";
    public const string ApiKeyKey = "Assistant:ApiKey";

    public static AssistantSettings BuiltIn { get; } = new(null, "", "");

    public bool IsBuiltIn => Endpoint is null;

    /// <summary>All three or none. A server on this machine may do without a key, and without encryption.</summary>
    public static AssistantSettings Read(IConfiguration configuration, List<string> errors)
    {
        UnknownSettings.Refuse(configuration.GetSection("Assistant"), errors, "Endpoint", "Model", "ApiKey");
        var (endpoint, model, key) = (Text(configuration, EndpointKey), Text(configuration, ModelKey), Text(configuration, ApiKeyKey));
        if (endpoint.Length + model.Length + key.Length == 0)
            return BuiltIn;

        Uri? address = null;
        if (endpoint.Length == 0)
            errors.Add($"{EndpointKey} is missing: {ModelKey} or {ApiKeyKey} is set. Set all three or none.");
        else if (!Uri.TryCreate(endpoint, UriKind.Absolute, out address) || address.Scheme is not ("https" or "http") || address.Host.Length == 0)
            errors.Add($"{EndpointKey} is not a web address. Use one such as https://api.openai.com/v1.");
        else if (address.UserInfo.Length + address.Query.Length + address.Fragment.Length > 0)
            errors.Add($"{EndpointKey} holds more than an address. Leave out user name, password, query and fragment; the key goes into {ApiKeyKey}.");
        else if (address.Scheme == "http" && !address.IsLoopback)
            errors.Add($"{EndpointKey} must start with https://: facts about your customers and the key travel to it.");

        if (model.Length == 0)
            errors.Add($"{ModelKey} is missing. Name the model that the server is to use.");
        if (key.Length == 0 && address is { IsLoopback: false })
            errors.Add($"{ApiKeyKey} is missing. Only a server on this machine may do without one.");
        else if (key.Any(character => character is < '!' or > '~'))
            errors.Add($"{ApiKeyKey} holds a space or another character that no key has.");
        return new AssistantSettings(address, model, key);
    }

    /// <summary>Without the key, so that no log or error shows it.</summary>
    public override string ToString() => IsBuiltIn ? "built in" : $"{Model} at {Endpoint!.Authority}";

    private static string Text(IConfiguration configuration, string key) => configuration[key]?.Trim() ?? "";
}
