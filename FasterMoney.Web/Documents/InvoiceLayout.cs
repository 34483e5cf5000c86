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

    public void Draw(string? address, byte[]? logoPng)
    {
        DrawBusiness(logoPng);
        DrawTitle();
        DrawSummary();
        DrawParties();
        if (invoice.Memo.Length > 0)
            DrawSection(Text.Message, invoice.Memo);
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
        var lines = Wrap(invoice.Business.Name, style, pages.Right - x);
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
        var (first, second) = (PlainText.Of(Text.Invoice) + " ", PlainText.Of(invoice.Number));
        while (WidthOf(first, word) + WidthOf(second, number) > pages.Width && word.Size > 9)
            (word, number) = (word with { Size = word.Size - 1 }, number with { Size = number.Size - 1 });
        pages.Text(first, word, PdfPages.Left, pages.Down);
        pages.Text(second, number, PdfPages.Left + WidthOf(first, word), pages.Down);
        pages.Down += word.Leading + 2;
        Flow($"{Text.Issued} {language.Date(invoice.IssueDate)}{(invoice.Reference.Length > 0 ? $" · {Text.Reference}: {invoice.Reference}" : "")}", Style.Small);
        pages.Down += 12;
    }

    private void DrawSummary()
    {
        const double edge = 3, padding = 12, gap = 14;
        var (tone, wash) = Colours(_words.Tone);
        var column = (pages.Width - edge - (2 * padding) - (2 * gap)) / 3;
        var left = PdfPages.Left + edge + padding;
        var amount = new Style(Typeface.Bold, 21, _words.Tone == PortalTone.Cancelled ? Ink.Quiet : Ink.Black, 28);
        var due = PlainText.Of(language.Money(Statement.BalanceDue));
        while (WidthOf(due, amount) > (2 * column) + gap && amount.Size > 8)
            amount = amount with { Size = amount.Size - 1 };
        var status = Wrap(_words.Status, Style.Strong, column);
        var figures = new[] { (Text.Amount, language.Money(Statement.Amount)), (Text.Paid, language.Money(Statement.Paid)), (Text.DueDate, language.Date(Statement.DueDate)) }
            .Select(figure => (Name: figure.Item1, Lines: Wrap(figure.Item2, Style.Strong, column))).ToList();

        var first = Style.Small.Leading + Math.Max(amount.Leading, status.Count * Style.Strong.Leading);
        var second = Style.Small.Leading + (figures.Max(figure => figure.Lines.Count) * Style.Strong.Leading);
        var height = padding + first + 8 + second + padding;
        pages.Keep(height);
        pages.Fill(wash, PdfPages.Left, pages.Down, pages.Width, height);
        pages.Fill(tone, PdfPages.Left, pages.Down, edge, height);

        var top = pages.Down + padding;
        DrawAt([Text.BalanceDue], Style.Small, left, top);
        pages.Text(due, amount, left, top + Style.Small.Leading);
        var third = left + (2 * (column + gap));
        DrawAt([Text.Status], Style.Small, third, top);
        DrawAt(status, Style.Strong with { Ink = tone }, third, top + Style.Small.Leading);
        top += first + 8;
        for (var index = 0; index < figures.Count; index++)
        {
            var x = left + (index * (column + gap));
            DrawAt([figures[index].Name], Style.Small, x, top);
            DrawAt(figures[index].Lines, Style.Strong, x, top + Style.Small.Leading);
        }

        pages.Down += height;
        foreach (var notice in _words.Notices)
        {
            pages.Down += 12;
            Flow(notice, Style.Body);
        }

        pages.Down += Apart;
    }

    private void DrawParties()
    {
        const double gap = 24;
        var column = (pages.Width - gap) / 2;
        TextColumn[] parties =
        [
            new(PdfPages.Left, false, [.. PartyOf(Text.BilledTo, invoice.CustomerName, invoice.CustomerAddress, column)]),
            new(PdfPages.Left + column + gap, false, [.. PartyOf(Text.From, _words.BusinessName, invoice.Business.Address, column)]),
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
