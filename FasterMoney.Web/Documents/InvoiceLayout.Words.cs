namespace FasterMoney.Web.Documents;

internal sealed partial class InvoiceLayout
{
    private const double QrModule = 1.8;

    private static readonly Style Address = Style.Small with { Ink = Ink.Link };

    /// <summary>Draws it on one page with the end where that leaves no page to the end alone.</summary>
    private void DrawHowToPay(double endHeight)
    {
        const double padding = 12;
        var lines = Styled(Text.HowToPay, Style.Heading, pages.Width - (2 * padding))
            .Concat(Styled(Head.PaymentInstructions, Style.Body, pages.Width - (2 * padding)))
            .Append((Line: "", Style: Style.Body with { Leading = 6 }))
            .Concat(Styled(Text.QuoteNumber(Head.Number), Style.Body, pages.Width - (2 * padding))).ToList();
        var height = HeightOf(lines) + (2 * padding);
        pages.Keep(height + Apart + endHeight);
        pages.Keep(height);
        // More than a page of instructions runs on without its frame.
        if (pages.Fits(height))
            pages.Frame(Ink.Line, PdfPages.Left, pages.Down, pages.Width, height);
        pages.Down += padding;
        foreach (var (line, style) in lines)
        {
            pages.Keep(style.Leading);
            pages.Text(line, style, PdfPages.Left + padding, pages.Down);
            pages.Down += style.Leading;
        }

        pages.Down += padding + Apart;
    }

    /// <summary>Whom to ask, and beside it where the current balance is and of when these figures are.</summary>
    private Ending EndWith(string? address)
    {
        const double gap = 20, quiet = DocumentQr.QuietModules * QrModule;
        var code = address is null ? 0 : DocumentQr.SizeOf(address, QrModule);
        var column = (pages.Width - code - quiet - (2 * gap)) / 2;
        var questions = Head.Business.Contact.Length == 0 ? [] : Styled(Text.Questions, Style.Heading, column)
            .Concat(Styled(Head.Business.Contact, Style.Body, column)).ToList();
        var x = questions.Count == 0 ? PdfPages.Left : PdfPages.Left + column + gap;
        var width = pages.Right - x - (address is null ? 0 : code + quiet + gap);
        var current = (address is null ? [] : Styled(Text.CheckCurrentBalance, Style.Heading, width).Concat(Styled(address, Address, width)))
            .Concat(Styled(Text.PrintedAsOf(language.Moment(invoice.ReadAt)), Style.Small, width)).ToList();
        return new Ending(questions, current, x, address, code, 14 + Math.Max(Math.Max(HeightOf(questions), HeightOf(current)), code + 4));
    }

    private void DrawEnd(Ending end)
    {
        pages.Keep(end.Height);
        pages.Rule(Ink.Line);
        pages.Down += 14;
        DrawDown(end.Questions, PdfPages.Left, null);
        DrawDown(end.Current, end.X, end.Address);
        if (end.Address is not null)
            DocumentQr.Draw(pages, end.Address, pages.Right - end.CodeSize, pages.Down + 4, QrModule);
    }

    private void DrawSection(string heading, string text)
    {
        var lines = Wrap(text, Style.Body, pages.Width);
        DrawHeading(heading, Math.Min(lines.Count, 3) * Style.Body.Leading);
        foreach (var line in lines)
        {
            pages.Keep(Style.Body.Leading);
            pages.Text(line, Style.Body, PdfPages.Left, pages.Down);
            pages.Down += Style.Body.Leading;
        }

        pages.Down += Apart;
    }

    /// <summary>A heading, on one page with what it leads to.</summary>
    private void DrawHeading(string heading, double leadsTo, double above = 0)
    {
        var lines = Wrap(heading, Style.Heading, pages.Width);
        pages.Keep((lines.Count * Style.Heading.Leading) + above + leadsTo);
        DrawAt(lines, Style.Heading, PdfPages.Left, pages.Down);
        pages.Down += (lines.Count * Style.Heading.Leading) + above;
    }

    private void Flow(string text, Style style)
    {
        foreach (var line in Wrap(text, style, pages.Width))
        {
            pages.Keep(style.Leading);
            pages.Text(line, style, PdfPages.Left, pages.Down);
            pages.Down += style.Leading;
        }
    }

    private void DrawAt(IEnumerable<string> lines, Style style, double x, double top)
    {
        foreach (var line in lines)
        {
            pages.Text(line, style, x, top);
            top += style.Leading;
        }
    }

    private void DrawDown(IEnumerable<(string Line, Style Style)> lines, double x, string? leadsTo)
    {
        var top = pages.Down;
        foreach (var (line, style) in lines)
        {
            pages.Text(line, style, x, top);
            if (leadsTo is not null && style == Address)
                pages.Link(leadsTo, x, top, WidthOf(line, style), style.Leading);
            top += style.Leading;
        }
    }

    private static double HeightOf(IEnumerable<(string Line, Style Style)> lines) => lines.Sum(line => line.Style.Leading);

    private static IEnumerable<(string Line, Style Style)> Styled(string text, Style style, double width) =>
        Wrap(text, style, width).Select(line => (line, style));

    private static List<string> Wrap(string text, Style style, double width) => Wrapping.Lines(text, style.Face, style.Size, width);

    private static double WidthOf(string line, Style style) => style.Face.WidthOf(line, style.Size);

    private sealed record Ending(
        List<(string Line, Style Style)> Questions, List<(string Line, Style Style)> Current, double X, string? Address, double CodeSize, double Height);
}
