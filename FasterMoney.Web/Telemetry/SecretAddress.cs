namespace FasterMoney.Web.Telemetry;

/// <summary>
/// The address of a request that holds a secret. What the request itself says from then on has a placeholder in its place;
/// who has to know the secret asks here.
/// </summary>
public sealed class SecretAddress
{
    /// <summary>What stands in place of each hidden part of a path.</summary>
    public const string Placeholder = "~";

    // Shorter parts are no secret, and would tear holes into every text.
    private const int Shortest = 6;

    private static readonly AsyncLocal<SecretAddress?> Flowing = new();

    // Found out when something is logged, which is seldom.
    private readonly Lazy<string[]> _hidden;

    public SecretAddress(string path, IReadOnlyList<string> parts, IEnumerable<string> values)
    {
        (Path, Parts) = (path, parts);
        _hidden = new(() => [.. parts.Concat(values).Where(part => part.Length >= Shortest).SelectMany(Spellings).Distinct().OrderByDescending(part => part.Length)]);
    }

    /// <summary>The address of the request that this flow of work answers; null for most.</summary>
    public static SecretAddress? Current
    {
        get => Flowing.Value;
        internal set => Flowing.Value = value;
    }

    /// <summary>The path as it came, decoded.</summary>
    public string Path { get; }

    /// <summary>The hidden parts of the path, in order.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>The path that a request came with, hidden or not.</summary>
    public static PathString PathOf(HttpContext context) => context.Features.Get<SecretAddress>()?.Path ?? context.Request.Path;

    /// <summary>The text without anything that the address hides.</summary>
    public string Hide(string text)
    {
        foreach (var part in _hidden.Value)
            text = text.Replace(part, TokenMask.Replacement, StringComparison.OrdinalIgnoreCase);

        return text;
    }

    private static IEnumerable<string> Spellings(string part)
    {
        var encoded = Uri.EscapeDataString(part);
        return [part, Uri.UnescapeDataString(part), encoded, Uri.EscapeDataString(encoded)];
    }
}
