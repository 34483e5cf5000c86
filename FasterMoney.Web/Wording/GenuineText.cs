using System.Globalization;

namespace FasterMoney.Web.Wording;

/// <summary>The words by which a customer learns whether a page is genuine, in one language.</summary>
public sealed record GenuineText
{
    private static readonly GenuineText English = new()
    {
        Code = "en",
        Question = "Is this page genuine?",
        Lead = business => $"{business} shows its invoices at this address. This is how you can tell that a page is really theirs.",
        WhoSends = "Who sends it",
        WhatTheBarShows = "What the address bar must show",
        StartsWith = "The address of each invoice starts with exactly this:",
        Otherwise = "If anything differs, even by one letter, close the page and ask the business.",
        NeverAsked = "What you are never asked for",
        NoPassword = "You need no account. No page here asks for a password, a PIN or a code that was sent to you, or wants you to install anything.",
        WhomToAsk = "Whom to ask",
        AskHere = "If you are not sure, ask here, and not at a number or an address from the message that you doubt:",
        AskThoseYouKnow = "Ask the people whom you know at the business, at a number that you had before.",
    };

    private static readonly GenuineText German = new()
    {
        Code = "de",
        Question = "Ist diese Seite echt?",
        Lead = business => $"{business} zeigt Rechnungen unter dieser Adresse. So erkennen Sie, dass eine Seite wirklich von dort kommt.",
        WhoSends = "Wer sie verschickt",
        WhatTheBarShows = "Was in der Adresszeile stehen muss",
        StartsWith = "Die Adresse jeder Rechnung beginnt genau so:",
        Otherwise = "Weicht etwas ab, und sei es ein Buchstabe, schließen Sie die Seite und fragen Sie beim Unternehmen nach.",
        NeverAsked = "Wonach Sie nie gefragt werden",
        NoPassword = "Sie brauchen kein Konto. Keine Seite hier fragt nach einem Passwort, einer PIN oder einem Code, der Ihnen geschickt wurde, und Sie sollen nichts installieren.",
        WhomToAsk = "Wen Sie fragen können",
        AskHere = "Wenn Sie unsicher sind, fragen Sie hier nach, und nicht unter einer Nummer oder Adresse aus der Nachricht, der Sie misstrauen:",
        AskThoseYouKnow = "Fragen Sie die Menschen, die Sie im Unternehmen kennen, unter einer Nummer, die Sie schon vorher hatten.",
    };

    private static readonly GenuineText French = new()
    {
        Code = "fr",
        Question = "Cette page est-elle authentique ?",
        Lead = business => $"{business} présente ses factures à cette adresse. Voici comment reconnaître qu’une page vient bien d’elle.",
        WhoSends = "Qui l’envoie",
        WhatTheBarShows = "Ce que la barre d’adresse doit afficher",
        StartsWith = "L’adresse de chaque facture commence exactement ainsi :",
        Otherwise = "Si quelque chose diffère, ne serait-ce que d’une lettre, fermez la page et interrogez l’entreprise.",
        NeverAsked = "Ce que l’on ne vous demande jamais",
        NoPassword = "Aucun compte n’est nécessaire. Aucune page ici ne demande de mot de passe, de code PIN ou de code qui vous a été envoyé, ni d’installer quoi que ce soit.",
        WhomToAsk = "À qui vous adresser",
        AskHere = "En cas de doute, adressez-vous ici, et non à un numéro ou à une adresse figurant dans le message suspect :",
        AskThoseYouKnow = "Adressez-vous aux personnes que vous connaissez dans l’entreprise, à un numéro que vous aviez déjà.",
    };

    private static readonly GenuineText Spanish = new()
    {
        Code = "es",
        Question = "¿Es auténtica esta página?",
        Lead = business => $"{business} muestra sus facturas en esta dirección. Así puede saber si una página es realmente suya.",
        WhoSends = "Quién la envía",
        WhatTheBarShows = "Qué debe mostrar la barra de direcciones",
        StartsWith = "La dirección de cada factura empieza exactamente así:",
        Otherwise = "Si algo difiere, aunque sea una letra, cierre la página y pregunte a la empresa.",
        NeverAsked = "Qué no se le pide nunca",
        NoPassword = "No necesita ninguna cuenta. Ninguna página de aquí pide una contraseña, un PIN o un código que se le haya enviado, ni que instale nada.",
        WhomToAsk = "A quién preguntar",
        AskHere = "Si tiene dudas, pregunte aquí, y no en un número o una dirección del mensaje del que desconfía:",
        AskThoseYouKnow = "Pregunte a las personas que conoce en la empresa, en un número que ya tenía antes.",
    };

