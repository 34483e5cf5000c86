namespace FasterMoney.Web.Documents;

/// <summary>A colour of the document: those of the portal's light page, a little darker where paper wants it.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static readonly Ink Black = new(0x1b, 0x1d, 0x21);
    public static readonly Ink Quiet = new(0x52, 0x57, 0x5e);
    public static readonly Ink Line = new(0xd5, 0xd6, 0xd2);
    public static readonly Ink Link = new(0x1f, 0x4f, 0x82);
}
