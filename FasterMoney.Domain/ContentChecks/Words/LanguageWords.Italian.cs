namespace FasterMoney.Domain.ContentChecks.Words;

internal sealed partial record LanguageWords
{
    public static LanguageWords Italian { get; } = new()
    {
        Code = "it",
        BalanceLabels =
            """
            (?:importo|somma|totale) (?:(?:ancora )?(?:da (?:pagare|saldare|versare)|dovut[oa])|residu[oa]|apert[oa]|insolut[oa])|saldo (?:residuo|dovuto|da pagare|aperto|insoluto|a debito)
            |resta(?:no)? da (?:pagare|saldare)|rimane da (?:pagare|saldare)|(?:ci )?deve ancora
            """,
        LooseBalanceLabels = "saldo|restano|rimangono",
        BalanceVerbs = "è|sono|restano?|rimane|rimangono",
        StillWords = "ancora|tuttora",
        OpenWords = "da pagare|da saldare|insolut[oi]|apert[oi]|scopert[oi]",
        TotalLabels = "(?:importo|totale) (?:totale|complessivo)|(?:totale|importo) (?:della|di questa) (?:sua |vostra |nostra )?fattura|totale fattura",
        LooseTotalLabels = "totale|importo(?= ?:)",
        InvoiceNouns = "fattura",
        ThisInvoice = "(?:la |della )?(?:sua|vostra|nostra|presente|questa|allegata|la) fattura",
        OtherInvoices = "(?:altr[ae]|prossim[ae]|ultim[ae]|precedent[ei]|prim[ae]|second[ae]|nuov[ae]|entrambe le|due|tutte le) fattur[ae]|fattur[ae] (?:successiv[ae]|precedent[ei])",
        InvoiceArticles = "sulla|della|per|la|di|sua|vostra|nostra",
        NumberSigns = @"n\.|nr\.?",
        AmountLinks = "di|per|da",
        MoneyNouns = "fattura|pagamento|importo|saldo",
        OtherSums =
            """
            progett[oi]|ordin[ei]|preventiv[oi]|contratt[oi]|accont[oi]|anticip[oi]|rata|mensil[ei]|prossim[aoie]|ultim[aoie]|altr[aoie]|entramb[ei]|ciascun[ao]?|ogni|scont[oi]
            |sarebbe(?:ro)?|second[ao]|terz[ao]
            """,
        PastSigns = "era|erano|prima|invece|anziché|precedente|iniziale|errore",
        DueLabels = "data di scadenza|scadenza|termine di pagamento",
        DueVerbs = "scade(?:va|rà)?|scadut[ao] (?:il|dal)",
        IssuedLinks = "del|in data",
        MonthNames =
        [
            "gennaio gen", "febbraio feb", "marzo", "aprile apr", "maggio", "giugno giu",
            "luglio lug", "agosto ago", "settembre", "ottobre ott", "novembre nov", "dicembre",
        ],
        MonthsBeforeDay = "",
        MonthsAfterDot = "",
        DayEndings = "º|°|o",
        BeforeMonth = "",
        BeforeYear = "del",
        DateTemplates = "GG/MM/AAAA",
        CurrencyNames = new Dictionary<string, string> { ["euro"] = "€", ["dollari"] = "$", ["franchi"] = "CHF", ["sterline"] = "£", ["yen"] = "¥" },
        Abbreviations = "Sig|Dott|Spett|Egr|n",
        NoteLabels = "not[ae] intern[ae]",
        PlaceholderArticles = "il suo|la sua|suo|sua",
        PlaceholderOwners = "cliente|azienda|fattura",
        PlaceholderThings = "nome|cognome|importo|data|numero",
        DotWords = "punto",
        AtWords = "chiocciola",
        CallingWords = "cliente azienda ditta societa spettabile gentile egregio buongiorno",
        ActingWords = "deve paga pagava ordina",
        ConnectingWords =
            """
            è sono il lo la le gli i al ora adesso attualmente ancora ammonta ammontano a di da per un una importo sua vostra nostra fattura numero n oggi quindi dal era erano lunedì
            martedì mercoledì giovedì venerdì sabato domenica
            """,
        SmallWords =
            """
            il lo la i gli le un uno una di a da in con su per tra fra e o ma se che chi cui non come quando dove perche anche ancora gia piu meno molto poco tutto tutti tutta tutte
            ogni altro altra altri altre io noi voi lei lui loro mi ci vi si suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre questo questa questi queste
            quello quella del dello della dei degli delle al allo alla ai agli alle dal dalla dai nel nella nei nelle sul sulla sui ed ad qui ora oggi essere stato stata ha hanno
            abbiamo avete puo possiamo
            """,
        BusinessWords =
            """
            fattura fatture pagamento pagamenti pagare pagato pagata saldo saldare importo importi totale somma scadenza scade scaduta data sollecito promemoria ricordiamo bonifico
            conto banca carta contanti nota credito rimborso sconto acconto anticipo rata rate prezzo prezzi costi costo tariffa imposta iva ordine ordini preventivo contratto
            accordo cliente clienti azienda societa ditta ufficio servizio servizi contabilita domanda domande aiuto telefono messaggio lettera link pagina indirizzo copia allegato
            allegati documento stampa bozza progetto progetti lavoro lavori consegna pacco numero campione disegno foto carta colore riunione appuntamento fase trimestre mese mesi
            settimana settimane giorno giorni anno anni domani ieri mattina sera ora ore lunedi martedi mercoledi giovedi venerdi sabato domenica gennaio febbraio marzo aprile maggio
            giugno luglio agosto settembre ottobre novembre dicembre primavera estate autunno inverno pasqua natale vacanze nuovo nuova primo prima secondo seconda ultimo ultima
            prossimo prossima buono buona gentile buongiorno cordiali saluti distinti grazie ringraziamo signore signora prego errore modifica attuale inviare inviato ricevere
            ricevuto vedere sapere confermare confermo disponibile disponibili pronto insieme circa
            """,
    };
}
