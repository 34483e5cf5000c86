using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Invoices;

/// <summary>
/// What a person types on an invoice for its customer. A text that is added here and to <see cref="All"/> is stored, checked before it
/// leaves, offered in the editor, shown in the drawer and the review, imported and exported.
/// </summary>
public sealed record InvoiceTexts
{
    /// <summary>Each of them, in the order in which people meet them.</summary>
    public static IReadOnlyList<InvoiceText> All { get; } =
    [
        new(nameof(Reference), "Reference", 100, texts => texts.Reference, (texts, text) => texts with { Reference = text }) { Example = "Their order number" },
        new(nameof(ServicePeriod), "Service date or period", 100, texts => texts.ServicePeriod, (texts, text) => texts with { ServicePeriod = text }) { Example = "When it was supplied" },
        new(nameof(Memo), "Memo", 2000, texts => texts.Memo, (texts, text) => texts with { Memo = text }),
    ];

    /// <summary>Those that stand beside their label.</summary>
    public static IReadOnlyList<InvoiceText> Brief { get; } = [.. All.Where(text => text.IsBrief)];

    /// <summary>The customer's own, such as an order number; may be empty.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The day or the days on which it was supplied (in the EU Directive 2006/112/EC, article 226 point 7); may be empty.</summary>
    public string ServicePeriod { get; init; } = "";

    /// <summary>A message; may be empty.</summary>
    public string Memo { get; init; } = "";

    /// <summary>The texts, each as it is read from somewhere.</summary>
    public static InvoiceTexts Of(Func<InvoiceText, string> read)
    {
        var texts = new InvoiceTexts();
        foreach (var text in All)
            texts = text.With(texts, read(text));

        return texts;
    }

    /// <summary>Without blanks around them.</summary>
    public InvoiceTexts Tidy() => Of(text => TextRule.Tidy(text.Of(this)));

    /// <summary>Whether they can be kept; each reason names its text.</summary>
    public RuleCheck Check() => RuleCheck.From(All.SelectMany(text => text.Check(text.Of(this)).Reasons));
}

/// <summary>One text that a person types on an invoice for its customer.</summary>
/// <param name="Name">Of the property, the column and the field in reasons.</param>
/// <param name="Label">What people of the site call it.</param>
/// <param name="Longest">Characters.</param>
/// <param name="Of">Reads it.</param>
/// <param name="With">Writes it.</param>
public sealed record InvoiceText(string Name, string Label, int Longest, Func<InvoiceTexts, string> Of, Func<InvoiceTexts, string, InvoiceTexts> With)
{
    /// <summary>What it may be, where the label does not say it.</summary>
    public string? Example { get; init; }

    /// <summary>Whether it stands beside its label; a long one has a place of its own.</summary>
    public bool IsBrief => Longest <= 200;

    /// <summary>Whether it can be kept: it fits, and what stands beside its label is one line.</summary>
    public RuleCheck Check(string text) =>
        TextRule.AtMost(text, Longest, Name).And(IsBrief ? TextRule.OneLine(text, Name) : RuleCheck.Allowed);
}
