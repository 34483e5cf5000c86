namespace FasterMoney.Domain.ContentChecks.Words;

internal sealed partial record LanguageWords
{
    public static LanguageWords Spanish { get; } = new()
    {
        Code = "es",
        BalanceLabels = "saldo (?:pendiente|deudor|restante|actual)|(?:importe|cantidad|monto|total) (?:pendiente|adeudad[oa]|a pagar|por pagar)|pendiente de pago|nos (?:debe|adeuda)(?: usted)?(?: todavía| aún)?|su deuda|quedan? por pagar",
        LooseBalanceLabels = "saldo|quedan?(?: pendientes?)?|faltan?(?: por pagar)?|le rogamos que (?:abone|pague|transfiera)|por favor,? (?:abone|pague|transfiera)",
        BalanceVerbs = "siguen?|quedan?|están?|son|es",
        StillWords = "a[úu]n|todav[íi]a",
        OpenWords = "pendientes?(?: de pago)?|sin pagar|por pagar",
        TotalLabels = "(?:importe|monto) total|total de (?:la|su|nuestra) factura|importe de (?:la|su) factura",
        LooseTotalLabels = "total|importe(?= ?:)",
        InvoiceNouns = "factura",
        ThisInvoice = "(?:su|nuestra|la|esta) factura",
        OtherInvoices = "(?:otras?|próximas?|últimas?|primeras?|segundas?|nuevas?|ambas|dos|todas las) facturas?|facturas? (?:siguientes?|anterior(?:es)?)",
        InvoiceArticles = "de|la|su|nuestra",
        NumberSigns = "",
        AmountLinks = "de|por|a",
        MoneyNouns = "factura|pago|importe|saldo",
        OtherSums =
            """
            proyectos?|pedidos?|presupuestos?|contratos?|anticipos?|cuotas?|plazos?|mensual(?:es)?|próxim[oa]s?|últim[oa]s?|otr[oa]s?|amb[oa]s|cada|descuentos?|sería[n]?|segund[oa]
            |tercer[oa]?
            """,
        PastSigns = "era|eran|fue|antes|lugar|vez|anterior|inicial|error",
        DueLabels = "fecha de (?:vencimiento|pago)(?: de la factura)?|vencimiento|fecha l[íi]mite(?: de pago)?",
        DueVerbs = "vence|venc[ií][óo]|venc[ií]a|vencida(?= desde)",
        IssuedLinks = "del|de fecha",
        MonthNames =
        [
            "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo", "junio jun",
            "julio jul", "agosto ago", "septiembre setiembre sep sept", "octubre oct", "noviembre nov", "diciembre dic",
        ],
        MonthsBeforeDay = "",
        MonthsAfterDot = "",
        DayEndings = "º",
        BeforeMonth = "de",
        BeforeYear = "del?",
        DateTemplates = "DD/MM/AAAA",
        CurrencyNames = new Dictionary<string, string> { ["euro"] = "€", ["euros"] = "€", ["dólar"] = "$", ["dólares"] = "$", ["dolar"] = "$", ["dolares"] = "$", ["yen"] = "¥" },
        Abbreviations = "Sr|Sra",
        NoteLabels = "nota interna|notas internas",
        PlaceholderArticles = "su|tu",
        PlaceholderOwners = "nombre|cliente|empresa|factura",
        PlaceholderThings = "importe|fecha|apellido",
        DotWords = "punto",
        AtWords = "arroba",
        CallingWords = "cliente empresa hola estimado estimada",
        ActingWords = "debe pago paga pidio",
        PaidLabels = "(?:usted )?(?:ya )?(?:nos )?ha pagado|pagado hasta ahora|pagado(?= ?:)",
        SettledWords = "(?:totalmente|completamente|íntegramente) (?:pagad[oa]|liquidad[oa])|pagad[oa] (?:por completo|en su totalidad|del todo)|(?:no )?(?:nos )?debe nada|nada (?:más )?(?:pendiente|que pagar)|factura(?: [a-z]+-?[0-9]+)? (?:ya )?está (?:ya )?(?:pagada|liquidada)",
        UnlessWords = "cuando|cuanto|si|hasta|vez|no está|aún|todavía|tras|antes|que",
        MultiplesBefore = "doble|triple|(?:dos|tres|diez|[0-9]+) veces|[0-9]+ ?[x×]",
        MultiplesAfter = "veces|por (?:dos|tres|diez)",
        NumberWords = "un 1 uno 1 una 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14 quince 15 dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiuno 21 veintidos 22 veintitres 23 veinticuatro 24 veinticinco 25 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 trescientos 300 cuatrocientos 400 quinientos 500 seiscientos 600 setecientos 700 ochocientos 800 novecientos 900 mil 1000",
        NumberLinks = "y",
        IssueLabels = "fecha de (?:la |su )?factura|fecha de emisión|(?:nuestra|la|su) factura (?:del|de fecha)|emitida el",
        AheadWords = "en|dentro de",
        AgoBefore = "hace|desde hace",
        DayWords = "d[íi]as?",
        WeekWords = "semanas?",
        MonthWords = "mes(?:es)?",
        TodayWords = "hoy",
        TomorrowWords = "mañana",
        YesterdayWords = "ayer",
        AccountLabels = "cuenta(?: n\\.º)?",
        Titles = "sr sra srta don dona senor senora dr",
        CustomerWords = "cliente clientes clienta",
        OwnPlaceholderWords = "nombre apellido apellidos cliente empresa factura importe fecha su tu del de la el número dirección aquí",
        OneOfWords = "uno una otro otra tambien",
        PercentWords = "por ciento",
        TimeWords = "fin finales mes meses semana semanas ano anos dia dias tiempo hoy trimestre principio momento",
        ConnectingWords =
            """
            es son el los las a al ahora actualmente asciende queda quedan en por un una importe su nuestra factura número hoy sigue siendo desde antes que era lunes martes miércoles
            jueves viernes sábado domingo
            """,
        SmallWords =
            """
            el los las lo una unos unas del al y o u pero sino porque pues que quien cual cuando donde como cuanto yo nosotros nuestro nuestra nuestros nuestras usted ustedes su sus
            mi mis tu tus ella ellos ellas le les se es son era eran fue fueron sera ser estar esta estan este esto estos estas ese esa eso ha han habia hemos he haber hacer hecho
            puede pueden podemos con sin para por entre desde hasta segun sobre tras durante antes despues ni muy mas menos tambien todavia ya todo toda todos todas cada otro otra
            otros otras mismo misma si aqui
            """,
        BusinessWords =
            """
            factura facturas pago pagos pagar pagado pagada abonar abonado importe importes saldo pendiente pendientes vencimiento vence vencida fecha retraso recordatorio recordamos
            aviso transferencia cuenta banco tarjeta efectivo abono reembolso descuento anticipo plazo plazos cuota precio precios tarifa gastos gasto tasa impuesto iva pedido
            pedidos presupuesto contrato acuerdo cliente clientes empresa oficina servicio servicios contabilidad pregunta preguntas ayuda llamada telefono correo mensaje carta
            enlace pagina direccion copia archivo archivos adjunto adjuntamos documento imprenta prueba proyecto proyectos trabajo trabajos entrega entregar paquete seguimiento
            numero muestra muestras diseno dibujos foto papel color reunion cita fase trimestre mes meses semana semanas dia dias ano anos hoy manana ayer mediodia tarde noche hora
            horas lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre primavera verano otono
            invierno pascua navidad vacaciones nuevo nueva nuevos primero primera segundo segunda tercero ultimo ultima proximo proxima bueno buena buenos buenas estimado estimada
            hola saludo saludos cordial atentamente gracias senor senora parte entero libre error cambio cambiar actual enviar enviado enviamos dar recibir recibido tomar ver saber
            decir pensar necesidad querer venir ir empezar fin cerrar cerrado abrir abierto quedar queda quedan confirmar confirmo indicar incluir incluido problema razon cosa lugar
            plaza casa calle ciudad mercado tienda taller jardin parque puente monte cumbre valle bosque piedra estrella sol luna luz cielo mar azul verde rojo blanco negro oro plata
            norte sur este oeste espanola espanol mundo general publico escuela museo iglesia centro comercio edificio energia agua cocina panaderia restaurante hotel viaje deporte
            salud seguro derecho moda belleza arte musica libro prensa feria futuro esperanza paz solucion dos tres cuatro cinco seis siete ocho nueve diez cien mil ciento posible
            disponible listo varios juntos aproximadamente alrededor
            """,
    };
}
