using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>How business letters in four languages say what an amount or a date is.</summary>
internal static partial class ClaimWords
{
    /// <summary>A label of what is still to be paid. Group <c>weak</c>: words that are also said of other sums.</summary>
    [GeneratedRegex(
        @"\b(?:balance[ ](?:due|outstanding|remaining|owed|to[ ]pay)|(?:amount|sum|total)[ ](?:still[ ]|now[ ])?(?:due|outstanding|owed|owing|payable|remaining)"
        + @"|(?:outstanding|open|remaining|unpaid|overdue|current|new)[ ](?:amount|balance|sum)(?:[ ]due)?|you[ ](?:now[ ]|still[ ]|currently[ ]|only[ ])?owe(?:[ ]us)?"
        + @"|left[ ]to[ ]pay|still[ ]to[ ](?:be[ ]paid|pay)"
        + @"|offene[rnsm]?[ ](?:\w+)?(?:betrag|saldo|summe|posten|forderung|rest)|restbetrag|restsumme|restforderung|ausstehende[rnsm]?[ ](?:betrag|summe|saldo)|zahlbetrag"
        + @"|noch[ ]offen|noch[ ]zu[ ](?:zahlen|begleichen)|zu[ ]zahlender[ ]betrag|sie[ ]schulden(?:[ ]uns)?(?:[ ]noch)?"
        + @"|reste[ ][àa][ ](?:payer|régler)|reste[ ]dû|solde[ ](?:dû|restant|à[ ]payer|à[ ]régler|débiteur)|montant[ ](?:dû|restant|à[ ]payer|à[ ]régler)|somme[ ](?:due|restante)"
        + @"|vous[ ](?:nous[ ])?devez(?:[ ]encore)?"
        + @"|saldo[ ](?:pendiente|deudor|restante|actual)|(?:importe|cantidad|monto|total)[ ](?:pendiente|adeudad[oa]|a[ ]pagar|por[ ]pagar)|pendiente[ ]de[ ]pago|nos[ ]debe(?:[ ]usted)?"
        + @"|(?<weak>balance|saldo|solde|remainder|offen(?=[ ]?:)|es[ ](?:bleiben|verbleiben|verbleibt|fehlen)(?:[ ]uns)?(?:[ ]noch)?|il[ ]reste|quedan?(?:[ ]pendientes?)?|that[ ]leaves|leaves[ ]you[ ]with))\b",
        RegexOptions.IgnoreCase)]
    public static partial Regex BalanceBefore();

    /// <summary>What makes an amount in front of it the balance.</summary>
    [GeneratedRegex(
        @"^[ ]?(?:(?:is|are|remains?|stays?|bleiben|bleibt|sind|ist|siguen?|quedan?|restent?|est)[ ])?(?:(?:still|now|currently|noch|nach[ ]wie[ ]vor|encore|toujours|a[úu]n|todav[íi]a)[ ])*"
        + @"(?:outstanding|unpaid|open|overdue|owed|owing|left[ ]to[ ]pay|offen|ausstehend|unbezahlt|reste?(?:nt)?[ ](?:à[ ]payer|à[ ]régler|dus?|dues?)|pendientes?(?:[ ]de[ ]pago)?)\b",
        RegexOptions.IgnoreCase)]
    public static partial Regex BalanceAfter();

    /// <summary>A label of the invoice's total. Group <c>weak</c>: words that are also said of other sums.</summary>
    [GeneratedRegex(
        @"\b(?:invoice[ ](?:total|amount|value)|total[ ](?:invoice[ ])?amount|(?:invoice|grand)[ ]total|amount[ ]of[ ](?:the|your|this)[ ]invoice"
        + @"|gesamtbetrag|rechnungsbetrag|gesamtsumme|rechnungssumme|endbetrag|bruttobetrag|montant[ ](?:total|ttc)|total[ ](?:ttc|général|de[ ]la[ ]facture)|montant[ ]de[ ](?:la|votre)[ ]facture"
        + @"|(?:importe|monto)[ ]total|total[ ]de[ ](?:la|su)[ ]factura|importe[ ]de[ ](?:la|su)[ ]factura"
        + @"|(?<weak>total|summe|betrag(?=[ ]?:)|amount(?=[ ]?:)|montant(?=[ ]?:)|importe(?=[ ]?:)))\b",
        RegexOptions.IgnoreCase)]
    public static partial Regex TotalBefore();

    /// <summary>An invoice of this very letter, whose amount or date follows.</summary>
    [GeneratedRegex(
        @"\b(?:(?:your|our|the|this|attached|enclosed)[ ]invoice|(?:ihre|unsere|die|diese|anbei)[ ](?:die[ ])?rechnung|(?:votre|notre|la|cette)[ ]facture|(?:su|nuestra|la|esta)[ ]factura|invoice|rechnung|facture|factura)\b",
        RegexOptions.IgnoreCase)]
    public static partial Regex Invoice();

