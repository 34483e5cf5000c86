using System.Text.RegularExpressions;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Rules;

/// <summary>What docs/security.md promises is shown by tests, and by tests that are there.</summary>
public sealed class SecurityTableRules
{
    [Fact]
    public void Each_promise_names_tests_that_are_there()
    {
        var rows = RowsOf(SourceFiles.Text("docs/security.md"));

        rows.Should().HaveCountGreaterThan(15);
        rows.SelectMany(WhatIsWrongWith).Should().BeEmpty();
    }

    [Theory]
    [InlineData("| Nothing leaves | by a rule | | |", "Nothing leaves: no test is named")]
    [InlineData("| Nothing leaves | by a rule | `SignInTests`, `VanishedTests` | |", "Nothing leaves: VanishedTests is not there")]
    [InlineData("| Nothing leaves | by a rule | `TemporaryFolder` | |", "Nothing leaves: TemporaryFolder has no test")]
    public void A_row_that_shows_nothing_is_found(string row, string wrong) =>
        RowsOf($"| promise | how | test | operator |\n| --- | --- | --- | --- |\n{row}\n").SelectMany(WhatIsWrongWith).Should().Equal(wrong);

    // Promise and tests: the first cell and the third.
    private static List<(string Promise, string[] Tests)> RowsOf(string document) =>
    [
        .. from line in document.Split('\n').SkipWhile(line => !line.StartsWith("| ---", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith('|'))
           let cells = line.Split('|').Select(cell => cell.Trim()).ToArray()
           select (cells[1], Regex.Matches(cells[3], "`([^`]+)`").Select(match => match.Groups[1].Value).ToArray()),
    ];

    private static IEnumerable<string> WhatIsWrongWith((string Promise, string[] Tests) row)
    {
        if (row.Tests.Length == 0)
            yield return $"{row.Promise}: no test is named";

        foreach (var name in row.Tests)
        {
            var named = typeof(SecurityTableRules).Assembly.GetTypes().Where(type => type.Name == name).ToList();
            if (named.Count == 0)
                yield return $"{row.Promise}: {name} is not there";
            else if (!named.Exists(type => type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute), inherit: true))))
                yield return $"{row.Promise}: {name} has no test";
        }
    }
}
