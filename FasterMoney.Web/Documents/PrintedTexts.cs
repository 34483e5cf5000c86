using System.Text;
using FasterMoney.Web.Documents.Faces;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Documents;

/// <summary>A character that the document cannot print, and where it stands.</summary>
/// <param name="Field">What people of the site call the field.</param>
public sealed record UnprintableLetter(string Field, Rune Letter)
{
    /// <summary>The sentence that people read.</summary>
    public string Sentence => $"{Field}: \u201c{Letter}\u201d (U+{Letter.Value:X4}) cannot be printed. The PDF shows \u201c\uFFFD\u201d in its place.";
}

/// <summary>What people typed of what the document prints.</summary>
public static class PrintedTexts
{
    /// <summary>The characters among texts that no face has, each once a field.</summary>
    /// <param name="texts">What is printed, beside the field that it was typed into.</param>
    public static IReadOnlyList<UnprintableLetter> MissingIn(IEnumerable<(string Field, string Text)> texts) =>
        [.. texts.SelectMany(text => PlainText.MissingOf(text.Text).Select(letter => new UnprintableLetter(text.Field, letter))).Distinct()];

    /// <summary>Whether Chinese characters are to have their Japanese shapes: in a Japanese document, and where kana stand beside them.</summary>
    internal static bool AreJapanese(PortalInvoice invoice, PortalLanguage language) => language.Text.Code == "ja"
        || new[] { invoice.Head.Business.Name, invoice.Head.Business.LegalName, invoice.Head.Business.Address, invoice.Head.CustomerName, invoice.Head.CustomerAddress, invoice.Head.PaymentInstructions, invoice.Head.Texts.Memo }
            .Concat(invoice.Lines.Select(line => line.Description))
            .Any(text => text.AsSpan().ContainsAnyInRange('\u3041', '\u30FF'));
}
