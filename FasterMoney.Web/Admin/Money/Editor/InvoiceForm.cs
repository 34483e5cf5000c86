using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Web.Admin.Workspace.Editor;

/// <summary>What is typed into a draft.</summary>
public sealed partial class InvoiceForm(CultureInfo culture, int termDays, IReadOnlyList<decimal> rates)
{
    public CultureInfo Culture => culture;

    public Guid? CustomerId { get; set; }

    public string CustomerName { get; set; } = "";

    public DateOnly? IssueDate { get; private set; }

    public DateOnly? DueDate { get; private set; }

    /// <summary>Whether the due date follows the issue date by the site's payment term, until somebody sets it.</summary>
    public bool FollowsTerm { get; private set; } = true;

    public string CurrencyCode { get; set; } = "";

    public InvoiceTexts Texts { get; set; } = new();

    public string? Memo
    {
        get => Texts.Memo;
        set => Texts = Texts with { Memo = value ?? "" };
    }

    public string? PrivateNote { get; set; }

    public bool PricesIncludeTax { get; set; }

    public List<LineForm> Lines { get; } = [];

    public Currency Currency => Currency.Of(CurrencyCode);

    /// <summary>The name of a line's field in the reasons.</summary>
    public static string FieldOf(int line, string field) => $"Lines[{line}].{field}";

    public static InvoiceForm Of(InvoiceDraft draft)
    {
        var content = draft.Content;
        var currency = Currency.Of(content.CurrencyCode);
        var form = new InvoiceForm(draft.Culture, draft.TermDays, draft.Rates)
        {
            CustomerId = draft.CustomerId,
            CustomerName = draft.CustomerName,
            CurrencyCode = currency.Code,
            IssueDate = content.IssueDate,
            DueDate = content.DueDate,
            Texts = content.Texts,
            PrivateNote = content.PrivateNote,
            PricesIncludeTax = content.PricesIncludeTax,
        };
        form.FollowsTerm = content.DueDate == content.IssueDate.AddDays(draft.TermDays);
        form.Lines.AddRange(content.Lines.Select(line => LineForm.Of(line, currency, draft.Culture)));
        if (form.Lines.Count == 0)
            form.AddLine();

        return form;
    }

    /// <summary>Sets the issue date; the due date follows by the site's payment term until somebody sets it.</summary>
    public void Issue(DateOnly? date)
    {
        IssueDate = date;
        if (FollowsTerm && date is { } day)
            DueDate = day.AddDays(termDays);
    }

    public void Due(DateOnly? date) => (DueDate, FollowsTerm) = (date, false);

    /// <summary>Rates of tax to choose from, as they are typed.</summary>
    public IReadOnlyList<string> Rates => [.. rates.Select(rate => TypedNumber.Write(rate, culture))];

    /// <summary>A new line below another, or at the end. It starts with the tax rate of the line above, the first one with the usual rate.</summary>
    public LineForm AddLine(LineForm? below = null)
    {
        var at = below is null ? Lines.Count : Lines.IndexOf(below) + 1;
        var line = new LineForm { Tax = at > 0 ? Lines[at - 1].Tax : UsualRate };
        Lines.Insert(at, line);
        return line;
    }

    public void RemoveLine(LineForm line)
    {
        Lines.Remove(line);
        if (Lines.Count == 0)
            AddLine();
    }

    private string UsualRate => rates is [> 0 and var usual, ..] ? TypedNumber.Write(usual, culture) : "";

    /// <summary>Moves a line by one place, up with -1 and down with 1.</summary>
    public void MoveLine(LineForm line, int by)
    {
        var from = Lines.IndexOf(line);
        var to = from + by;
        if (to >= 0 && to < Lines.Count)
            (Lines[from], Lines[to]) = (Lines[to], Lines[from]);
    }

    /// <summary>The content to save, and every reason against it. Fields of lines are named by their place in the form.</summary>
    public (InvoiceContent Content, RuleCheck Check) Read()
    {
        var typed = Lines.Select((line, index) => (line, index)).Where(pair => !pair.line.IsBlank)
            .Select(pair => pair.line.Read(pair.index, Currency, culture)).ToList();
        var isReadable = typed.TrueForAll(line => line.Check.IsAllowed);
        var content = new InvoiceContent(
            CurrencyCode,
            IssueDate ?? DueDate ?? default,
            DueDate ?? IssueDate ?? default,
            Texts,
            PrivateNote ?? "",
            PricesIncludeTax,
            [.. typed.Select(line => line.Content)]);
        var check = RuleCheck.Unless(CustomerId is null, "Choose the customer.", nameof(CustomerId))
            .And(RuleCheck.Unless(IssueDate is null, "Enter the issue date.", nameof(IssueDate)))
            .And(RuleCheck.Unless(DueDate is null, "Enter the due date.", nameof(DueDate)))
            .And(typed.Aggregate(RuleCheck.Allowed, (all, line) => all.And(line.Check)))
            .And(Invoice.CanSave(isReadable ? content : content with { Lines = [] }));
        return (content, check);
    }

    /// <summary>Everything that is typed as one text: two forms that would save the same are the same.</summary>
    public string Fingerprint() => string.Join('\u001f', new[]
    {
        CustomerId?.ToString(), IssueDate?.ToString("O", CultureInfo.InvariantCulture), DueDate?.ToString("O", CultureInfo.InvariantCulture),
        CurrencyCode, Texts.ToString(), PrivateNote, PricesIncludeTax.ToString(),
    }.Concat(Lines.Where(line => !line.IsBlank).Select(line => line.ToString())));
}
