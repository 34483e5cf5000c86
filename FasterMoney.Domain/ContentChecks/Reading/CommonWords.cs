using System.Collections.Frozen;
using FasterMoney.Domain.Customers;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>
/// Words that business letters in English, German, French and Spanish are made of. Alone they give nobody away, even when a
/// customer is called so (May, Bill, Summit) or a private note holds them. Written as <see cref="NameKey.OfWord"/> writes words.
/// </summary>
internal static class CommonWords
{
    private const string Small =
        """
        a an the and or but nor so yet if then than that this these those there here who whom whose which what when where why how i me my mine we us our ours you your yours
        he him his she her hers it its they them their am is are was were be been being do does did done have has had having will would shall should can could may might must
        not no yes of in on at to for from by with without within about above below over under into onto out off up down between through during before after again since until till
        as per via upon also only just very too more most less least much many few some any all each every both either neither other others another such same own now once ever never
        always often soon still already let lets s t re ve ll d m
        der die das den dem des ein eine einen einem einer eines und oder aber doch denn sondern wenn dann dass ob weil als wie wo wer was wann warum ich mich mir wir uns unser unsere
        unseren unserem unserer unseres sie ihr ihre ihren ihrem ihrer ihres ihnen er ihn ihm es man mein meine meinen meinem meiner sein seine seinen seinem seiner ist sind war waren
        wird werden wurde wurden worden bin bist hat haben hatte hatten kann konnen konnte konnten muss mussen soll sollen sollte will wollen wollte darf durfen mag mochte mochten nicht
        kein keine keinen keinem keiner nur auch noch schon sehr mehr so zu zum zur im in am an auf aus bei beim bis durch fur gegen mit nach ohne seit uber um unter von vom vor wahrend
        wegen zwischen hier da dort nun jetzt immer nie ja nein gern gerne bitte danke damit dafur dazu diese dieser dieses diesen diesem jeder jede jedes alle allem allen alles
        le la les l un une des du de d et ou mais donc or ni car si que qui quoi dont quand comme comment pourquoi je j me m moi nous notre nos vous votre vos il elle ils elles on se
        son sa ses leur leurs mon ma mes ton ta tes ce cet cette ces c est sont etait etaient sera seront etre ete a ont avait avons avez ai avoir fait faire peut peuvent pouvez pouvons
        dans sur sous avec sans pour par en au aux vers chez entre pendant avant apres depuis jusque ne pas plus moins tres trop aussi encore deja bien tout tous toute toutes chaque autre
        autres meme y oui non merci ici la-bas n s t qu afin ainsi lors des
        el los las lo una unos unas del al y o u pero sino porque pues que quien cual cuando donde como cuanto yo nosotros nuestro nuestra nuestros nuestras usted ustedes su sus mi mis tu
        tus ella ellos ellas le les se es son era eran fue fueron sera ser estar esta estan este esto estos estas ese esa eso ha han habia hemos he haber hacer hecho puede pueden podemos
        con sin para por entre desde hasta segun sobre tras durante antes despues ni muy mas menos tambien todavia ya todo toda todos todas cada otro otra otros otras mismo misma si aqui
        """;

    private const string Business =
        """
        invoice invoices bill bills billing billed account accounts accounting bookkeeping payment payments pay pays paid paying payable balance due date dates amount amounts total totals sum
        net tax taxes vat open outstanding overdue remaining rest reminder remind remainder receipt received receive arrive arrived transfer transferred wire bank banks card cash cheque check
        credit credits note notes refund refunded discount discounts deposit deposits instalment instalments installment price prices cost costs charge charges charged fee fees rate rates order
        orders ordered purchase reference number numbers quote quotation offer estimate budget contract agreement terms customer customers client clients company companies business office offices
        team department accountant book books statement details detail information question questions help contact call calls phone telephone mail email message messages letter link page website
        address copy file files attached attachment enclosed document documents pdf print printed printer proof draft version project projects work works working job jobs service services product
        products delivery deliver delivered ship shipped parcel package tracking sample samples design designs drawing drawings photo photos picture pictures paper colour color material materials
        meeting meet appointment schedule plan plans planned phase quarter annual monthly weekly day days week weeks month months year years today tomorrow yesterday morning afternoon evening night
        noon time hour hours minute minutes monday tuesday wednesday thursday friday saturday sunday weekend january february march april may june july august september october november december
        spring summer autumn fall winter easter christmas holiday holidays new old first second third fourth last next previous following good great best better fine nice kind happy sorry glad
        pleased sincerely regards regard dear hello hi hey thanks thank welcome cheers yours faithfully sir madam mr mrs ms please kindly friendly gentle quick short long small large big full half
        part parts whole free right left correct corrected correction wrong mistake error change changes changed update updated latest current currently currently now send sends sent sending give
        given get gets got make makes made take takes taken put set see seen look looking look forward find found show shows shown know known tell told ask asked asking answer say said think thought
        want wanted need needed like liked love use used using keep kept hold held come comes came coming go goes going gone start starts started begin begins end ends ended finish finished close
        closed closing opened opening move moved bring brought leave leaves left stay stays agree agreed discuss discussed confirm confirmed confirmation note noted mention mentioned include included
        including settle settled settling matter matters problem problems issue issues case reason reasons way ways thing things point points place places side sides home house street road city main
        market shop store room floor building garden park bridge hill hills lake river sea mountain summit valley forest wood woods stone star stars sun moon light sky blue green red white black
        gold golden silver orange yellow brown grey gray pink north south east west central united national international global world general public private royal premier prime pure true real
        direct express fast easy simple smart bright clear clean fresh modern classic digital media studio group partner partners partnership solution solutions system systems network systems
        consulting trading holding holdings capital invest investment finance financial insurance legal law energy power water food kitchen garden coffee bakery cafe restaurant hotel travel tours
        sport sports fitness health care medical dental clinic school college university academy museum church club union centre center bureau agency works factory supply supplies logistics
        transport motors auto car cars garage repair repairs construction build builders building property properties estate homes living life style fashion beauty hair art arts music book
        books press news post radio film production events event fair show exhibition stand booth sign signs signage brand branding guidelines guide catalogue catalog menu brochure leaflet poster
        summer success future hope grace faith joy will bill mark grant frank rich art rose dawn june summer sky may max pat bob rob jack drew chase hunter mason page dean carol
        one two three four five six seven eight nine ten hundred thousand percent several enough possible available ready able sure certain different difference separate additional extra
        further future past late later early earlier latest recent recently final finally second-hand simply directly shortly immediately exactly gladly together alone instead rather quite almost
        around approximately however therefore because although though while whether unless regarding concerning according accordance behalf advance return regard request requests requested require
        required support supports supporting provide provided allow allowed continue continued cooperation collaboration patience inconvenience trust feedback review reviews approve approved approval
        schedule scheduled accept accepted offered granted announce announced inform informed record records recorded process processed processing book booked
        """;

