using FasterMoney.Web.Documents.Faces;

namespace FasterMoney.Web.Documents;

/// <summary>How a piece of text looks. <paramref name="Leading"/> is the height of its lines in points.</summary>
internal sealed record Style(Typeface Face, double Size, Ink Ink, double Leading)
{
    public static readonly Style Foot = new(Typeface.Regular, 8, Ink.Quiet, 12);

    /// <summary>The standard structure type of what is written so.</summary>
    public string Part { get; init; } = "P";
}

/// <summary>How dense a document is: 1 as a rule, less where that brings it onto one page. Letters shrink half as much as the room around them.</summary>
internal sealed class Density(double factor)
{
    public static IReadOnlyList<Density> All { get; } = [new(1), new(0.9), new(0.82), new(0.75)];

    public Style Body { get; } = Of(Typeface.Regular, 9.5, Ink.Black, 13.5, factor);

    public Style Strong { get; } = Of(Typeface.Bold, 9.5, Ink.Black, 13.5, factor);

    public Style Small { get; } = Of(Typeface.Regular, 8.5, Ink.Quiet, 12, factor);

    public Style Heading { get; } = Of(Typeface.Bold, 9, Ink.Quiet, 15, factor) with { Part = "H2" };

    /// <summary>Between one part and the next.</summary>
    public double Apart => Room(15);

    public double Room(double points) => points * factor;

    private static Style Of(Typeface face, double size, Ink ink, double leading, double factor) => new(face, size * (1 + factor) / 2, ink, leading * factor);
}

/// <summary>Lines one below the other; <paramref name="X"/> is their left or right edge.</summary>
/// <param name="Cell">The structure type of all of them together; null where each line's style says it.</param>
internal sealed record TextColumn(double X, bool ToTheRight, List<(string Line, Style Style)> Lines, string? Cell = null);
