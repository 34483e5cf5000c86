using Microsoft.AspNetCore.Routing.Patterns;

namespace FasterMoney.Web.Telemetry;

/// <summary>Which parts of a path are words of the application, and which could be somebody's secret. Learned from the endpoints themselves.</summary>
public sealed class AddressBook
{
    private static readonly string[] Codes = ["code", "token"];

    private readonly HashSet<string> _firstWords;
    private readonly HashSet<string> _wordsOfPortal;
    private readonly IReadOnlyList<string[]> _codesFollow;

    public AddressBook(IEnumerable<RoutePattern> patterns)
    {
        var all = patterns.Select(pattern => pattern.PathSegments).ToList();
        _firstWords = new(all.Where(parts => parts.Count > 0).Select(parts => WordOf(parts[0])).OfType<string>(), StringComparer.OrdinalIgnoreCase) { "" };
        var ofPortal = all.Where(parts => parts.Count > 1 && WordOf(parts[0]) is null);
        _wordsOfPortal = new(ofPortal.SelectMany(parts => parts).Select(WordOf).OfType<string>(), StringComparer.OrdinalIgnoreCase);
        _codesFollow = [.. all.Select(WordsBeforeCode).OfType<string[]>().DistinctBy(words => string.Join('/', words), StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The places, counted from the first part, that hold no word of the application; empty when all may be known.</summary>
    public IEnumerable<int> Secrets(string[] parts)
    {
        if (!IsWorkspace(parts))
            return Enumerable.Range(1, parts.Length - 1).Where(at => parts[at].Length > 0 && !_wordsOfPortal.Contains(parts[at]));

        var before = _codesFollow.FirstOrDefault(words => parts.Length > words.Length && words.Zip(parts).All(pair => string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase)));
        return before is null ? [] : Enumerable.Range(before.Length, parts.Length - before.Length).Where(at => parts[at].Length > 0);
    }

    /// <summary>Whether the query of a path could hold a code.</summary>
    public bool HidesQuery(string[] parts) => !IsWorkspace(parts)
        || string.Equals(parts[0], "account", StringComparison.OrdinalIgnoreCase) || string.Equals(parts[0], "setup", StringComparison.OrdinalIgnoreCase);

    private bool IsWorkspace(string[] parts) => _firstWords.Contains(parts[0]) && !(parts[0].Length == 0 && parts.Length > 1);

    private static string[]? WordsBeforeCode(IReadOnlyList<RoutePatternPathSegment> parts)
    {
        var words = parts.TakeWhile(part => WordOf(part) is not null).Select(part => WordOf(part)!).ToArray();
        return words.Length > 0 && parts.Skip(words.Length).Any(part => part.Parts is [RoutePatternParameterPart parameter] && Codes.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
            ? words
            : null;
    }

    private static string? WordOf(RoutePatternPathSegment segment) => segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : null;
}
