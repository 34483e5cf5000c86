using System.Globalization;
using System.Text;

namespace FasterMoney.Web.Guides;

/// <summary>A place in a guide that answers a search.</summary>
/// <param name="Guide">The guide.</param>
/// <param name="Section">The part of it.</param>
/// <param name="Excerpt">Some of its text, from around the first word that was found.</param>
public sealed record GuideHit(Guide Guide, GuideSection Section, string Excerpt)
{
    public string Path => Section.Level == 0 ? Guide.Path : Guide.PathOf(Guide.Name, Section.Id);
}

/// <summary>
/// Finds what was typed in titles, headings and text: each word, or one that it begins. What stands in a title weighs most. Capitals and
/// accents do not matter, and neither do the small words of a question.
/// </summary>
public static class GuideSearch
{
    private const int MostHits = 12;

    // The others are in sight once somebody is there.
    private const int MostOfAGuide = 4;
    private const int LongestExcerpt = 150;

    private static readonly HashSet<string> SmallWords =
        [.. "a about an and are as at be by can do does for from how i if in is it my of on or our that the this to was we what when where which who why with you your".Split(' ')];

    public static IReadOnlyList<GuideHit> Find(IEnumerable<Guide> guides, string? typed)
    {
        var asked = Words(typed ?? "").Select(word => word.Text).Distinct().ToList();
        if (asked.Exists(word => !SmallWords.Contains(word)))
            asked.RemoveAll(SmallWords.Contains);
        if (asked.Count == 0)
            return [];

        return
        [
            .. from guide in guides
               from found in guide.Sections.Select(section => (Section: section, Score: Score(guide, section, asked)))
                   .Where(found => found.Score > 0).OrderByDescending(found => found.Score).Take(MostOfAGuide)
               orderby found.Score descending
               select new GuideHit(guide, found.Section, Excerpt(found.Section, asked)),
        ];
    }

    /// <summary>As many as a page shows.</summary>
    public static IEnumerable<GuideHit> First(this IEnumerable<GuideHit> hits) => hits.Take(MostHits);

    private static int Score(Guide guide, GuideSection section, List<string> asked)
    {
        var (title, heading, text) = (Words(guide.Title), Words(section.Heading), Words(section.Level == 0 ? $"{guide.Summary} {section.Text}" : section.Text));
        var score = 0;
        var isHere = section.Level == 0;
        foreach (var word in asked)
        {
            var (inTitle, inHeading, inText) = (Holds(title, word), Holds(heading, word), Holds(text, word));
            if (!inTitle && !inHeading && !inText)
                return 0;

            isHere |= inHeading || inText;
            score += (inTitle ? 8 : 0) + (inHeading ? 5 : 0) + (inText ? 1 : 0);
        }

        // What only the title holds is said once, for the guide as a whole.
        return isHere ? score : 0;
    }

    private static bool Holds(List<(string Text, int At)> words, string asked) => words.Exists(word => word.Text.StartsWith(asked, StringComparison.Ordinal));

    private static string Excerpt(GuideSection section, List<string> asked)
    {
        var found = Words(section.Text).Find(word => asked.Exists(each => word.Text.StartsWith(each, StringComparison.Ordinal)));
        var start = found.Text is null || found.At < 60 ? 0 : section.Text.LastIndexOf(' ', found.At - 50) + 1;
        var rest = section.Text[start..];
        if (rest.Length > LongestExcerpt)
            rest = rest[..rest.LastIndexOf(' ', LongestExcerpt)] + " …";
        return start > 0 ? "… " + rest : rest;
    }

    // A folded word is compared; where it starts in the text as written is for the excerpt.
    private static List<(string Text, int At)> Words(string text)
    {
        var words = new List<(string, int)>();
        var word = new StringBuilder();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (word.Length == 0)
                    start = i;
                word.Append(text[i]);
            }
            else if (word.Length > 0)
            {
                words.Add((Fold(word.ToString()), start));
                word.Clear();
            }
        }

        return words;
    }

    private static string Fold(string word) => string.Concat(word.Normalize(NormalizationForm.FormD)
        .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
