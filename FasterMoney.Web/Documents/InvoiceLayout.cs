using FasterMoney.Domain.Statements;
using FasterMoney.Web.Documents.Faces;
using FasterMoney.Web.Documents.Pdf;
using FasterMoney.Web.Logos;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Documents;

/// <summary>Lays an invoice out on sheets, from top to bottom in the order of the page.</summary>
internal sealed partial class InvoiceLayout(PdfPages pages, Density density, PortalInvoice invoice, PortalLanguage language)
{
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
        // The last page has something of the invoice above its end.
        var end = EndWith(address);
        var hasEntries = Statement.PublicEntries.Count > 0;
        var kept = end.Height < pages.WholeHeight / 2 ? end.Height : 0;
        DrawLines(hasEntries ? 0 : kept);
        if (hasEntries)
            DrawEntries(kept);
        if (_words.TellsHowToPay && end.Box.Count == 0)
            DrawSection(Text.HowToPay, $"{Head.PaymentInstructions}\n{Text.QuoteNumber(Head.Number)}");
        DrawEnd(end);
    }

    private void DrawBusiness(byte[]? logoPng)
    {
        var x = PdfPages.Left;
        var height = 0.0;
        if (logoPng is not null && ImageHeader.Read(logoPng) is { } picture)
        {
            var scale = Math.Min(0.5, Math.Min(140.0 / picture.Width, density.Room(44) / picture.Height));
            height = picture.Height * scale;
            pages.Picture(logoPng, x, pages.Down, picture.Width * scale, height);
            x += (picture.Width * scale) + 12;
        }

        var style = density.Strong with { Size = density.Strong.Size * 1.2, Leading = density.Room(16) };
        var lines = Styled(Head.Business.Name, style, pages.Right - x).ToList();
        var name = HeightOf(lines);
        pages.Block(lines, x, pages.Down + Math.Max(0, (height - name) / 2));
        pages.Down += Math.Max(height, name) + density.Room(10);
        pages.Rule(Ink.Line);
        pages.Down += density.Apart;
    }

    private void DrawTitle()
    {
        var word = new Style(Typeface.Regular, density.Body.Size * 2.1, Ink.Black, density.Room(27));
        var number = word with { Face = Typeface.Bold };
        var (first, second) = (PlainText.Of(Text.Invoice), PlainText.Of(Head.Number));
        while (WidthOf($"{first} ", word) + WidthOf(second, number) > pages.Width && word.Size > 9)
            (word, number) = (word with { Size = word.Size - 1 }, number with { Size = number.Size - 1 });
        using (pages.Part("H1"))
        {
            pages.Text(first, word, PdfPages.Left, pages.Down);
            pages.Text(second, number, PdfPages.Left + WidthOf($"{first} ", word), pages.Down);
        }

        pages.Down += word.Leading + density.Room(2);
        Flow(string.Join(" · ", _words.Heading.Select(detail => Text.Named(detail.Term, detail.Value))), density.Small);
        pages.Down += density.Room(12);
    }

    /// <summary>The figures one below the other, as one adds them up, and beside them what follows from them.</summary>
    private void DrawSummary()
    {
        const double edge = 3, gap = 28;
        var (padding, apart, row) = (density.Room(12), density.Room(5), density.Room(15.5));
        var (tone, wash) = Colours(_words.Tone);
        var inner = pages.Width - edge - (2 * padding) - gap;
        var (column, beside) = (inner * 0.58, inner * 0.42);
        var (left, x) = (PdfPages.Left + edge + padding, pages.Right - padding - beside);
        var sum = new Style(Typeface.Bold, density.Body.Size * 2.2, _words.Tone == PortalTone.Cancelled ? Ink.Quiet : Ink.Black, density.Room(28));
        var due = PlainText.Of(_words.BalanceDue.Value);
        while (WidthOf(due, sum) > column - gap - WidthOf(PlainText.Of(_words.BalanceDue.Term), density.Strong) && sum.Size > 8)
            sum = sum with { Size = sum.Size - 1 };
        var details = Styled(Text.DueDate, density.Small, beside).Concat(Styled(language.Date(Statement.DueDate), density.Strong, beside))
            .Append((Line: "", Style: density.Small with { Leading = apart }))
            .Concat(Styled(Text.Status, density.Small, beside)).Concat(Styled(_words.Status, density.Strong with { Ink = tone }, beside)).ToList();

        var figures = (_words.Figures.Count * row) + (2 * apart) + sum.Leading;
        var height = padding + Math.Max(figures, HeightOf(details)) + padding;
        pages.Keep(height);
        pages.Fill(wash, PdfPages.Left, pages.Down, pages.Width, height);
        pages.Fill(tone, PdfPages.Left, pages.Down, edge, height);

        using (pages.Part("Table"))
        {
            var top = pages.Down + padding;
            foreach (var figure in _words.Figures)
            {
                DrawBetween(figure, density.Body with { Ink = Ink.Quiet }, density.Body, left, column, top);
                top += row;
            }

            pages.Fill(Ink.Quiet, left, top + apart, column, 0.6);
            DrawBetween(_words.BalanceDue, density.Strong with { Leading = sum.Leading }, sum, left, column, top + (2 * apart));
        }

        pages.Block(details, x, pages.Down + padding);
        pages.Down += height;
        foreach (var notice in _words.Notices)
        {
            pages.Down += density.Room(12);
            Flow(notice, density.Body);
        }

        pages.Down += density.Apart;
    }

    private void DrawBetween(PortalDetail figure, Style term, Style value, double left, double width, double top)
    {
        using var row = pages.Part("TR");
        using (pages.Part("TH", PdfTags.HeadOfRow))
            pages.Text(PlainText.Of(figure.Term), term, left, top);
        using (pages.Part("TD"))
            pages.Text(PlainText.Of(figure.Value), value, left + width, top, toTheRight: true);
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
        pages.Keep(parties.Max(party => party.Lines.Count) * density.Body.Leading);
        pages.Columns(parties, density.Body.Leading);
        pages.Down += density.Apart;
    }

    private IEnumerable<(string Line, Style Style)> PartyOf(string heading, string name, string address, double width) =>
        Styled(heading, density.Heading with { Leading = density.Body.Leading }, width).Concat(Styled(name, density.Strong, width)).Concat(Styled(address, density.Body, width));

    private static (Ink Tone, Ink Wash) Colours(PortalTone tone) => tone switch
    {
        PortalTone.Overdue => (new(0xa3, 0x20, 0x1a), new(0xfc, 0xf0, 0xee)),
        PortalTone.Partly => (new(0x7a, 0x4a, 0x00), new(0xfc, 0xf4, 0xe4)),
        PortalTone.Paid or PortalTone.Credit => (new(0x17, 0x60, 0x38), new(0xed, 0xf6, 0xef)),
        PortalTone.Cancelled => (new(0x50, 0x54, 0x5b), new(0xf1, 0xf1, 0xef)),
        _ => (Ink.Link, new(0xee, 0xf3, 0xf9)),
    };
}
