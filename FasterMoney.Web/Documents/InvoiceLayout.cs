using FasterMoney.Domain.Statements;
using FasterMoney.Web.Logos;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Documents;

/// <summary>Lays an invoice out on sheets, from top to bottom in the order of the page.</summary>
internal sealed partial class InvoiceLayout(PdfPages pages, PortalInvoice invoice, PortalLanguage language)
{
    /// <summary>Between one part and the next.</summary>
    private const double Apart = 15;

    private readonly PortalInvoiceWords _words = new(invoice, language);

    private PortalText Text => language.Text;

    private InvoiceStatement Statement => invoice.Statement;

    private PortalHead Head => invoice.Head;

    public void Draw(string? address, byte[]? logoPng)
    {
        DrawBusiness(logoPng);
        DrawTitle();
        DrawSummary();
        DrawParties();
        if (Head.Texts.Memo.Length > 0)
            DrawSection(Text.Message, Head.Texts.Memo);
        DrawLines();
        if (Statement.PublicEntries.Count > 0)
            DrawEntries();
        var end = EndWith(address);
        if (_words.TellsHowToPay)
            DrawHowToPay(end.Height);
        DrawEnd(end);
    }

    private void DrawBusiness(byte[]? logoPng)
    {
        var x = PdfPages.Left;
        var height = 0.0;
        if (logoPng is not null && ImageHeader.Read(logoPng) is { } picture)
        {
            var scale = Math.Min(0.5, Math.Min(140.0 / picture.Width, 44.0 / picture.Height));
            height = picture.Height * scale;
            pages.Picture(IsHalfByte(logoPng) ? LogoFile.WithoutPalette(logoPng) : logoPng, x, pages.Down, picture.Width * scale, height);
            x += (picture.Width * scale) + 12;
        }

        var style = Style.Strong with { Size = 11.5, Leading = 16 };
        var lines = Wrap(Head.Business.Name, style, pages.Right - x);
        var name = lines.Count * style.Leading;
        var top = pages.Down + Math.Max(0, (height - name) / 2);
        DrawAt(lines, style, x, top);
        pages.Down += Math.Max(height, name) + 10;
        pages.Rule(Ink.Line);
        pages.Down += Apart;
    }

    // PdfPig reads such rows wrongly where the width is odd. The depth stands at a fixed place in the header.
    private static bool IsHalfByte(byte[] png) => png[24] == 4;

    private void DrawTitle()
    {
        var word = new Style(Typeface.Regular, 20, Ink.Black, 27);
        var number = word with { Face = Typeface.Bold };
        var (first, second) = (PlainText.Of(Text.Invoice) + " ", PlainText.Of(Head.Number));
        while (WidthOf(first, word) + WidthOf(second, number) > pages.Width && word.Size > 9)
            (word, number) = (word with { Size = word.Size - 1 }, number with { Size = number.Size - 1 });
        pages.Text(first, word, PdfPages.Left, pages.Down);
        pages.Text(second, number, PdfPages.Left + WidthOf(first, word), pages.Down);
        pages.Down += word.Leading + 2;
        Flow(string.Join(" · ", _words.Heading.Select(detail => Text.Named(detail.Term, detail.Value))), Style.Small);
        pages.Down += 12;
    }

    /// <summary>The figures one below the other, as one adds them up, and beside them what follows from them.</summary>
    private void DrawSummary()
    {
        const double edge = 3, padding = 12, gap = 28, apart = 5;
        var (tone, wash) = Colours(_words.Tone);
        var inner = pages.Width - edge - (2 * padding) - gap;
        var (column, beside) = (inner * 0.58, inner * 0.42);
        var (left, x) = (PdfPages.Left + edge + padding, pages.Right - padding - beside);
        var sum = new Style(Typeface.Bold, 21, _words.Tone == PortalTone.Cancelled ? Ink.Quiet : Ink.Black, 28);
        var due = PlainText.Of(_words.BalanceDue.Value);
        while (WidthOf(due, sum) > column - gap - WidthOf(_words.BalanceDue.Term, Style.Strong) && sum.Size > 8)
            sum = sum with { Size = sum.Size - 1 };
        var details = Styled(Text.DueDate, Style.Small, beside).Concat(Styled(language.Date(Statement.DueDate), Style.Strong, beside))
            .Append((Line: "", Style: Style.Small with { Leading = apart }))
            .Concat(Styled(Text.Status, Style.Small, beside)).Concat(Styled(_words.Status, Style.Strong with { Ink = tone }, beside)).ToList();

        var figures = (_words.Figures.Count * (Style.Body.Leading + 2)) + (2 * apart) + sum.Leading;
        var height = padding + Math.Max(figures, HeightOf(details)) + padding;
        pages.Keep(height);
        pages.Fill(wash, PdfPages.Left, pages.Down, pages.Width, height);
        pages.Fill(tone, PdfPages.Left, pages.Down, edge, height);

        var top = pages.Down + padding;
        foreach (var figure in _words.Figures)
        {
            DrawBetween(figure.Term, figure.Value, Style.Body, left, column, top);
            top += Style.Body.Leading + 2;
        }

        pages.Fill(Ink.Quiet, left, top + apart, column, 0.6);
        top += 2 * apart;
        pages.Text(PlainText.Of(_words.BalanceDue.Term), Style.Strong with { Leading = sum.Leading }, left, top);
        pages.Text(due, sum, left + column, top, toTheRight: true);
        top = pages.Down + padding;
        foreach (var (line, style) in details)
        {
            pages.Text(line, style, x, top);
            top += style.Leading;
        }

        pages.Down += height;
        foreach (var notice in _words.Notices)
        {
            pages.Down += 12;
            Flow(notice, Style.Body);
        }

        pages.Down += Apart;
    }

    private void DrawBetween(string term, string value, Style style, double left, double width, double top)
    {
        pages.Text(PlainText.Of(term), style with { Ink = Ink.Quiet }, left, top);
        pages.Text(PlainText.Of(value), style, left + width, top, toTheRight: true);
    }

    private void DrawParties()
    {
        const double gap = 24;
        var column = (pages.Width - gap) / 2;
        TextColumn[] parties =
        [
            new(PdfPages.Left, false, [.. PartyOf(Text.BilledTo, Head.CustomerName, _words.BilledTo, column)]),
            new(PdfPages.Left + column + gap, false, [.. PartyOf(Text.From, _words.BusinessName, _words.From, column)]),
        ];
        pages.Keep(parties.Max(party => party.Lines.Count) * Style.Body.Leading);
        pages.Columns(parties, Style.Body.Leading);
        pages.Down += Apart;
    }

    private static IEnumerable<(string Line, Style Style)> PartyOf(string heading, string name, string address, double width) =>
        Styled(heading, Style.Heading, width).Concat(Styled(name, Style.Strong, width)).Concat(Styled(address, Style.Body, width));

    private static (Ink Tone, Ink Wash) Colours(PortalTone tone) => tone switch
    {
        PortalTone.Overdue => (new(0xa3, 0x20, 0x1a), new(0xfc, 0xf0, 0xee)),
        PortalTone.Partly => (new(0x7a, 0x4a, 0x00), new(0xfc, 0xf4, 0xe4)),
        PortalTone.Paid or PortalTone.Credit => (new(0x17, 0x60, 0x38), new(0xed, 0xf6, 0xef)),
        PortalTone.Cancelled => (new(0x50, 0x54, 0x5b), new(0xf1, 0xf1, 0xef)),
        _ => (Ink.Link, new(0xee, 0xf3, 0xf9)),
    };
}
