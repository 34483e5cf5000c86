using FasterMoney.Domain.Messages;
using FasterMoney.Tests.Support;
using Xunit.Abstractions;

namespace FasterMoney.Tests.Messages.Corpus;

/// <summary>
/// How well the check does over many texts: leaks in every disguise, and letters as businesses write them. A part of the letters,
/// below <c>== held out</c>, was written before the check read names, amounts and dates, and is never tuned for.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const string Folder = "FasterMoney.Tests/Messages/Corpus";

    private static readonly string[] Languages = ["en", "de", "fr", "es"];

    [Fact]
    public void Every_leak_blocks_and_clean_letters_pass()
    {
        var leaks = Leaks().ToList();
        var missed = leaks.Where(leak => !Blocks(leak)).ToList();
        var clean = Clean().ToList();
        var alarms = clean.Select(letter => (letter.Text, Findings: CorpusWorld.Find(letter.Language, letter.Text))).Where(read => read.Findings.Count > 0).ToList();
        var heldOut = clean.Where(letter => letter.IsHeldOut).ToList();

        var caught = leaks.Count - missed.Count;
        output.WriteLine($"{leaks.Count} leaks, {clean.Count} clean letters, {heldOut.Count} of them held out.");
        output.WriteLine($"Recall of blocking findings {(double)caught / leaks.Count:P2}, precision {(double)caught / (caught + alarms.Count):P2}, clean letters without any finding {1 - ((double)alarms.Count / clean.Count):P2}.");
        output.WriteLine($"Held out: {heldOut.Count(letter => CorpusWorld.Find(letter.Language, letter.Text).Count == 0)} of {heldOut.Count} without any finding.");
        missed.ForEach(leak => output.WriteLine($"MISSED {leak.Code} {leak.Text}\n   {string.Join("; ", CorpusWorld.Find(leak.Language, leak.Text))}"));
        alarms.ForEach(alarm => output.WriteLine($"ALARM {alarm.Text}\n   {string.Join("; ", alarm.Findings)}"));

        (leaks.Count, clean.Count).Should().Match<(int Leaks, int Clean)>(read => read.Leaks >= 120 && read.Clean >= 300);
        missed.Should().BeEmpty();
        (alarms.Count * 100).Should().BeLessThanOrEqualTo(clean.Count);
    }

    private static bool Blocks((string Language, FindingCode Code, string Text) leak) =>
        CorpusWorld.Find(leak.Language, leak.Text).Any(finding => finding.Code == leak.Code && finding.IsBlocking);

    private static IEnumerable<(string Language, FindingCode Code, string Text)> Leaks()
    {
        foreach (var line in Lines("leaks.txt").Where(line => line.Contains('|')))
        {
            var (head, text) = (line[..line.IndexOf('|')].Trim().Split(' '), line[(line.IndexOf('|') + 1)..].Trim());
            var language = head.Length == 3 ? head[0] : "en";
            var parts = text.Split('⟦', '⟧');
            var hidden = parts.Select((part, index) => index % 2 == 1 ? Disguises.Of(head[^1], CorpusWorld.Filled(part)) : CorpusWorld.Filled(part));
            yield return (language, Enum.Parse<FindingCode>(head[^2]), string.Concat(hidden));
        }
    }

    private static IEnumerable<(string Language, string Text, bool IsHeldOut)> Clean()
    {
        foreach (var language in Languages.Append("short"))
        {
            var isHeldOut = false;
            foreach (var block in string.Join('\n', Lines($"clean.{language}.txt")).Split("\n--\n"))
            {
                isHeldOut |= block.StartsWith("== held out", StringComparison.Ordinal);
                yield return (language, CorpusWorld.Filled(block.Replace("== held out\n", "", StringComparison.Ordinal).Trim()), isHeldOut);
            }
        }
    }

    private static string[] Lines(string file) => SourceFiles.Text($"{Folder}/{file}").TrimEnd().Split('\n');
}
