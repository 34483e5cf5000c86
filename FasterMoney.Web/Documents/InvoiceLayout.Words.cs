using FasterMoney.Web.Documents.Faces;

namespace FasterMoney.Web.Documents;

internal sealed partial class InvoiceLayout
{
    /// <summary>What a payment code takes (a GiroCode and its quiet zone): the box leaves so much room beside its lines.</summary>
    internal const double PaymentCode = 85;

    private double QrModule => Math.Max(1.4, density.Room(1.8));

    private Style Address => density.Small with { Ink = Ink.Link };

    /// <summary>
    /// How to pay, and beside it where the current balance is, of when these figures are, and whom to ask. Instructions that
    /// would fill half a page are no box: they run on above.
    /// </summary>
    private Ending EndWith(string? address)
    {
        const double gap = 20;
        var (padding, above) = (density.Room(12), density.Room(12));
        var left = (pages.Width - gap) * 0.55;
        var box = _words.TellsHowToPay
            ? Styled(Text.HowToPay, density.Heading, left - (2 * padding))
                .Concat(Styled(Head.PaymentInstructions, density.Body, left - (2 * padding)))
                .Append((Line: "", Style: density.Body with { Leading = density.Room(5) }))
                .Concat(Styled(Text.QuoteNumber(Head.Number), density.Body, left - (2 * padding))).ToList()
            : [];
        if (HeightOf(box) > pages.WholeHeight * 0.4)
            box = [];
        var questions = Head.Business.Contact.Length == 0 ? [] : Styled(Text.Questions, density.Heading, box.Count > 0 ? pages.Width - left - gap : left)
            .Concat(Styled(Head.Business.Contact, density.Body, box.Count > 0 ? pages.Width - left - gap : left)).ToList();
        var x = box.Count == 0 && questions.Count == 0 ? PdfPages.Left : PdfPages.Left + left + gap;
        var code = address is null ? 0 : DocumentQr.SizeOf(address, QrModule);
        var width = pages.Right - x - (address is null ? 0 : code + (DocumentQr.QuietModules * QrModule) + 8);
        var current = (address is null ? [] : Styled(Text.CheckCurrentBalance, density.Heading, width).Concat(Styled(address, Address, width)))
            .Concat(Styled(Text.PrintedAsOf(language.Moment(invoice.ReadAt)), density.Small, width)).ToList();

        var right = Math.Max(HeightOf(current), address is null ? 0 : code + (DocumentQr.QuietModules * QrModule));
        if (box.Count > 0 && questions.Count > 0)
            right += above + HeightOf(questions);
        var beside = box.Count > 0 ? Math.Max(HeightOf(box), PaymentCode) + (2 * padding) : HeightOf(questions);
        return new Ending(box, questions, current, x, left, address, code, above + Math.Max(beside, right));
    }

    private void DrawEnd(Ending end)
    {
        pages.Keep(end.Height);
        if (end.Box.Count == 0)
            pages.Rule(Ink.Line);
        pages.Down += density.Room(12);
        var top = pages.Down;
        if (end.Box.Count > 0)
        {
            pages.Frame(Ink.Line, PdfPages.Left, top, end.Left, end.Height - density.Room(12));
            pages.Block(end.Box, PdfPages.Left + density.Room(12), top + density.Room(12));
        }
        else
        {
            pages.Block(end.Questions, PdfPages.Left, top);
        }

        DrawCurrent(end, top);
        if (end.Box.Count == 0 || end.Questions.Count == 0)
            return;
        var current = Math.Max(HeightOf(end.Current), end.Address is null ? 0 : end.CodeSize + (DocumentQr.QuietModules * QrModule));
        pages.Block(end.Questions, end.X, top + current + density.Room(12));
    }

    private void DrawCurrent(Ending end, double top)
    {
        var y = top;
        foreach (var (line, style) in end.Current)
        {
            using (pages.Part(style == Address ? "Link" : style.Part))
            {
                pages.Text(line, style, end.X, y);
                if (end.Address is not null && style == Address)
                    pages.Link(end.Address, end.X, y, WidthOf(line, style), style.Leading);
            }

            y += style.Leading;
        }

        if (end.Address is not null)
            DocumentQr.Draw(pages, end.Address, pages.Right - end.CodeSize, top + 4, QrModule);
    }

    private void DrawSection(string heading, string text)
    {
        var lines = Wrap(text, density.Body, pages.Width);
        DrawHeading(heading, Math.Min(lines.Count, 3) * density.Body.Leading);
        Flow(lines, density.Body);
        pages.Down += density.Apart;
    }

    /// <summary>A heading, on one page with what it leads to.</summary>
    private void DrawHeading(string heading, double leadsTo, double above = 0)
    {
        var lines = Styled(heading, density.Heading, pages.Width).ToList();
        pages.Keep(HeightOf(lines) + above + leadsTo);
        pages.Block(lines, PdfPages.Left, pages.Down);
        pages.Down += HeightOf(lines) + above;
    }

    private void Flow(string text, Style style) => Flow(Wrap(text, style, pages.Width), style);

    private void Flow(List<string> lines, Style style)
    {
        if (lines.Count == 0)
            return;
        using var paragraph = pages.Part(style.Part);
        foreach (var line in lines)
        {
            pages.Keep(style.Leading);
            pages.Text(line, style, PdfPages.Left, pages.Down);
            pages.Down += style.Leading;
        }
    }

    private static double HeightOf(IEnumerable<(string Line, Style Style)> lines) => lines.Sum(line => line.Style.Leading);

    private static IEnumerable<(string Line, Style Style)> Styled(string text, Style style, double width) =>
        Wrap(text, style, width).Select(line => (line, style));

    private static List<string> Wrap(string text, Style style, double width) => Wrapping.Lines(text, style.Face, style.Size, width);

    private static double WidthOf(string line, Style style) => style.Face.WidthOf(line, style.Size);

    private sealed record Ending(
        List<(string Line, Style Style)> Box, List<(string Line, Style Style)> Questions, List<(string Line, Style Style)> Current,
        double X, double Left, string? Address, double CodeSize, double Height);
}
