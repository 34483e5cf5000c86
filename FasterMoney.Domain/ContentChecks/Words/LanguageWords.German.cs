namespace FasterMoney.Domain.ContentChecks.Words;

internal sealed partial record LanguageWords
{
    public static LanguageWords German { get; } = new()
    {
        Code = "de",
        BalanceLabels =
            """
            offene[rnsm]? (?:\w+)?(?:betrag|saldo|summe|posten|forderung|rest)|restbetrag|restsumme|restforderung|restschuld|ausstehende[rnsm]? (?:betrag|summe|saldo)|zahlbetrag|noch offen
            |noch zu (?:zahlen|begleichen|überweisen)|zu zahlender betrag|sie schulden(?: uns)?(?: noch)?|offen (?:sind|ist|bleiben|bleibt)(?: noch)?|sie (?:müssen|haben)(?: uns)? noch
            |(?:zur zahlung|noch) offen|rückstand|ihre (?:schuld|offene rechnung)
            """,
        LooseBalanceLabels = "saldo|offen(?= ?:)|(?:es |uns )?(?:bleiben|verbleiben|verbleibt|fehlen|fehlt|stehen|steht)(?: uns)?(?: aus dieser rechnung)?(?: noch)?|wir (?:bekommen|erhalten|erwarten)(?: von ihnen)?(?: noch)?|restlichen?|bitte (?:überweisen|zahlen|begleichen)(?: sie)?(?: uns)?(?: noch)?",
        BalanceVerbs = "bleiben|bleibt|sind|ist|stehen|steht|wären",
        StillWords = "noch|nach wie vor",
        OpenWords = "offen|ausstehend|unbezahlt|fehlen|fehlt|aus(?= ?[.,;!]|$)|zu (?:zahlen|begleichen|überweisen)|übrig|nicht bezahlt",
        TotalLabels = "gesamtbetrag|rechnungsbetrag|gesamtsumme|rechnungssumme|endbetrag|bruttobetrag",
        LooseTotalLabels = "summe|betrag(?= ?:)",
        InvoiceNouns = "rechnung",
        ThisInvoice = "(?:ihre|unsere|die|diese|anbei) (?:die )?rechnung",
        OtherInvoices = "(?:andere[nrsm]?|nächste[nrsm]?|letzte[nrsm]?|vorige[nrsm]?|frühere[nrsm]?|erste[nrsm]?|zweite[nrsm]?|neue[nrsm]?|beide[nrsm]?|zwei|alle[nrsm]?) (?:offenen )?rechnung(?:en)?",
        InvoiceArticles = "aus|auf|für|zu|der|die|den|unserer|ihrer",
        NumberSigns = @"nr\.?",
        AmountLinks = "über|von|auf|beträgt|lautet",
        MoneyNouns = "rechnung|zahlung|(?:rest|rechnungs|gesamt)?betrag|saldo",
        OtherSums =
            """
            projekts?|auftrags?|aufträge|angebots?|kostenvoranschlags?|vertrags?|anzahlung(?:en)?|abschlag(?:szahlung)?(?:en)?|raten?|ratenzahlung(?:en)?
            |teil(?:e|zahlung|zahlungen)?|monat(?:lich|e|s)?|nächste[nrsm]?|letzte[nrsm]?|vorige[nrsm]?|andere[nrsm]?|beide[nrsm]?|je|pro|gesondert|rabatt|nachlass|skonto|wäre[n]?
            |würden?|zweite[nrsm]?|dritte[nrsm]?|zinsen
            """,
        PastSigns = "war|waren|betrug|vorher|zuvor|bisher|bisherige[nrsm]?|statt|anstatt|anstelle|anfangssaldo|alte[nrsm]?|ursprünglich(?:e[nrsm]?)?|vor",
        DueLabels = "fälligkeits(?:datum|tag|termin)|fälligkeit|zahlbar (?:bis|am|zum)|zahlungsziel(?= ?(?:ist|:))|fällig(?= ?:)",
        DueVerbs = @"fällig(?= (?:am|zum|bis|seit)\b)|(?:am|zum|bis|seit dem)(?= [^\n]{4,40} fällig)|überfällig(?= seit\b)|seit dem(?= [^\n]{4,24} überfällig)",
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
        PaidLabels = "sie haben(?: uns)?(?: bisher| bereits| schon)?(?= [0-9][0-9.,]* ?(?:€|euro|eur)? ?(?:bezahlt|gezahlt))|bisher (?:bezahlt|gezahlt)|(?:bezahlt|gezahlt)(?= ?:)",
        SettledWords = "(?:vollständig|komplett|ganz|restlos) (?:bezahlt|beglichen|ausgeglichen)|nichts (?:mehr )?(?:offen|zu (?:zahlen|begleichen))|schulden uns nichts|(?:rechnung|konto|saldo)(?: [a-z]+-?[0-9]+)? (?:ist|wurde)(?: damit| nun| jetzt)? (?:bezahlt|beglichen|ausgeglichen)",
        UnlessWords = "wenn|sobald|falls|bis|nachdem|nicht|erst|bevor|ob|sollte|wird|noch",
        MultiplesBefore = "doppelte|dreifache|zehnfache|zweimal|dreimal|zehnmal|[0-9]+ ?mal|[0-9]+ ?[x×]",
        MultiplesAfter = "mal",
        NumberWords = "ein 1 eins 1 eine 1 zwei 2 drei 3 vier 4 fünf 5 fuenf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwölf 12 zwoelf 12 sech 6 sieb 7 zwanzig 20 dreissig 30 dreißig 30 vierzig 40 fünfzig 50 fuenfzig 50 sechzig 60 siebzig 70 achtzig 80 neunzig 90 hundert 100 tausend 1000",
        NumberLinks = "und",
        IssueLabels = "rechnungsdatum|ausstellungsdatum|(?:unsere|die|ihre) rechnung vom",
        DueAfter = "(?:zur zahlung )?(?:fällig|zahlbar)",
        AheadWords = "in|binnen|innerhalb von",
        AgoBefore = "vor|seit",
        DayWords = "tage?n?",
        WeekWords = "wochen?",
        MonthWords = "monate?n?",
        TodayWords = "heute",
        TomorrowWords = "morgen(?= fällig)",
        YesterdayWords = "gestern",
        AccountLabels = "konto(?:nummer|nr\\.?)?|bankleitzahl|blz",
        Titles = "herr herrn frau dr prof",
        CustomerWords = "kunde kunden kundin kundinnen mandant mandantin",
        OwnPlaceholderWords = "name vorname nachname kunde kunden kundenname firma firmenname rechnung rechnungsnummer rechnungs betrag datum nummer anrede ihr ihre ihren der des die hier titel ort adresse",
        OneOfWords = "ein eine einer auch",
        PercentWords = "prozent|v\\.h\\.",
        TimeWords = "ende monat monats monate woche wochen jahr jahres tag tage tagen zeit heute quartal anfang moment ersten letzten nachsten",
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
