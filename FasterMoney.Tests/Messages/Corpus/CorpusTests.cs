using System.Globalization;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Tests.Support;
using Xunit.Abstractions;

namespace FasterMoney.Tests.Messages.Corpus;

/// <summary>
/// How well the check does over many texts: leaks in every disguise, and letters as businesses write them. Letters below
/// <c>== held out</c> were written before the check read names, amounts and dates; the unseen ones after its rules were made,
/// to learn how it does on texts that no rule was made for.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const string Folder = "FasterMoney.Tests/Messages/Corpus";

    private static readonly string[] Languages = ["en", "de", "fr", "es"];

    [Fact]
    public void Every_leak_blocks_and_clean_letters_pass()
    {
        var leaks = Leaks("leaks.txt").ToList();
        var clean = Languages.Append("short").SelectMany(Clean).ToList();
        (leaks.Count, clean.Count).Should().Match<(int Leaks, int Clean)>(read => read.Leaks >= 120 && read.Clean >= 300);

        Measure("Corpus", leaks, clean, out var missed, out var alarms);
        Measure("Held out", [], [.. clean.Where(letter => letter.IsHeldOut)], out _, out _);

        missed.Should().Be(0);
        (alarms * 100).Should().BeLessThanOrEqualTo(clean.Count);
    }

    [Theory]
    [InlineData("unseen")]
    public void Texts_of_the_kinds_that_slipped_through_are_read_as_well(string half)
    {
        Measure(half, [.. Leaks($"{half}.leaks.txt")], [.. Named(half)], out var missed, out var alarms);

        missed.Should().Be(0);
        alarms.Should().Be(0);
    }

    private void Measure(string name, IReadOnlyList<Leak> leaks, IReadOnlyList<Letter> clean, out int missed, out int alarms)
    {
        var open = leaks.Where(leak => !CorpusWorld.Find(leak.Language, leak.Text).Any(leak.IsFoundBy)).ToList();
        var loud = clean.Select(letter => (letter.Text, Findings: CorpusWorld.Find(letter.Language, letter.Text))).Where(read => read.Findings.Count > 0).ToList();
        (missed, alarms) = (open.Count, loud.Count);
        var caught = leaks.Count - missed;
        output.WriteLine($"{name}: {leaks.Count} leaks, {clean.Count} clean letters. Recall {Share(caught, leaks.Count)}, precision {Share(caught, caught + alarms)}, "
            + $"clean letters without any finding {Share(clean.Count - alarms, clean.Count)}.");
        open.ForEach(leak => output.WriteLine($"  MISSED {leak.Code} {leak.Text}\n    {string.Join("; ", CorpusWorld.Find(leak.Language, leak.Text))}"));
        loud.ForEach(alarm => output.WriteLine($"  ALARM {alarm.Text}\n    {string.Join("; ", alarm.Findings)}"));
    }

    private static string Share(int part, int whole) => whole == 0 ? "-" : (100.0 * part / whole).ToString("F2", CultureInfo.InvariantCulture) + " %";

    private static IEnumerable<Leak> Leaks(string file)
    {
        foreach (var line in Lines(file).Where(line => line.Contains('|') && line[0] != '#'))
        {
            var (head, text) = (line[..line.IndexOf('|')].Trim().Split(' '), line[(line.IndexOf('|') + 1)..].Trim().Replace('⏎', '\n'));
            var parts = text.Split('⟦', '⟧');
            var hidden = parts.Select((part, index) => index % 2 == 1 ? Disguises.Of(head[^1], CorpusWorld.Filled(part)) : CorpusWorld.Filled(part));
            yield return new Leak(head.Length == 3 ? head[0] : "en", head[^2].TrimEnd('?'), !head[^2].EndsWith('?'), string.Concat(hidden));
        }
    }

    private static IEnumerable<Letter> Clean(string language)
    {
        var isHeldOut = false;
        foreach (var block in Blocks($"clean.{language}.txt"))
        {
            isHeldOut |= block.StartsWith("== held out", StringComparison.Ordinal);
            yield return new Letter(language, CorpusWorld.Filled(block.Replace("== held out\n", "", StringComparison.Ordinal)), isHeldOut);
        }
    }

    private static IEnumerable<string> Blocks(string file) => string.Join('\n', Lines(file)).Split("\n--\n").Select(block => block.Trim());

    private static string[] Lines(string file) => SourceFiles.Text($"{Folder}/{file}").TrimEnd().Split('\n');

    private static IEnumerable<Letter> Named(string half) =>
        Blocks($"{half}.clean.txt").Select(block => new Letter(block[..2], CorpusWorld.Filled(block[3..]), IsHeldOut: half != "work"));

    private sealed record Leak(string Language, string Code, bool MustBlock, string Text)
    {
        public bool IsFoundBy(Finding finding) => finding.Code.ToString() == Code && (finding.IsBlocking || !MustBlock);
    }

    private sealed record Letter(string Language, string Text, bool IsHeldOut);
}