    private const string German =
        """
        rechnung rechnungen rechnungsbetrag rechnungsnummer zahlung zahlungen zahlen gezahlt bezahlen bezahlt bezahlung betrag betrage gesamtbetrag restbetrag summe saldo offen offene offener offenen
        offenes fallig falligkeit falligkeitsdatum uberfallig mahnung zahlungserinnerung erinnerung erinnern uberweisung uberweisen uberwiesen konto kontonummer bank bankverbindung karte bar scheck
        gutschrift gutgeschrieben erstattung rabatt nachlass skonto anzahlung rate raten ratenzahlung preis preise kosten gebuhr gebuhren stundensatz steuer umsatzsteuer netto brutto auftrag auftrage
        bestellung bestellen bestellt angebot vertrag vereinbarung kunde kunden kundin firma unternehmen buro betrieb abteilung buchhaltung auszug frage fragen hilfe anruf telefon telefonisch
        nachricht schreiben brief link seite adresse anschrift kopie datei dateien anhang anbei unterlagen druck druckerei korrektur korrekturabzug entwurf entwurfe fassung projekt projekte arbeit
        arbeiten leistung leistungen lieferung liefertermin liefern geliefert paket sendung sendungsnummer muster gestaltung bild bilder bildbearbeitung foto fotos papier farbe farben termin treffen
        besprechung besprochen vereinbart plan phase quartal monat monate monatlich woche wochen tag tage tagen jahr jahre heute morgen gestern mittag nachmittag abend uhr stunde stunden minute minuten
        montag dienstag mittwoch donnerstag freitag samstag sonntag wochenende januar februar marz mai juni juli oktober dezember fruhling sommer herbst winter ostern weihnachten feiertag urlaub
        neu neue neuen neuer neues alt alte erste ersten zweite zweiten dritte letzte letzten nachste nachsten gut gute guten guter besten freundlich freundlichen freundliche grusse grussen gruss
        sehr geehrte geehrter damen herren liebe lieber hallo tag abend herzlich herzlichen vielen dank danken bedanken schon schone schones frau herr teil ganz ganze halb frei richtig falsch fehler
        andern geandert anderung aktuell aktuelle aktuellen stand senden gesendet schicken geschickt geben gegeben bekommen erhalten machen gemacht nehmen sehen gesehen finden gefunden zeigen wissen
        sagen gesagt denken brauchen benutzen verwenden halten kommen kommt gekommen gehen geht beginnen beginnt ende enden schliessen geschlossen offnen geoffnet bringen lassen bleiben bleibt
        bestatigen bestatigt bestatigung beachten nennen enthalten begleichen beglichen ausgleich grund weg sache ort platz haus strasse stadt markt laden werkstatt zimmer garten park brucke berg
        berge tal wald see fluss meer stein stern sterne sonne mond licht himmel blau grun rot weiss schwarz gold silber gelb nord sud ost west deutsche deutscher deutsches welt allgemein
        apotheke praxis schule kirche verein zentrum handel bau technik energie wasser essen kuche kaffee backerei gasthaus hotel reise reisen sport gesundheit pflege versicherung recht mode
        kunst musik buch bucher verlag messe messestand schild schilder katalog herbst eins zwei drei vier funf sechs sieben acht neun zehn hundert tausend prozent
        moglich bereit verfugbar weitere weiteren weiter spater fruher sofort gleich zusammen allein statt anstatt etwa ungefahr rund daher deshalb obwohl bezuglich gemass hiermit
        """;

