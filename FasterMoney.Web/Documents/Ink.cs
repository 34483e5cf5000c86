namespace FasterMoney.Web.Documents;

/// <summary>A colour of the document: those of the portal's light page, a little darker where paper wants it.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static readonly Ink Black = new(0x1b, 0x1d, 0x21);
    public static readonly Ink Quiet = new(0x52, 0x57, 0x5e);
    public static readonly Ink Line = new(0xd5, 0xd6, 0xd2);
    public static readonly Ink Link = new(0x1f, 0x4f, 0x82);
}

/// <summary>How a piece of text looks. <paramref name="Leading"/> is the height of its lines in points.</summary>
internal sealed record Style(Typeface Face, double Size, Ink Ink, double Leading)
{
    public static readonly Style Body = new(Typeface.Regular, 9.5, Ink.Black, 13.5);
    public static readonly Style Strong = Body with { Face = Typeface.Bold };
    public static readonly Style Small = new(Typeface.Regular, 8.5, Ink.Quiet, 12);
    public static readonly Style Heading = new(Typeface.Bold, 9, Ink.Quiet, 15);
}

/// <summary>Lines one below the other; <paramref name="X"/> is their left or right edge.</summary>
internal sealed record TextColumn(double X, bool ToTheRight, List<(string Line, Style Style)> Lines);
