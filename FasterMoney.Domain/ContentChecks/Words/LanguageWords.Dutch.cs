namespace FasterMoney.Domain.ContentChecks.Words;

internal sealed partial record LanguageWords
{
    public static LanguageWords Dutch { get; } = new()
    {
        Code = "nl",
        BalanceLabels =
            """
            (?:nog )?te (?:betalen|voldoen) (?:bedrag|saldo)|(?:open(?:staand)?e?|verschuldigde?|resterende?|uitstaande?) (?:bedrag|saldo|som)|restbedrag|(?:bedrag|saldo) (?:nog )?te (?:betalen|voldoen)
            |nog te (?:betalen|voldoen)|u bent ons (?:nog )?verschuldigd
            """,
        LooseBalanceLabels = "saldo|te betalen(?= ?:)|resteert",
        BalanceVerbs = "staat|staan|blijft|blijven|is|zijn",
        StillWords = "nog|nog steeds|momenteel",
        OpenWords = "openstaand|te betalen|te voldoen|verschuldigd|onbetaald",
        TotalLabels = "totaalbedrag|factuurbedrag|totaal (?:van )?(?:de|uw|deze) factuur|eindbedrag",
        LooseTotalLabels = "totaal|bedrag(?= ?:)",
        InvoiceNouns = "factuur",
        ThisInvoice = "(?:uw|onze|de|deze|bijgevoegde) factuur",
        OtherInvoices = "(?:andere|volgende|laatste|vorige|eerdere|eerste|tweede|nieuwe|beide|twee|alle) (?:openstaande )?factu(?:ur|ren)",
        InvoiceArticles = "op|van|voor|de|uw|onze",
        NumberSigns = @"nr\.?",
        AmountLinks = "van|over|voor|ad",
        MoneyNouns = "factuur|betaling|bedrag|saldo",
        OtherSums =
            """
            projecten|offertes?|contracten|aanbetaling(?:en)?|voorschot(?:ten)?|termijn(?:en)?|maandelijkse?|volgende|laatste|vorige|andere|beide|elk|elke|korting(?:en)?
            |zou|zouden|tweede|derde
            """,
        PastSigns = "was|waren|eerder|eerst|vorige|plaats|voorheen|oude|oorspronkelijke?|fout",
        DueLabels = "vervaldatum|vervaldag|betaaldatum|te (?:betalen|voldoen) (?:voor|vóór|uiterlijk)(?: op)?|betaaltermijn(?= ?(?:is|:))",
        DueVerbs = "vervalt(?= op)|verviel(?= op)|vervallen(?= op)|op(?= [^\\n]{4,24} (?:is )?vervallen)",
        IssuedLinks = @"van|d\.d\.",
        MonthNames =
        [
            "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun",
            "juli jul", "augustus aug", "september sep sept", "oktober okt", "november nov", "december dec",
        ],
        MonthsBeforeDay = "",
        MonthsAfterDot = "",
        DayEndings = "e",
        BeforeMonth = "",
        BeforeYear = "",
        DateTemplates = "DD-MM-JJJJ",
        CurrencyNames = new Dictionary<string, string> { ["euro"] = "€", ["dollar"] = "$", ["pond"] = "£", ["yen"] = "¥" },
        Abbreviations = "nr|dhr|mevr|bijv|incl|excl|ca",
        NoteLabels = "interne notities?|interne aantekening(?:en)?",
        PlaceholderArticles = "uw",
        PlaceholderOwners = "klant|bedrijf|factuur",
        PlaceholderThings = "naam|voornaam|achternaam|bedrag|datum|nummer",
        DotWords = "punt",
        AtWords = "apenstaartje",
        CallingWords = "klant bedrijf firma beste geachte",
        ActingWords = "betaalt betaalde bestelt bestelde",
        ConnectingWords =
            """
            is zijn de het van nu momenteel nog steeds bedraagt op een voor over uw onze deze factuur factuurnummer nr vandaag dus uiterlijk was waren sinds en maandag dinsdag
            woensdag donderdag vrijdag zaterdag zondag
            """,
        SmallWords =
            """
            de het een en of maar want dus als dan dat die dit deze wie wat waar wanneer hoe waarom ik mij me mijn wij we ons onze u uw jij je jouw hij zij ze hem haar hun er is zijn
            was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon moet moeten mag wil willen zal zullen zou niet geen ook nog al zeer meer veel weinig alle alles
            elk elke ieder iedere andere ander zelf zo te ter ten van voor met zonder door over onder op in aan bij uit naar om tot tegen tussen na sinds tijdens hier daar nu toen
            altijd nooit ja nee graag
            """,
        BusinessWords =
            """
            factuur facturen betaling betalingen betalen betaald betaalt bedrag bedragen totaal saldo openstaand openstaande vervaldatum vervalt vervallen datum herinnering
            betalingsherinnering aanmaning overschrijving overmaken rekening bank kaart contant creditnota terugbetaling korting aanbetaling voorschot termijn prijs prijzen kosten
            tarief btw bestelling bestellingen opdracht offerte contract overeenkomst klant klanten bedrijf kantoor afdeling dienst diensten boekhouding vraag vragen hulp telefoon
            bericht brief link pagina adres kopie bestand bijlage bijgevoegd document drukproef ontwerp project projecten werk werkzaamheden levering leveren pakket nummer voorbeeld
            foto papier kleur vergadering afspraak fase kwartaal maand maanden week weken dag dagen jaar jaren vandaag morgen gisteren ochtend middag avond uur uren maandag dinsdag
            woensdag donderdag vrijdag zaterdag zondag januari februari maart mei juni juli oktober lente zomer herfst winter pasen kerst vakantie nieuw nieuwe eerste tweede
            laatste volgende goed goede beste geachte vriendelijke groet groeten dank bedankt heer mevrouw fout wijziging actueel actuele stand sturen verzonden ontvangen zien weten
            bevestigen bevestiging beschikbaar klaar samen ongeveer
            """,
    };
}
