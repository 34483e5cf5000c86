using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>What may stand between a label and what it is about, without turning it into something else.</summary>
internal static partial class ConnectingWords
{
    private const int Longest = 70;

    private static readonly HashSet<string> Words =
    [
        .. ("""
            is are of now today currently still only just at for over to the your our this that you us we in amount amounts comes come stands remains remain on invoice number no nr and which dated
            by until since from latest payable due been has have balance total it therefore thus again exactly was were stood
            der die das den dem des ist sind beträgt beträgt, liegt bei jetzt nun noch von vom in höhe über ihre ihrer ihrem unsere unserer rechnung rechnungsnummer am zum bis seit für damit also
            insgesamt weiterhin unverändert aktuell heute war waren betrug lag sich beläuft auf es fällig
            est sont de du la le les à au s'élève élève s désormais maintenant actuellement encore votre notre facture numéro n d'un d un montant pour sur d'ici donc soit depuis était
            monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
            lunes martes miércoles jueves viernes sábado domingo
            es son el los las a al ahora actualmente asciende queda quedan en por un una importe su nuestra factura número hoy sigue siendo desde antes que era
            """).Split([' ', '\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>Whether the text between label and value holds nothing but small words, and no number but this invoice's own.</summary>
    public static bool Joins(ReadOnlySpan<char> between, string? ownNumber)
    {
        if (between.Length > Longest)
            return false;

        var rest = between.ToString();
        if (ownNumber is { Length: > 0 })
            rest = rest.Replace(ownNumber, " ", StringComparison.OrdinalIgnoreCase);

        return Word().Matches(rest).All(word => Words.Contains(word.Value.ToLowerInvariant()));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:'[\p{L}]+)?|[?;%]")]
    private static partial Regex Word();
}
