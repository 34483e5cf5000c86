using System.Reflection;
using System.Text.RegularExpressions;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Rules;

/// <summary>What <c>.editorconfig</c> cannot say about the one hand that all files are written in.</summary>
public sealed partial class StyleRules
{
    [Fact]
    public void A_cancellation_token_is_called_cancellationToken()
    {
        var tokens = new[] { typeof(RuleCheck).Assembly, typeof(Program).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            // An override bears the names of what it overrides.
            .Where(method => method.GetBaseDefinition() == method && method.DeclaringType!.BaseType != typeof(MulticastDelegate))
            .SelectMany(method => method.GetParameters()).Where(parameter => parameter.ParameterType == typeof(CancellationToken)).ToList();
        tokens.Should().HaveCountGreaterThan(100);
        tokens.Where(token => token.Name is not ("cancellationToken" or "_")).Select(token => $"{token.Member.DeclaringType!.FullName}.{token.Member.Name}: {token.Name}").Should().BeEmpty();
    }

    [Fact]
    public void Braces_stand_only_where_a_body_has_several_lines() => SourceFiles.Domain.Concat(SourceFiles.Web)
        .Where(file => !file.Path.EndsWith(".js", StringComparison.Ordinal))
        .SelectMany(file => NeedlessBraces().Matches(file.Text).Select(match => $"{file.Path}: {match.Groups["head"].Value.Trim()}"))
        .Should().BeEmpty();

    // One statement on one line, under one line of condition, in no chain of else. Declarations and statements with bodies of their own keep braces.
    [GeneratedRegex(@"(?<!\belse\s*)\n(?<indent> *)(?<head>(?:if|for|foreach|while) \([^\n]*\))\n\k<indent>\{\n *(?!(?:if|for|foreach|while|using|await using|await foreach|try|switch|var|@?<|//)\b|[\w<>?\[\]]+ \w+ = |<|//)[^\n]*;\n\k<indent>\}\n(?!\k<indent>else\b)")]
    private static partial Regex NeedlessBraces();
}
