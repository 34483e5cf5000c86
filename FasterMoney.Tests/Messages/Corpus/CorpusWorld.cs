using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Tests.Messages.Corpus;

/// <summary>
/// The business that the corpus is about: one invoice in each language, and a list of other customers with as many everyday
/// words for names as a large site would have.
/// </summary>
internal static class CorpusWorld
{
    private static readonly string[] Everyday =
    [
        "May", "Bill", "Mark", "Grant", "Will", "Hope", "April", "August", "Summit", "Blue Sky", "Green Valley", "Main Street", "Next Step", "First Choice", "Good Morning Café",
        "Best Regards Ltd", "Total", "Office", "Solution", "Premier", "Orange", "Target", "Next", "Gap", "Boots", "Hello Fresh", "Friday's", "Monday", "Spring", "Transfer", "Studio", "Harbour",
        "Boston", "Portland", "Congress", "Workshop", "The Letter", "Good Friday", "Happy New Year Ltd", "Haus & Garten GmbH", "Sonne", "Werkstatt", "Zur Sonne", "Rechnung GmbH", "Danke",
        "Markt", "Druckerei", "Messe", "Herbst", "Blau", "Der Laden", "Gestaltung", "Avenir", "La Poste", "La Paix", "Rouge", "Atelier", "Boutique", "Sol", "Mar", "Luz", "Casa", "Esperanza",
        "Plaza Mayor", "El Mercado", "Gracias SL", "May Ltd", "Friedrichshafen", "Köln", "Lyon", "Madrid",
    ];

    private static readonly OtherCustomer[] Others =
    [
        new("Bluebird Bakery", "Tom Okafor", "tom@bluebird-bakery.example"),
        new("Pine Street Dental", "Dr Amy Cho", "billing@pinestreetdental.example"),
        new("Satō Ceramics", "Ken Satō", "ken@sato-ceramics.example"),
        new("Bruno's Garage", "Bruno", "bruno@garage.example"),
        new("Müller & Söhne GmbH", "Karl Müller", "info@mueller-soehne.example"),
        new("Harbor Dental Group", "Ms Grace Hill", "grace.hill@harbordental.example"),
        new("Pike Farm", "Joan Pike", "joan.pike@pikefarm.example"),
        new("Lindner Metallbau GmbH", "Frau Weber", "weber@lindner-metallbau.example"),
        new("Garage Petit SARL", "M. Lefèvre", "contact@garage-petit.example"),
        new("Talleres Ruiz SL", "Sr. Ortega", "ortega@talleres-ruiz.example"),
        .. Everyday.Select((name, index) => new OtherCustomer(name, index % 2 == 0 ? "Adam" : "", $"c{index}@elsewhere.example")),
    ];

    private static readonly Dictionary<string, string> Tokens =
        new[] { "own", "other", "off", "replaced", "expired", "unknown", "othersite", "draft" }.ToDictionary(name => name, name => (name + new string('Q', 20) + "7_-x").PadRight(PortalToken.Length, 'z'));

    /// <summary>The text with its links and tokens filled in.</summary>
    public static string Filled(string text) => Tokens.Aggregate(text, (filled, token) => filled
        .Replace($"{{{{{token.Key}_link}}}}", $"https://pay.{(token.Key == "othersite" ? "harbor" : "northwind-studio")}.example/pay/{token.Value}", StringComparison.Ordinal)
        .Replace($"{{{{{token.Key}_token}}}}", token.Value, StringComparison.Ordinal));

    /// <summary>What the check finds in a text beside the invoice of a language.</summary>
    public static IReadOnlyList<Finding> Find(string language, string text)
    {
        CheckedText[] texts = [new("Body", text)];
        return ContentCheck.Read(texts, Facts(language, ContentCheck.Ask(texts)));
    }

    private static CheckFacts Facts(string language, CheckQuestions questions)
    {
        var (customer, contact, email, invoice, lines, notes) = Of(language);
        var keys = questions.NameKeys.ToHashSet();
        return new CheckFacts
        {
            AdminHosts = ["app.northwind-studio.example"],
            Portal = PortalRoute.Parse("https://pay.northwind-studio.example", "pay"),
            OwnNames = ["Northwind Studio", "Northwind Studio LLC", "Olivia Owner", "Adam Admin", "Vera Viewer", customer, contact],
            OwnEmails = ["billing@northwind-studio.example", email],
            OwnSites = ["northwind-studio.example", "photos.example", "social.example"],
            PaymentInstructions = "Account 000 123 4567, routing number 011 200 022\nIBAN DE89 3704 0044 0532 0130 00, FR76 3000 6000 0112 3456 7890 189, ES91 2100 0418 4502 0005 1332, "
                + "GB29 NWBK 6016 1331 9268 19, DE02 1203 0000 0000 2020 51; sort code 00-00-00, account 12345678",
            Today = new DateOnly(2026, 4, 2),
            CustomerId = Id(1),
            Invoice = invoice,
            PrivateNotes = notes,
            PublicTexts = ["Thank you for the quick feedback.", "Bank transfer to Northwind Studio LLC", "48 Harbour Street, Floor 3\nPortland, ME 04101", "Agreed reduction", "Payment 48213", .. lines],
            OtherCustomers = [.. Others.Where(other =>
                keys.Contains(NameKey.Of(other.Name)) || keys.Contains(NameKey.Of(other.ContactName)) || questions.Emails.Contains(NameKey.OfEmail(other.Email)))],
            Links = questions.Tokens.ToDictionary(token => token, LinkOf),
        };
    }