    /// <summary>A label of the day by which it is to be paid.</summary>
    [GeneratedRegex(
        @"\b(?:due[ ]date|payment[ ]due[ ]date|payable[ ]by|payment[ ](?:is[ ]|was[ ]|falls[ ])?due|fälligkeits(?:datum|tag|termin)|fälligkeit|zahlbar[ ]bis|zahlungsziel(?=[ ]?(?:ist|:))"
        + @"|date[ ]d'échéance|échéance(?=[ ]?(?::|le|est|au|du))|date[ ]limite[ ]de[ ]paiement|fecha[ ]de[ ]vencimiento|vencimiento|fecha[ ]l[íi]mite[ ]de[ ]pago)\b",
        RegexOptions.IgnoreCase)]
    public static partial Regex DueBefore();

    /// <summary>Verbs that say the same of an invoice, and of many other things.</summary>
    [GeneratedRegex(
        @"\b(?:(?:is|was|falls|fell|becomes|be|are|were)[ ]due|due(?=[ ](?:on|by|since|until|from)\b)|fällig(?=[ ](?:am|zum|bis|seit)\b)|(?:am|zum|bis|seit[ ]dem)(?=[ ][^\n]{4,24}[ ]fällig)"
        + @"|arrive(?:ra)?[ ]à[ ]échéance|vence|venc[ií][óo]|venc[ií]a|échue?[ ](?:depuis|le)|vencida[ ]desde|überfällig[ ]seit|seit[ ]dem(?=[ ][^\n]{4,24}[ ]überfällig)|overdue[ ]since)\b",
        RegexOptions.IgnoreCase)]
    public static partial Regex DueVerb();

    /// <summary>What only an invoice has.</summary>
    [GeneratedRegex(
        @"\b(?:invoice|payment|balance|bill|amount|total|rechnung|zahlung|(?:rest|rechnungs|gesamt)?betrag|saldo|facture|paiement|montant|solde|factura|pago|importe)\b",
        RegexOptions.IgnoreCase)]
    public static partial Regex AboutMoney();

    /// <summary>Signs that a sentence speaks of another sum than this invoice's.</summary>
    [GeneratedRegex(
        @"\b(?:projects?|orders?|quot(?:e|ation)s?|estimates?|budgets?|offers?|proposals?|contracts?|deposits?|retainers?|instal?lments?|parts?|part[ ]payments?|month(?:ly|s)?|next|last|previous|other|another"
        + @"|both|each|per|separate|options?|discounts?|fees?|interest|would|could|phases?|quarter(?:ly)?|annual|copies|future|second|third|final[ ]third|halves|half"
        + @"|projekts?|auftrags?|aufträge|angebots?|kostenvoranschlags?|vertrags?|anzahlung(?:en)?|abschlag(?:szahlung)?(?:en)?|raten?|ratenzahlung(?:en)?|teil(?:e|zahlung|zahlungen)?|monat(?:lich|e|s)?"
        + @"|nächste[nrsm]?|letzte[nrsm]?|vorige[nrsm]?|andere[nrsm]?|beide[nrsm]?|je|pro|gesondert|rabatt|nachlass|skonto|wäre[n]?|würden?|zweite[nrsm]?|dritte[nrsm]?|zinsen"
        + @"|projets?|commandes?|devis|contrats?|acomptes?|mensualités?|versements?|prochaine?s?|derni(?:er|ère)s?|autres?|deux|chaque|remises?|serai(?:t|ent)|options?|deuxième|troisième"
        + @"|proyectos?|pedidos?|presupuestos?|contratos?|anticipos?|cuotas?|plazos?|mensual(?:es)?|próxim[oa]s?|últim[oa]s?|otr[oa]s?|amb[oa]s|cada|descuentos?|sería[n]?|segund[oa]|tercer[oa]?)\b",
        RegexOptions.IgnoreCase)]
    public static partial Regex OtherSum();

    /// <summary>Signs that a sentence says what was so before.</summary>
    [GeneratedRegex(
        @"\b(?:was|were|stood|before|earlier|instead|rather|than|old|previous(?:ly)?|former(?:ly)?|originally?|opening|starting|longer|mistake|wrong|from"
        + @"|war|waren|betrug|vorher|zuvor|bisher|bisherige[nrsm]?|statt|anstatt|anstelle|anfangssaldo|alte[nrsm]?|ursprünglich(?:e[nrsm]?)?|vor"
        + @"|était|étaient|avant|lieu|ancienne?|précédente?|initial(?:e|ement)?|erreur|era|eran|fue|antes|lugar|vez|anterior|inicial|error)\b",
        RegexOptions.IgnoreCase)]
    public static partial Regex Past();
}