    private static readonly GenuineText Italian = new()
    {
        Code = "it",
        Question = "Questa pagina è autentica?",
        Lead = business => $"{business} mostra le sue fatture a questo indirizzo. Ecco come riconoscere che una pagina è davvero sua.",
        WhoSends = "Chi la invia",
        WhatTheBarShows = "Che cosa deve mostrare la barra degli indirizzi",
        StartsWith = "L’indirizzo di ogni fattura inizia esattamente così:",
        Otherwise = "Se qualcosa è diverso, anche una sola lettera, chiuda la pagina e chieda all’azienda.",
        NeverAsked = "Che cosa non Le viene mai chiesto",
        NoPassword = "Non serve alcun account. Nessuna pagina qui chiede una password, un PIN o un codice che Le è stato inviato, né di installare qualcosa.",
        WhomToAsk = "A chi chiedere",
        AskHere = "In caso di dubbio chieda qui, e non a un numero o a un indirizzo del messaggio di cui diffida:",
        AskThoseYouKnow = "Chieda alle persone che conosce in azienda, a un numero che aveva già prima.",
    };

    private static readonly GenuineText Dutch = new()
    {
        Code = "nl",
        Question = "Is deze pagina echt?",
        Lead = business => $"{business} toont facturen op dit adres. Zo ziet u of een pagina werkelijk van hen is.",
        WhoSends = "Wie verstuurt dit",
        WhatTheBarShows = "Wat er in de adresbalk moet staan",
        StartsWith = "Het adres van elke factuur begint precies zo:",
        Otherwise = "Wijkt er iets af, al is het één letter, sluit dan de pagina en vraag het bedrijf ernaar.",
        NeverAsked = "Wat u nooit wordt gevraagd",
        NoPassword = "U hebt geen account nodig. Geen pagina hier vraagt om een wachtwoord, een pincode of een code die u is toegestuurd, en u hoeft niets te installeren.",
        WhomToAsk = "Aan wie u het kunt vragen",
        AskHere = "Twijfelt u, vraag het dan hier, en niet op een nummer of adres uit het bericht dat u niet vertrouwt:",
        AskThoseYouKnow = "Vraag het aan de mensen die u bij het bedrijf kent, op een nummer dat u al eerder had.",
    };

    private static readonly GenuineText Japanese = new()
    {
        Code = "ja",
        Question = "このページは本物ですか",
        Lead = business => $"{business}は、このアドレスで請求書を公開しています。本物のページかどうかは、次の点で確認できます。",
        WhoSends = "送信元",
        WhatTheBarShows = "アドレスバーの表示",
        StartsWith = "各請求書のアドレスは、必ず次の文字列で始まります。",
        Otherwise = "一文字でも異なる場合は、ページを閉じて、発行元にお問い合わせください。",
        NeverAsked = "お尋ねしないこと",
        NoPassword = "アカウントは必要ありません。これらのページで、パスワード、暗証番号、お手元に届いた確認コードをお尋ねしたり、ソフトウェアのインストールをお願いしたりすることはありません。",
        WhomToAsk = "お問い合わせ先",
        AskHere = "ご不安な場合は、疑わしいメッセージに書かれた番号や宛先ではなく、こちらにお問い合わせください。",
        AskThoseYouKnow = "以前からご存じの電話番号で、発行元の担当者にお問い合わせください。",
    };

    private static readonly GenuineText[] Languages = [English, German, French, Spanish, Italian, Dutch, Japanese];

    /// <summary>The two-letter code for the page's <c>lang</c>.</summary>
    public required string Code { get; init; }

    public required string Question { get; init; }
    public required Func<string, string> Lead { get; init; }
    public required string WhoSends { get; init; }
    public required string WhatTheBarShows { get; init; }
    public required string StartsWith { get; init; }
    public required string Otherwise { get; init; }
    public required string NeverAsked { get; init; }
    public required string NoPassword { get; init; }
    public required string WhomToAsk { get; init; }
    public required string AskHere { get; init; }
    public required string AskThoseYouKnow { get; init; }

    /// <summary>The words for a culture's language; English when there are none.</summary>
    public static GenuineText For(CultureInfo culture) => Array.Find(Languages, text => text.Code == culture.TwoLetterISOLanguageName) ?? English;
}
