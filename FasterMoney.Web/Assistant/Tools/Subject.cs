using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Assistant.Reading;

namespace FasterMoney.Web.Assistant.Tools;

/// <summary>
/// What a conversation is about and who has it. The model names invoices by their number, or by a name that was made up here;
/// which invoice that is, and on which site, is decided here.
/// </summary>
public sealed class Subject(Caller caller, Guid? invoiceId, InvoiceReads invoices)
{
    /// <summary>The invoice that the conversation was opened on.</summary>
    public const string This = "this";

    /// <summary>The invoice that was looked at last.</summary>
    public const string Last = "last";

    private readonly List<Guid> _drafts = [];
    private readonly List<string> _questions = [];
    private Guid? _last;

    public Caller Caller => caller;

    public Guid? InvoiceId => invoiceId;

    /// <summary>Notes what the person typed: acts are done on nothing that they did not name.</summary>
    public void Asked(string question) => _questions.Add(question);

    public string NameOf(Guid id, string number)
    {
        if (number.Length > 0)
            return number;
        if (!_drafts.Contains(id))
            _drafts.Add(id);
        return $"draft-{_drafts.IndexOf(id) + 1}";
    }

    public ListedInvoice Named(ListedInvoice listed) => listed with { Invoice = NameOf(listed.Id, listed.Invoice) };

    /// <summary>The invoice that a name means, or the sentence that says why there is none.</summary>
    public async Task<(Guid Id, Refusal? Refusal)> ResolveAsync(string? name, CancellationToken cancellationToken)
    {
        var text = name?.Trim() ?? "";
        Guid? id = text.ToLowerInvariant() switch
        {
            "" or This or "this invoice" or "current" => invoiceId ?? _last,
            Last or "it" or "that" => _last ?? invoiceId,
            var draft when draft.StartsWith("draft-", StringComparison.Ordinal) && int.TryParse(draft[6..], out var index) && index > 0 && index <= _drafts.Count => _drafts[index - 1],
            _ => text.Length > 100 ? null : await invoices.ByNumberAsync(caller, text, cancellationToken),
        };
        _last = id ?? _last;
        return id is { } found ? (found, null) : (default, text is "" or This or Last
            ? new Refusal("No invoice is open here. Ask the person for its number, or search for the customer.")
            : new Refusal($"There is no invoice {Quoted.Of(text)} at this business. Search for it by customer, or ask the person for its number."));
    }

    /// <summary>
    /// Null when something may be written about the invoice: it is the one that the conversation is about, or the person named it
    /// or its customer themselves. So no text that was merely read can choose whom a draft is for.
    /// </summary>
    public Refusal? WhyNotWrite(InvoiceFacts facts, Guid id)
    {
        if (invoiceId == id)
            return null;
        return _questions.Any(question => PersonsWords.Name(question, facts.Invoice) || PersonsWords.NameCustomer(question, facts.Customer.Text))
            ? null
            : new Refusal($"The person did not name invoice {facts.Invoice}. Ask them to name the invoice that is meant, then try again.");
    }
}
