namespace FasterMoney.Domain.ContentChecks.Words;

internal sealed partial record LanguageWords
{
    public static LanguageWords Spanish { get; } = new()
    {
        Code = "es",
        BalanceLabels = "saldo (?:pendiente|deudor|restante|actual)|(?:importe|cantidad|monto|total) (?:pendiente|adeudad[oa]|a pagar|por pagar)|pendiente de pago|nos debe(?: usted)?",
        LooseBalanceLabels = "saldo|quedan?(?: pendientes?)?",
        BalanceVerbs = "siguen?|quedan?",
        StillWords = "a[úu]n|todav[íi]a",
        OpenWords = "pendientes?(?: de pago)?",
        TotalLabels = "(?:importe|monto) total|total de (?:la|su) factura|importe de (?:la|su) factura",
        LooseTotalLabels = "total|importe(?= ?:)",
        InvoiceNouns = "factura",
        ThisInvoice = "(?:su|nuestra|la|esta) factura",
        OtherInvoices = "(?:otras?|próximas?|últimas?|primeras?|segundas?|nuevas?|ambas|dos|todas las) facturas?|facturas? (?:siguientes?|anterior(?:es)?)",
        InvoiceArticles = "de|la|su|nuestra",
        NumberSigns = "",
        AmountLinks = "de|por",
        MoneyNouns = "factura|pago|importe|saldo",
        OtherSums =
            """
            proyectos?|pedidos?|presupuestos?|contratos?|anticipos?|cuotas?|plazos?|mensual(?:es)?|próxim[oa]s?|últim[oa]s?|otr[oa]s?|amb[oa]s|cada|descuentos?|sería[n]?|segund[oa]
            |tercer[oa]?
            """,
        PastSigns = "era|eran|fue|antes|lugar|vez|anterior|inicial|error",
        DueLabels = "fecha de vencimiento|vencimiento|fecha l[íi]mite de pago",
        DueVerbs = "vence|venc[ií][óo]|venc[ií]a|vencida desde",
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
        DotWords = "",
        AtWords = "arroba",
        CallingWords = "cliente empresa hola estimado estimada",
        ActingWords = "debe pago paga pidio",
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
