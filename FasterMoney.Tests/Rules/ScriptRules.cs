using System.Text.RegularExpressions;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Rules;

/// <summary>Scripts lie beside their components, and their addresses are written by hand.</summary>
public sealed class ScriptRules
{
    [Fact]
    public void Every_script_lies_where_a_page_asks_for_it()
    {
        var asked = SourceFiles.Web
            .SelectMany(file => Regex.Matches(file.Code, "\"\\.?/?([\\w/]+\\.razor\\.js)\"").Select(match => (Asking: file.Path, Script: $"FasterMoney.Web/{match.Groups[1].Value}")))
            .ToList();
        asked.Select(each => each.Script).Distinct().Should().HaveCountGreaterThan(6);
        asked.Where(each => !File.Exists(Path.Combine(SourceFiles.Root, each.Script))).Should().BeEmpty();
    }

    [Fact]
    public void Every_script_is_asked_for()
    {
        var scripts = SourceFiles.Web.Where(file => file.Path.EndsWith(".razor.js", StringComparison.Ordinal)).ToList();
        scripts.Where(script => !SourceFiles.Web.Any(file => file.Code.Contains(script.Path["FasterMoney.Web".Length..], StringComparison.Ordinal)
            || file.Code.Contains($"\"{script.Path["FasterMoney.Web/".Length..]}\"", StringComparison.Ordinal))).Select(script => script.Path).Should().BeEmpty();
    }
}
