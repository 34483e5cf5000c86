namespace FasterMoney.Web.Wording;

/// <summary>What taxes on sales are called.</summary>
public static class TaxWords
{
    private static readonly HashSet<string> ValueAdded = new(StringComparer.OrdinalIgnoreCase)
    {
        "VAT", "USt.", "USt", "MwSt.", "MwSt", "MWST", "TVA", "IVA", "Btw",
    };

    /// <summary>The name of a business's tax for a reader of a language. A name that is no other word for value added tax stays as it was typed.</summary>
    public static string In(PortalText text, string name)
    {
        if (name == PortalText.Japanese.Tax && text.Code != "ja")
            return "Consumption tax";

        if (!ValueAdded.Contains(name))
            return name.Length > 0 ? name : text.Tax;

        return text.Code switch
        {
            "en" => "VAT",
            "ja" => "付加価値税",
            _ => text.Tax,
        };
    }
}