    private const string Romance =
        """
        facture factures paiement paiements payer paye payee regler regle reglee reglement montant montants total somme solde reste du due echeance date retard relance rappel virement compte banque
        carte cheque avoir remboursement remise escompte acompte versement mensualite prix tarif tarifs frais taux taxe tva commande commandes devis contrat accord client clients cliente societe
        entreprise bureau bureaux service services comptabilite comptable releve question questions aide appel telephone courriel courrier message messages lettre lien page adresse copie fichier
        fichiers joint jointe ci-joint document impression imprimeur epreuve maquette projet projets travail travaux livraison livrer livre colis suivi numero echantillon conception dessin dessins
        photo papier couleur rendez reunion prevu plan trimestre mois semaine semaines jour jours annee an ans aujourd hui demain hier matin midi soir heure heures lundi mardi mercredi jeudi vendredi
        samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre printemps ete automne hiver paques noel vacances conge nouveau nouvelle nouveaux premier
        premiere deuxieme second seconde dernier derniere prochain prochaine bon bonne bons bonjour bonsoir cher chere madame monsieur mesdames messieurs cordialement salutations sinceres merci
        remercions remercier veuillez trouver partie entier libre juste erreur modifier modification actuel envoyer envoye donner recevoir recu prendre voir savoir dire penser besoin vouloir garder
        venir aller commencer fin fermer ferme ouvrir ouvert rester confirmer confirme indiquer inclure compris comprise probleme raison chose lieu place maison rue ville marche boutique atelier jardin
        parc pont montagne sommet vallee foret pierre etoile soleil lune lumiere ciel bleu vert rouge blanc noir or argent jaune orange nord sud est ouest francaise francais monde general public
        ecole musee eglise club centre commerce batiment energie eau cuisine cafe boulangerie restaurant hotel voyage sport sante assurance droit mode beaute art musique livre edition presse poste salon
        avenir espoir paix solution premier deux trois quatre cinq six sept huit neuf dix cent mille pourcent possible disponible pret plusieurs ensemble environ
        factura facturas pago pagos pagar pagado pagada abonar abonado importe importes saldo pendiente pendientes vencimiento vence vencida fecha retraso recordatorio recordamos aviso transferencia
        cuenta banco tarjeta efectivo abono reembolso descuento anticipo plazo plazos cuota precio precios tarifa gastos gasto tasa impuesto iva pedido pedidos presupuesto contrato acuerdo cliente
        clientes empresa oficina servicio servicios contabilidad pregunta preguntas ayuda llamada telefono correo mensaje carta enlace pagina direccion copia archivo archivos adjunto adjuntamos documento
        imprenta prueba proyecto proyectos trabajo trabajos entrega entregar paquete seguimiento numero muestra muestras diseno dibujos foto papel color reunion cita fase trimestre mes meses semana
        semanas dia dias ano anos hoy manana ayer mediodia tarde noche hora horas lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre
        octubre noviembre diciembre primavera verano otono invierno pascua navidad vacaciones nuevo nueva nuevos primero primera segundo segunda tercero ultimo ultima proximo proxima bueno buena buenos
        buenas estimado estimada hola saludo saludos cordial atentamente gracias senor senora parte entero libre error cambio cambiar actual enviar enviado enviamos dar recibir recibido tomar ver saber
        decir pensar necesidad querer venir ir empezar fin cerrar cerrado abrir abierto quedar queda quedan confirmar confirmo indicar incluir incluido problema razon cosa lugar plaza casa calle ciudad
        mercado tienda taller jardin parque puente monte cumbre valle bosque piedra estrella sol luna luz cielo mar azul verde rojo blanco negro oro plata norte sur este oeste espanola espanol mundo
        general publico escuela museo iglesia centro comercio edificio energia agua cocina panaderia restaurante hotel viaje deporte salud seguro derecho moda belleza arte musica libro prensa feria
        futuro esperanza paz solucion dos tres cuatro cinco seis siete ocho nueve diez cien mil ciento posible disponible listo varios juntos aproximadamente alrededor
        """;

    private static readonly FrozenSet<string> SmallSet = Words(Small);

    private static readonly FrozenSet<string> All = Words(Small, Business, German, Romance);

    /// <summary>Whether a word only holds others together: articles, pronouns, prepositions and the like.</summary>
    public static bool IsSmall(string key) => IsLetter(key) || SmallSet.Contains(key);

    /// <summary>Whether any business letter may hold the word.</summary>
    public static bool Contains(string key) => IsLetter(key) || All.Contains(key) || (key.Length > 3 && key.EndsWith('s') && All.Contains(key[..^1]));

    // In scripts without spaces one sign is a word of its own.
    private static bool IsLetter(string key) => key.Length == 1 && key[0] < '\u3040';

    private static FrozenSet<string> Words(params string[] lists) =>
        lists.SelectMany(list => list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).Select(NameKey.OfWord).ToFrozenSet(StringComparer.Ordinal);
}
