namespace FasterMoney.Web.Guides;

/// <summary>One guide of the help: how to get something done, in the words of the screens.</summary>
public sealed record Guide
{
    /// <summary>Where all of them are.</summary>
    public const string Root = "/help";

    /// <summary>What its address ends with, such as <c>portal-links</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>What it helps to do, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Under which heading the help lists it.</summary>
    public required string Task { get; init; }

    /// <summary>The day of its last change, as the text itself says.</summary>
    public required DateOnly Changed { get; init; }

    /// <summary>Tells one state of the text from another: the start of its hash.</summary>
    public required string Version { get; init; }

    public required string Html { get; init; }

    /// <summary>In order; the first is what stands before the first heading.</summary>
    public required IReadOnlyList<GuideSection> Sections { get; init; }

    /// <summary>What is written in bold: names of the product's own screens, buttons and fields.</summary>
    public required IReadOnlyList<string> NamesInBold { get; init; }

    /// <summary>Names of guides to read next.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    public string Path => PathOf(Name);

    /// <summary>The headings of a guide's table of contents.</summary>
    public IEnumerable<GuideSection> Headings => Sections.Where(section => section.Level > 0);

    public static string PathOf(string name, string? heading = null) => heading is null ? $"{Root}/{name}" : $"{Root}/{name}#{heading}";
}

/// <summary>A heading with the text below it, up to the next one.</summary>
/// <param name="Id">Its part of the address, behind the #; empty for what stands before the first heading.</param>
/// <param name="Level">2 or 3; 0 for what stands before the first heading.</param>
/// <param name="Heading">As plain text.</param>
/// <param name="Text">As plain text.</param>
public sealed record GuideSection(string Id, int Level, string Heading, string Text);
