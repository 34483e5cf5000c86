namespace FasterMoney.Domain.ContentChecks.Words;

internal sealed partial record LanguageWords
{
    public static LanguageWords French { get; } = new()
    {
        Code = "fr",
        BalanceLabels =
            """
            reste [àa] (?:payer|régler)|reste dû|solde (?:dû|restant|à payer|à régler|débiteur|de (?:la|votre) facture)|montant (?:encore |restant |total )?(?:dû|restant|à payer|à régler)|somme (?:due|restante)
            |vous (?:nous )?devez(?: encore)?|votre dette|reste à votre charge
            """,
        LooseBalanceLabels = "solde|il (?:nous )?(?:reste|manque)(?: encore)?|nous attendons(?: toujours| encore)?|(?:merci de|veuillez|pourriez-vous) (?:nous )?(?:régler|payer|verser|virer)",
        BalanceVerbs = "restent?|est|sont|demeurent?",
        StillWords = "encore|toujours",
        OpenWords = "(?:reste(?:nt)? )?(?:à payer|à régler|dus?|dues?|impayée?s?|en attente|en souffrance)",
        TotalLabels = "montant (?:total|ttc)|total (?:ttc|général|de (?:la|votre|notre) facture)|montant de (?:la|votre) facture",
        LooseTotalLabels = "total|montant(?= ?:)",
        InvoiceNouns = "facture",
        ThisInvoice = "(?:votre|notre|la|cette) facture",
        OtherInvoices = "(?:autres?|prochaines?|dernières?|précédentes?|premières?|deuxième|nouvelles?|deux|toutes les) factures?|factures? (?:suivantes?|précédentes?)",
        InvoiceArticles = "sur|de|la|pour|votre|notre",
        NumberSigns = "",
        AmountLinks = "de|pour|d'un|à",
        MoneyNouns = "facture|paiement|montant|solde",
        OtherSums =
            """
            projets?|commandes?|devis|contrats?|acomptes?|mensualités?|versements?|prochaine?s?|derni(?:er|ère)s?|autres?|deux(?! (?:semaines|jours|mois))|chaque|remises?|serai(?:t|ent)|options?|deuxième
            |troisième
            """,
        PastSigns = "était|étaient|avant|lieu|ancienne?|précédente?|initial(?:e|ement)?|erreur",
        DueLabels = "date d'échéance|échéance(?: de (?:la|votre) facture)?(?= ?(?::|le|est|au|du))|date limite(?: de paiement)?|(?:à régler|à payer|payable)(?: au plus tard)? (?:avant|pour|le)|paiement est attendu pour",
        DueVerbs = "arrive(?:ra)? à échéance|échue?(?= (?:depuis|le)\\b)|échéance(?= le)",
        IssuedLinks = "du",
        MonthNames =
        [
            "janvier janv", "février fevrier févr fev", "mars", "avril avr", "mai", "juin",
            "juillet juil", "août aout", "septembre sept", "octobre oct", "novembre nov", "décembre decembre déc",
        ],
        MonthsBeforeDay = "",
        MonthsAfterDot = "",
        DayEndings = "er",
        BeforeMonth = "",
        BeforeYear = "",
        DateTemplates = "JJ/MM/AAAA",
        CurrencyNames = new Dictionary<string, string> { ["euro"] = "€", ["euros"] = "€", ["dollar"] = "$", ["dollars"] = "$", ["yen"] = "¥" },
        Abbreviations = "art|n",
        NoteLabels = "note interne|notes internes",
        PlaceholderArticles = "votre",
        PlaceholderOwners = "nom|facture",
        PlaceholderThings = "montant|prenom|prénom",
        DotWords = "point",
        AtWords = "",
        CallingWords = "societe entreprise bonjour cher chere",
        ActingWords = "doit paie paye commande",
        PaidLabels = "vous (?:nous )?avez (?:déjà )?(?:payé|réglé|versé)|déjà (?:payé|réglé)|(?:payé|réglé)(?= ?:)",
        SettledWords = "(?:entièrement|intégralement|totalement|complètement) (?:payée?|réglée?|soldée?)|(?:facture|compte)(?: [a-z]+-?[0-9]+)? est(?: désormais)? (?:payée?|soldée?|réglée?)|devez plus rien|plus rien à (?:payer|régler)|rien n'est dû",
        UnlessWords = "quand|dès|lorsque|si|pas|fois|jusqu'à|après|sera|avant|soit|que",
        MultiplesBefore = "double|triple|(?:deux|trois|quatre|dix|[0-9]+) fois|[0-9]+ ?[x×]",
        MultiplesAfter = "fois",
        NumberWords = "un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 nonante 90 cent 100 cents 100 mille 1000",
        NumberLinks = "et",
        IssueLabels = "date de (?:la |votre )?facture|date d'émission|(?:notre|la|votre) facture (?:du|datée du)|émise le",
        AheadWords = "dans|sous|d'ici",
        AgoBefore = "il y a|depuis",
        DayWords = "jours?",
        WeekWords = "semaines?",
        MonthWords = "mois",
        TodayWords = "aujourd'hui",
        TomorrowWords = "demain",
        YesterdayWords = "hier",
        AccountLabels = "compte(?: n°)?",
        Titles = "mme mlle m dr madame monsieur mademoiselle",
        CustomerWords = "client clients cliente clientes",
        OwnPlaceholderWords = "nom prénom client cliente facture montant date votre notre le la du de société entreprise adresse numéro ici",
        OneOfWords = "un une autre aussi",
        PercentWords = "pour cent|pourcent",
        TimeWords = "fin mois semaine semaines annee an ans jour jours temps aujourd hui trimestre debut moment",
        ConnectingWords =
            """
            est sont de du la le les à au s'élève élève s désormais maintenant actuellement encore votre notre facture numéro n d'un d un montant pour sur d'ici donc soit depuis s'établit établit monte se
            était lundi mardi mercredi jeudi vendredi samedi dimanche
            """,
        SmallWords =
            """
            le la les l un une des du de d et ou mais donc or ni car si que qui quoi dont quand comme comment pourquoi je j me m moi nous notre nos vous votre vos il elle ils elles
            on se son sa ses leur leurs mon ma mes ton ta tes ce cet cette ces c est sont etait etaient sera seront etre ete a ont avait avons avez ai avoir fait faire peut peuvent
            pouvez pouvons dans sur sous avec sans pour par en au aux vers chez entre pendant avant apres depuis jusque ne pas plus moins tres trop aussi encore deja bien tout tous
            toute toutes chaque autre autres meme y oui non merci ici la-bas n s t qu afin ainsi lors
            """,
        BusinessWords =
            """
            facture factures paiement paiements payer paye payee regler regle reglee reglement montant montants total somme solde reste du due echeance date retard relance rappel
            virement compte banque carte cheque avoir remboursement remise escompte acompte versement mensualite prix tarif tarifs frais taux taxe tva commande commandes devis
            contrat accord client clients cliente societe entreprise bureau bureaux service services comptabilite comptable releve question questions aide appel telephone courriel
            courrier message messages lettre lien page adresse copie fichier fichiers joint jointe ci-joint document impression imprimeur epreuve maquette projet projets travail
            travaux livraison livrer livre colis suivi numero echantillon conception dessin dessins photo papier couleur rendez reunion prevu plan trimestre mois semaine semaines
            jour jours annee an ans aujourd hui demain hier matin midi soir heure heures lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin
            juillet aout septembre octobre novembre decembre printemps ete automne hiver paques noel vacances conge nouveau nouvelle nouveaux premier premiere deuxieme second seconde
            dernier derniere prochain prochaine bon bonne bons bonjour bonsoir cher chere madame monsieur mesdames messieurs cordialement salutations sinceres merci remercions
            remercier veuillez trouver partie entier libre juste erreur modifier modification actuel envoyer envoye donner recevoir recu prendre voir savoir dire penser besoin
            vouloir garder venir aller commencer fin fermer ferme ouvrir ouvert rester confirmer confirme indiquer inclure compris comprise probleme raison chose lieu place maison
            rue ville marche boutique atelier jardin parc pont montagne sommet vallee foret pierre etoile soleil lune lumiere ciel bleu vert rouge blanc noir or argent jaune orange
            nord sud est ouest francaise francais monde general public ecole musee eglise club centre commerce batiment energie eau cuisine cafe boulangerie restaurant hotel voyage
            sport sante assurance droit mode beaute art musique edition presse poste salon avenir espoir paix solution deux trois quatre cinq six sept huit neuf dix cent mille
            pourcent possible disponible pret plusieurs ensemble environ
            """,
    };
}
