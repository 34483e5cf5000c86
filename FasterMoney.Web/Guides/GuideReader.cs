using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FasterMoney.Web.Guides;

/// <summary>
/// Reads a guide's file: a few lines about it between two lines of dashes, then Markdown without HTML. A heading may bring its own
/// id, as in <c>{#link-expired}</c>. Links of three kinds become buttons: <c>ask:</c> puts its own text before the assistant, <c>do:</c> leads to a
/// page, and <c>fix:</c> presses the button of that name beside the guide.
/// </summary>
public static class GuideReader
{
    private const string Money = "/money";

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UsePipeTables().UseGenericAttributes().Build();

    public static Guide Read(string name, string file)
    {
        var text = file.ReplaceLineEndings("\n");
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        var about = text[..end].Split('\n').Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        var document = Markdown.Parse(text[(end + 5)..], Pipeline);
        var sections = SectionsOf(document);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            MakeButton(link);
        foreach (var heading in document.Descendants<HeadingBlock>())
            LinkToItself(heading, name);
        return new Guide
        {
            Name = name,
            Title = about["title"],
            Summary = about["summary"],
            Task = about["task"],
            Changed = DateOnly.ParseExact(about["changed"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12],
            Html = document.ToHtml(Pipeline),
            Sections = sections,
            NamesInBold = [.. document.Descendants<EmphasisInline>().Where(emphasis => emphasis.DelimiterCount == 2).Select(PlainText).Distinct()],
            Related = about["related"].Split(',', StringSplitOptions.TrimEntries),
        };
    }

    private static List<GuideSection> SectionsOf(MarkdownDocument document)
    {
        var sections = new List<GuideSection> { new("", 0, "", "") };
        foreach (var block in document.Descendants<LeafBlock>().Where(block => block.Inline is not null))
        {
            var text = PlainText(block.Inline!);
            if (block is HeadingBlock heading)
                sections.Add(new GuideSection(heading.GetAttributes().Id!, heading.Level, text, ""));
            else
                sections[^1] = sections[^1] with { Text = $"{sections[^1].Text} {text}".Trim() };
        }

        return sections;
    }

    private static string PlainText(ContainerInline inlines) => string.Concat(inlines.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    }));

    private static void MakeButton(LinkInline link)
    {
        var attributes = link.GetAttributes();
        switch (link.Url?.Split(':', 2))
        {
            case ["ask", _]:
                attributes.AddProperty("data-ask", PlainText(link));
                link.Url = $"{Money}?ask={Uri.EscapeDataString(PlainText(link))}";
                break;
            case ["fix", var fix]:
                attributes.AddProperty("data-press", fix);
                link.Url = Money;
                break;
            case ["do", var path]:
                link.Url = path;
                break;
            default:
                return;
        }

        attributes.AddClass("fm-button");
    }

    // The heading is the link to itself, so that its address can be copied from it.
    private static void LinkToItself(HeadingBlock heading, string name)
    {
        var link = new LinkInline(Guide.PathOf(name, heading.GetAttributes().Id), "");
        foreach (var inline in heading.Inline!.ToList())
        {
            inline.Remove();
            link.AppendChild(inline);
        }

        heading.Inline!.AppendChild(link);
    }
}
