namespace FasterMoney.Domain.ContentChecks.Words;

internal sealed partial record LanguageWords
{
    public static LanguageWords German { get; } = new()
    {
        Code = "de",
        BalanceLabels =
            """
            offene[rnsm]? (?:\w+)?(?:betrag|saldo|summe|posten|forderung|rest)|restbetrag|restsumme|restforderung|ausstehende[rnsm]? (?:betrag|summe|saldo)|zahlbetrag|noch offen
            |noch zu (?:zahlen|begleichen)|zu zahlender betrag|sie schulden(?: uns)?(?: noch)?
            """,
        LooseBalanceLabels = "saldo|offen(?= ?:)|es (?:bleiben|verbleiben|verbleibt|fehlen)(?: uns)?(?: noch)?",
        BalanceVerbs = "bleiben|bleibt|sind|ist",
        StillWords = "noch|nach wie vor",
        OpenWords = "offen|ausstehend|unbezahlt",
        TotalLabels = "gesamtbetrag|rechnungsbetrag|gesamtsumme|rechnungssumme|endbetrag|bruttobetrag",
        LooseTotalLabels = "summe|betrag(?= ?:)",
        InvoiceNouns = "rechnung",
        ThisInvoice = "(?:ihre|unsere|die|diese|anbei) (?:die )?rechnung",
        OtherInvoices = "(?:andere[nrsm]?|nächste[nrsm]?|letzte[nrsm]?|vorige[nrsm]?|frühere[nrsm]?|erste[nrsm]?|zweite[nrsm]?|neue[nrsm]?|beide[nrsm]?|zwei|alle[nrsm]?) (?:offenen )?rechnung(?:en)?",
        InvoiceArticles = "aus|auf|für|zu|der|die|den|unserer|ihrer",
        NumberSigns = @"nr\.?",
        AmountLinks = "über|von",
        MoneyNouns = "rechnung|zahlung|(?:rest|rechnungs|gesamt)?betrag|saldo",
        OtherSums =
            """
            projekts?|auftrags?|aufträge|angebots?|kostenvoranschlags?|vertrags?|anzahlung(?:en)?|abschlag(?:szahlung)?(?:en)?|raten?|ratenzahlung(?:en)?
            |teil(?:e|zahlung|zahlungen)?|monat(?:lich|e|s)?|nächste[nrsm]?|letzte[nrsm]?|vorige[nrsm]?|andere[nrsm]?|beide[nrsm]?|je|pro|gesondert|rabatt|nachlass|skonto|wäre[n]?
            |würden?|zweite[nrsm]?|dritte[nrsm]?|zinsen
            """,
        PastSigns = "war|waren|betrug|vorher|zuvor|bisher|bisherige[nrsm]?|statt|anstatt|anstelle|anfangssaldo|alte[nrsm]?|ursprünglich(?:e[nrsm]?)?|vor",
        DueLabels = "fälligkeits(?:datum|tag|termin)|fälligkeit|zahlbar bis|zahlungsziel(?= ?(?:ist|:))",
        DueVerbs = @"fällig(?= (?:am|zum|bis|seit)\b)|(?:am|zum|bis|seit dem)(?= [^\n]{4,24} fällig)|überfällig seit|seit dem(?= [^\n]{4,24} überfällig)",
        IssuedLinks = "vom",
        MonthNames =
        [
            "januar jänner jan", "februar feb febr", "märz maerz mär mrz", "april apr", "mai", "juni jun",
            "juli jul", "august aug", "september sep sept", "oktober okt", "november nov", "dezember dez",
        ],
        MonthsBeforeDay = "",
        MonthsAfterDot = "j[aä]n|feb|m[äa]r|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[zc]",
        DayEndings = @"\.",
        BeforeMonth = "",
        BeforeYear = "",
        DateTemplates = @"TT\.MM\.JJJJ",
        CurrencyNames = new Dictionary<string, string> { ["euro"] = "€", ["euros"] = "€", ["dollar"] = "$", ["pfund"] = "£", ["yen"] = "¥", ["franken"] = "CHF" },
        Abbreviations = "Nr|nr|ca|Dr|St|Str|bzw|inkl|zzgl",
        NoteLabels = "interne notiz(?:en)?",
        PlaceholderArticles = "ihr|ihre",
        PlaceholderOwners = "kunde|kunden|firma|rechnungs",
        PlaceholderThings = "name|betrag|datum|nummer|vorname|nachname|anrede",
        DotWords = "punkt",
        AtWords = "",
        CallingWords = "kunde kunden kundin firma mandant mandantin hallo liebe lieber",
        ActingWords = "schuldet zahlt zahlte bezahlt bestellt bestellte",
        ConnectingWords =
            """
            der die das den dem des ist sind beträgt liegt bei jetzt nun noch von vom in höhe über ihre ihrer ihrem unsere unserer rechnung rechnungsnummer nr am zum bis seit für damit
            also insgesamt weiterhin unverändert aktuell heute war waren betrug lag sich beläuft auf es fällig montag dienstag mittwoch donnerstag freitag samstag sonntag
            """,
        SmallWords =
            """
            der die das den dem des ein eine einen einem einer eines und oder aber doch denn sondern wenn dann dass ob weil als wie wo wer was wann warum ich mich mir wir uns unser
            unsere unseren unserem unserer unseres sie ihr ihre ihren ihrem ihrer ihres ihnen er ihn ihm es man mein meine meinen meinem meiner sein seine seinen seinem seiner ist
            sind war waren wird werden wurde wurden worden bin bist hat haben hatte hatten kann konnen konnte konnten muss mussen soll sollen sollte will wollen wollte darf durfen
            mag mochte mochten nicht kein keine keinen keinem keiner nur auch noch schon sehr mehr so zu zum zur im in am an auf aus bei beim bis durch fur gegen mit nach ohne seit
            uber um unter von vom vor wahrend wegen zwischen hier da dort nun jetzt immer nie ja nein gern gerne bitte danke damit dafur dazu diese dieser dieses diesen diesem jeder
            jede jedes alle allem allen alles
            """,
        BusinessWords =
            """
            rechnung rechnungen rechnungsbetrag rechnungsnummer zahlung zahlungen zahlen gezahlt bezahlen bezahlt bezahlung betrag betrage gesamtbetrag restbetrag summe saldo offen
            offene offener offenen offenes fallig falligkeit falligkeitsdatum uberfallig mahnung zahlungserinnerung erinnerung erinnern uberweisung uberweisen uberwiesen konto
            kontonummer bank bankverbindung karte bar scheck gutschrift gutgeschrieben erstattung rabatt nachlass skonto anzahlung rate raten ratenzahlung preis preise kosten gebuhr
            gebuhren stundensatz steuer umsatzsteuer netto brutto auftrag auftrage bestellung bestellen bestellt angebot vertrag vereinbarung kunde kunden kundin firma unternehmen
            buro betrieb abteilung buchhaltung auszug frage fragen hilfe anruf telefon telefonisch nachricht schreiben brief link seite adresse anschrift kopie datei dateien anhang
            anbei unterlagen druck druckerei korrektur korrekturabzug entwurf entwurfe fassung projekt projekte arbeit arbeiten leistung leistungen lieferung liefertermin liefern
            geliefert paket sendung sendungsnummer muster gestaltung bild bilder bildbearbeitung foto fotos papier farbe farben termin treffen besprechung besprochen vereinbart plan
            phase quartal monat monate monatlich woche wochen tag tage tagen jahr jahre heute morgen gestern mittag nachmittag abend uhr stunde stunden minute minuten montag dienstag
            mittwoch donnerstag freitag samstag sonntag wochenende januar februar marz mai juni juli oktober dezember fruhling sommer herbst winter ostern weihnachten feiertag urlaub
            neu neue neuen neuer neues alt alte erste ersten zweite zweiten dritte letzte letzten nachste nachsten gut gute guten guter besten freundlich freundlichen freundliche
            grusse grussen gruss sehr geehrte geehrter damen herren liebe lieber hallo herzlich herzlichen vielen dank danken bedanken schon schone schones frau herr teil ganz ganze
            halb frei richtig falsch fehler andern geandert anderung aktuell aktuelle aktuellen stand senden gesendet schicken geschickt geben gegeben bekommen erhalten machen
            gemacht nehmen sehen gesehen finden gefunden zeigen wissen sagen gesagt denken brauchen benutzen verwenden halten kommen kommt gekommen gehen geht beginnen beginnt ende
            enden schliessen geschlossen offnen geoffnet bringen lassen bleiben bleibt bestatigen bestatigt bestatigung beachten nennen enthalten begleichen beglichen ausgleich grund
            weg sache ort platz haus strasse stadt markt laden werkstatt zimmer garten park brucke berg berge tal wald see fluss meer stein stern sterne sonne mond licht himmel blau
            grun rot weiss schwarz gold silber gelb nord sud ost west deutsche deutscher deutsches welt allgemein apotheke praxis schule kirche verein zentrum handel bau technik
            energie wasser essen kuche kaffee backerei gasthaus hotel reise reisen sport gesundheit pflege versicherung recht mode kunst musik buch bucher verlag messe messestand
            schild schilder katalog eins zwei drei vier funf sechs sieben acht neun zehn hundert tausend prozent moglich bereit verfugbar weitere weiteren weiter spater fruher sofort
            gleich zusammen allein statt anstatt etwa ungefahr rund daher deshalb obwohl bezuglich gemass hiermit
            """,
    };
}