    private static CheckedLink LinkOf(string token)
    {
        var own = new CheckedLink(LinkOwner.ThisSite, Id(2), "NW-0042", Id(1), "Alder & Finch Architects");
        return Tokens.FirstOrDefault(pair => pair.Value == token).Key switch
        {
            "own" => own,
            "other" => own with { InvoiceId = Id(3), InvoiceTitle = "NW-0007", CustomerId = Id(4), CustomerName = "Bluebird Bakery" },
            "off" => own with { Verdict = new([LinkBlocker.Of(LinkBlockerCode.LinkTurnedOff)], null) },
            "expired" => own with { Verdict = new([LinkBlocker.Of(LinkBlockerCode.LinkExpired)], null) },
            "draft" => own with { Verdict = new([LinkBlocker.Of(LinkBlockerCode.NotSent)], null) },
            "replaced" => own with { IsReplaced = true },
            "othersite" => new CheckedLink(LinkOwner.OtherSite),
            _ => new CheckedLink(LinkOwner.Nobody),
        };
    }

    private static Guid Id(byte number) => new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, number);

    private static CheckedInvoice Invoice(string number, string currency, long total, long balance, params long[] figures) => new(
        Id(2), number, "PO 2291", Currency.Of(currency), total, balance, [total, balance, .. figures], new DateOnly(2026, 3, 10), new DateOnly(2026, 4, 9));

    private static (string Customer, string Contact, string Email, CheckedInvoice Invoice, string[] Lines, string[] Notes) Of(string language) => language switch
    {
        "de" => ("Kestrel Outdoor GmbH", "Jana Vogt", "rechnung@kestrel-outdoor.example",
            Invoice("NW-0043", "EUR", 2380_00, 1380_00, 2000_00, 380_00, 1000_00, 1400_00, 600_00, 70_00, 15_00),
            ["Katalog Herbst, Gestaltung", "Bildbearbeitung"],
            ["INTERNAL NOTE: Die Geschäftsführung streitet sich mit dem Steuerberater, darum zahlen sie spät.", "INTERNAL NOTE: Inkasso ab der dritten Mahnung; Anwalt Krüger ist verständigt.",
                "INTERNAL NOTE: Jana Vogt decides; Kestrel Outdoor GmbH pays after a call.",
                "Marge 34 Prozent", "Kreditlimit 5000"]),
        "fr" => ("Atelier Lumière SARL", "Claire Morel", "compta@atelier-lumiere.example",
            Invoice("NW-0044", "EUR", 1500_00, 1500_00, 1250_00, 250_00),
            ["Affiche et enseignes"],
            ["INTERNAL NOTE: la gérante négocie toujours un rabais après livraison, ne rien céder.", "marge 29 pour cent"]),
        "es" => ("Marigold Press", "Ines Duarte", "office@marigold-press.example",
            Invoice("NW-0045", "EUR", 1250_00, 1000_00, 250_00),
            ["Cubierta del libro La orilla"],
            ["INTERNAL NOTE: la socia quiere vender la editorial antes del verano.", "margen 33 por ciento"]),
        _ => ("Alder & Finch Architects", "Mara Finch", "accounts@alderfinch.example",
            Invoice("NW-0042", "USD", 2500_00, 1400_00, 1000_00, 100_00, 1500_00, 1300_00, 1200_00),
            ["Brand guidelines, second round", "Signage drawings"],
            ["INTERNAL NOTE: Mara Finch decides; Alder & Finch Architects pays after a call.",
                "INTERNAL NOTE: gave them 12% because the old partner threatened to leave. Never offer it again.",
                "Pays late every quarter; credit check failed in May, insist on a deposit before drawing.",
                "Margin on the signage is 38 percent, our supplier is Brightline in Leeds.",
                "The owner is going through a messy divorce and ignores every letter.",
                "margin 41 percent", "Credit limit 7500.", "She pays only after the second reminder.", "Never offer a discount to this client.",
                "INTERNAL NOTE: checked against the bank statement."]),
    };
}
