using FasterMoney.Domain.ContentChecks;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Messages.Corpus;

/// <summary>A text with something in it that may not reach the customer, or that should not without a second look.</summary>
internal sealed record Leak(string Language, string Code, bool MustBlock, bool IsPlain, string Text)
{
    public bool IsFoundBy(Finding finding) => finding.Code.ToString() == Code && (finding.IsBlocking || !MustBlock);

    public bool IsFoundIn(string text) => CorpusWorld.Find(Language, text).Any(IsFoundBy);
}

/// <summary>A letter with nothing to find in it.</summary>
internal sealed record Letter(string Language, string Text, bool IsHeldOut);

/// <summary>The files of the corpus, as lists. How each is written stands in its first line.</summary>
internal static class CorpusFiles
{
    private const string Folder = "FasterMoney.Tests/Messages/Corpus";

    public static IEnumerable<Leak> Leaks(string file)
    {
        foreach (var line in Lines(file).Where(line => line.Contains('|') && line[0] != '#'))
        {
            var (head, text) = (line[..line.IndexOf('|')].Trim().Split(' '), line[(line.IndexOf('|') + 1)..].Trim().Replace('⏎', '\n'));
            var parts = text.Split('⟦', '⟧');
            var hidden = parts.Select((part, index) => index % 2 == 1 ? Disguises.Of(head[^1], CorpusWorld.Filled(part)) : CorpusWorld.Filled(part));
            yield return new Leak(head.Length == 3 ? head[0] : "en", head[^2].TrimEnd('?'), !head[^2].EndsWith('?'), head[^1] == "plain", string.Concat(hidden));
        }
    }

    public static IEnumerable<Letter> Clean(string language)
    {
        var isHeldOut = false;
        foreach (var block in Blocks($"clean.{language}.txt"))
        {
            isHeldOut |= block.StartsWith("== held out", StringComparison.Ordinal);
            yield return new Letter(language, CorpusWorld.Filled(block.Replace("== held out\n", "", StringComparison.Ordinal)), isHeldOut);
        }
    }

    /// <summary>The clean letters of a file in which each names its language.</summary>
    public static IEnumerable<Letter> Named(string half) =>
        Blocks($"{half}.clean.txt").Select(block => new Letter(block[..2], CorpusWorld.Filled(block[3..]), IsHeldOut: half != "work"));

    private static IEnumerable<string> Blocks(string file) => string.Join('\n', Lines(file)).Split("\n--\n").Select(block => block.Trim());

    private static string[] Lines(string file) => SourceFiles.Text($"{Folder}/{file}").TrimEnd().Split('\n');
}
