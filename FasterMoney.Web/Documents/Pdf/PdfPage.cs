using System.Globalization;
using System.Text;
using FasterMoney.Web.Documents.Faces;
using static FasterMoney.Web.Documents.Pdf.PdfFile;

namespace FasterMoney.Web.Documents.Pdf;

/// <summary>The drawing of one page. Points, measured from the bottom left, as the file has them.</summary>
internal sealed class PdfPage
{
    private readonly StringBuilder _content = new();
    private Ink? _ink;
    private object? _open;

    /// <summary>What leads somewhere: the numbers of its links.</summary>
    public List<int> Links { get; } = [];

    public List<(string Name, int Number)> Pictures { get; } = [];

    /// <summary>What comes next is a piece of a part; null for what is only decoration or stands on every page.</summary>
    /// <param name="number">Gives the piece its number on the page.</param>
    /// <returns>Whether there is something of it before.</returns>
    public bool Belong(PdfTag? tag, Func<PdfTag, int> number)
    {
        var part = (object?)tag ?? this;
        if (_open == part)
            return true;
        Close();
        if (tag is null)
            _content.Append("/Artifact BMC\n");
        else
            _content.Append(CultureInfo.InvariantCulture, $"/{tag.Kind} <</MCID {number(tag)}>> BDC\n");
        _open = part;
        return false;
    }

    public void Fill(Ink ink, IEnumerable<(double X, double Y, double Width, double Height)> shape)
    {
        Use(ink);
        foreach (var (x, y, width, height) in shape)
            _content.Append(CultureInfo.InvariantCulture, $"{Point(x)} {Point(y)} {Point(width)} {Point(height)} re\n");
        _content.Append("f\n");
    }

    public void Picture(string name, double x, double y, double width, double height) =>
        _content.Append(CultureInfo.InvariantCulture, $"q {Point(width)} 0 0 {Point(height)} {Point(x)} {Point(y)} cm /{name} Do Q\n");

    /// <summary>Writes a line from a point on its baseline.</summary>
    /// <param name="isBolder">Whether faces that have no bold weight are drawn so.</param>
    public void Write(IReadOnlyList<GlyphRun> runs, Func<Face, PdfFont> fontOf, Ink ink, double size, double x, double y, bool isBolder)
    {
        Use(ink);
        _content.Append(CultureInfo.InvariantCulture, $"BT {Point(x)} {Point(y)} Td\n");
        foreach (var run in runs)
        {
            var font = fontOf(run.Face);
            var swells = isBolder && run.Face != Face.Bold;
            _content.Append(CultureInfo.InvariantCulture, $"/{font.Name} {NumberOf(size)} Tf\n");
            if (swells)
                _content.Append(CultureInfo.InvariantCulture, $"2 Tr {NumberOf(size * 0.035)} w\n");
            Write(run, font, size);
            if (swells)
                _content.Append("0 Tr\n");
        }

        _content.Append("ET\n");
    }

    public byte[] Finish()
    {
        Close();
        return Encoding.ASCII.GetBytes(_content.ToString());
    }

    // Where a glyph does not stand or end where its own width would have it, the difference is written between, in thousandths.
    // Where glyphs together, or a glyph here, stand for something else than by themselves, it is said beside them.
    private void Write(GlyphRun run, PdfFont font, double size)
    {
        var (rise, behind, glyphs) = (0.0, 0.0, run.Glyphs);
        _content.Append("[<");
        for (int at = 0, end; at < glyphs.Count; at = end)
        {
            for (end = at + 1; end < glyphs.Count && glyphs[end].Text.Length == 0; end++)
            {
            }

            var isSaid = true;
            for (var index = at; index < end; index++)
                isSaid &= font.Note(glyphs[index]) && index == at;
            if (!isSaid)
                _content.Append(CultureInfo.InvariantCulture, $">] TJ /Span <</ActualText {TextOf(glyphs[at].Text)}>> BDC [<");
            for (var index = at; index < end; index++)
            {
                var glyph = glyphs[index];
                if (Math.Abs(glyph.Up - rise) > 0.0005)
                {
                    _content.Append(CultureInfo.InvariantCulture, $">] TJ {NumberOf(glyph.Up * size)} Ts [<");
                    rise = glyph.Up;
                }

                Move(behind - glyph.Right);
                _content.Append(CultureInfo.InvariantCulture, $"{glyph.Id:X4}");
                behind = glyph.Right + run.Face.File.WidthOf(glyph.Id) - glyph.Advance;
            }

            if (!isSaid)
                _content.Append(">] TJ EMC [<");
        }

        Move(behind);
        _content.Append(rise == 0 ? ">] TJ\n" : ">] TJ 0 Ts\n");
    }

    private void Move(double back)
    {
        if (Math.Abs(back) > 0.0005)
            _content.Append(CultureInfo.InvariantCulture, $">{NumberOf(back * 1000)}<");
    }

    private void Close()
    {
        if (_open is not null)
            _content.Append("EMC\n");
        _open = null;
    }

    // For shapes, letters, and the edge of letters that are drawn bolder.
    private void Use(Ink ink)
    {
        if (_ink == ink)
            return;
        var colour = $"{NumberOf(ink.Red / 255.0)} {NumberOf(ink.Green / 255.0)} {NumberOf(ink.Blue / 255.0)}";
        _content.Append(CultureInfo.InvariantCulture, $"{colour} rg {colour} RG\n");
        _ink = ink;
    }

    private static string Point(double points) => NumberOf(Math.Round(points, 2));
}
