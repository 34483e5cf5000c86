using System.Globalization;
using FasterMoney.Domain.ContentChecks;
using Xunit.Abstractions;

namespace FasterMoney.Tests.Messages.Corpus;

/// <summary>
/// How well the check does over many texts: leaks in every disguise, and letters as businesses write them. Letters below
/// <c>== held out</c> were written before the check read names, amounts and dates; the unseen ones after its rules were made,
/// to learn how it does on texts that no rule was made for.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private static readonly string[] Languages = ["en", "de", "fr", "es"];

    [Fact]
    public void Every_leak_blocks_and_clean_letters_pass()
    {
        var leaks = CorpusFiles.Leaks("leaks.txt").ToList();
        var clean = Languages.Append("short").SelectMany(CorpusFiles.Clean).ToList();
        (leaks.Count, clean.Count).Should().Match<(int Leaks, int Clean)>(read => read.Leaks >= 120 && read.Clean >= 300);

        Measure("Corpus", leaks, clean, out var missed, out var alarms);
        Measure("Held out", [], [.. clean.Where(letter => letter.IsHeldOut)], out _, out _);

        missed.Should().Be(0);
        (alarms * 100).Should().BeLessThanOrEqualTo(clean.Count);
    }

    [Theory]
    [InlineData("unseen")]
    [InlineData("work")]
    public void Texts_of_the_kinds_that_slipped_through_are_read_as_well(string half)
    {
        Measure(half, [.. CorpusFiles.Leaks($"{half}.leaks.txt")], [.. CorpusFiles.Named(half)], out var missed, out var alarms);

        missed.Should().Be(0);
        alarms.Should().Be(0);
    }

    // It was looked at once, when the rules were made: 209 of its 216 leaks were found, and 136 of its 140 letters passed. It stays as it was then.
    [Fact]
    public void The_half_that_was_kept_is_read_nearly_as_well()
    {
        Measure("kept", [.. CorpusFiles.Leaks("kept.leaks.txt")], [.. CorpusFiles.Named("kept")], out var missed, out var alarms);

        (missed, alarms).Should().Match<(int Missed, int Alarms)>(read => read.Missed <= 7 && read.Alarms <= 4);
    }

    private void Measure(string name, List<Leak> leaks, List<Letter> clean, out int missed, out int alarms)
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
}
