namespace FasterMoney.Domain.ContentChecks.Words;

internal sealed partial record LanguageWords
{
    public static LanguageWords English { get; } = new()
    {
        Code = "en",
        BalanceLabels =
            """
            balance (?:due|outstanding|remaining|owed|to pay)|(?:amount|sum|total) (?:still |now )?(?:due|outstanding|owed|owing|payable|remaining)
            |(?:outstanding|open|remaining|unpaid|overdue|current|new) (?:amount|balance|sum)(?: due)?|you (?:now |still |currently |only )?owe(?: us)?|left to pay
            |still to (?:be paid|pay)
            """,
        LooseBalanceLabels = "balance|remainder|that leaves|leaves you with",
        BalanceVerbs = "is|are|remains?|stays?",
        StillWords = "still|now|currently",
        OpenWords = "outstanding|unpaid|open|overdue|owed|owing|left to pay",
        TotalLabels = "invoice (?:total|amount|value)|total (?:invoice )?amount|(?:invoice|grand) total|amount of (?:the|your|this) invoice",
        LooseTotalLabels = "total|amount(?= ?:)",
        InvoiceNouns = "invoice",
        ThisInvoice = "(?:your|our|the|this|attached|enclosed) invoice",
        OtherInvoices = "(?:other|another|next|last|previous|earlier|first|second|third|new|separate|both|two|all|these|several) (?:open |unpaid )?invoices?",
        InvoiceArticles = "on|for|from|of|the|your|this|our",
        NumberSigns = @"no\.?",
        AmountLinks = "for|of|over|amounts?|total|is",
        MoneyNouns = "invoice|payment|balance|bill|amount|total",
        OtherSums =
            """
            projects?|orders?|quot(?:e|ation)s?|estimates?|budgets?|offers?|proposals?|contracts?|deposits?|retainers?|instal?lments?|parts?|part payments?|month(?:ly|s)?|next|last
            |previous|other|another|both|each|per|separate|options?|discounts?|fees?|interest|would|could|phases?|quarter(?:ly)?|annual|copies|future|second|third|final third
            |halves|half
            """,
        PastSigns = "was|were|stood|before|earlier|instead|rather|than|old|previous(?:ly)?|former(?:ly)?|originally?|opening|starting|longer|mistake|wrong|from",
        DueLabels = "due date|payment due date|payable by|payment (?:is |was |falls )?due",
        DueVerbs = @"(?:is|was|falls|fell|becomes|be|are|were) due|due(?= (?:on|by|since|until|from)\b)|overdue since",
        IssuedLinks = "dated|of|from",
        MonthNames =
        [
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ],
        MonthsBeforeDay = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}",
        MonthsAfterDot = "",
        DayEndings = "st|nd|rd|th",
        BeforeMonth = "of",
        BeforeYear = "",
        DateTemplates = "DD/MM/YYYY|MM/DD/YYYY",
        CurrencyNames = new Dictionary<string, string> { ["euro"] = "€", ["euros"] = "€", ["dollar"] = "$", ["dollars"] = "$", ["pound"] = "£", ["pounds"] = "£", ["yen"] = "¥" },
        Abbreviations = "No|no|approx|Mr|Mrs|Ms|Dr|St",
        NoteLabels = "(?:internal|private) notes?",
        PlaceholderArticles = "your|the",
        PlaceholderOwners = "customer|client|company|business|contact|first|last|full|invoice|order|due|payment|portal|insert",
        PlaceholderThings = @"name|number|date|amount|link|url|e-?mail|address|balance|insert [^\]\n]{1,40}",
        DotWords = "dot",
        AtWords = "at",
        CallingWords = "customer client company firm messrs dear hello hi",
        ActingWords = "owes owed pays paid ordered orders bought complained",
        ConnectingWords =
            """
            is are of now today currently still only just at for over to the your our this that you us we in amount amounts comes come stands remains remain on invoice number no and
            which dated by until since from latest payable due been has have balance total it therefore thus again exactly was were stood monday tuesday wednesday thursday friday
            saturday sunday
            """,
        SmallWords =
            """
            a an the and or but nor so yet if then than that this these those there here who whom whose which what when where why how i me my mine we us our ours you your yours he
            him his she her hers it its they them their am is are was were be been being do does did done have has had having will would shall should can could may might must not no
            yes of in on at to for from by with without within about above below over under into onto out off up down between through during before after again since until till as
            per via upon also only just very too more most less least much many few some any all each every both either neither other others another such same own now once ever never
            always often soon still already let lets s t re ve ll d m
            """,
        BusinessWords =
            """
            invoice invoices bill bills billing billed account accounts accounting bookkeeping payment payments pay pays paid paying payable balance due date dates amount amounts
            total totals sum net tax taxes vat open outstanding overdue remaining rest reminder remind remainder receipt received receive arrive arrived transfer transferred wire
            bank banks card cash cheque check credit credits note notes refund refunded discount discounts deposit deposits instalment instalments installment price prices cost costs
            charge charges charged fee fees rate rates order orders ordered purchase reference number numbers quote quotation offer estimate budget contract agreement terms customer
            customers client clients company companies business office offices team department accountant book books statement details detail information question questions help
            contact call calls phone telephone mail email message messages letter link page website address copy file files attached attachment enclosed document documents pdf print
            printed printer proof draft version project projects work works working job jobs service services product products delivery deliver delivered ship shipped parcel package
            tracking sample samples design designs drawing drawings photo photos picture pictures paper colour color material materials meeting meet appointment schedule plan plans
            planned phase quarter annual monthly weekly day days week weeks month months year years today tomorrow yesterday morning afternoon evening night noon time hour hours
            minute minutes monday tuesday wednesday thursday friday saturday sunday weekend january february march april may june july august september october november december
            spring summer autumn fall winter easter christmas holiday holidays new old first second third fourth last next previous following good great best better fine nice kind
            happy sorry glad pleased sincerely regards regard dear hello hi hey thanks thank welcome cheers yours faithfully sir madam mr mrs ms please kindly friendly gentle quick
            short long small large big full half part parts whole free right left correct corrected correction wrong mistake error change changes changed update updated latest
            current currently now send sends sent sending give given get gets got make makes made take takes taken put set see seen look looking forward find found show shows shown
            know known tell told ask asked asking answer say said think thought want wanted need needed like liked love use used using keep kept hold held come comes came coming go
            goes going gone start starts started begin begins end ends ended finish finished close closed closing opened opening move moved bring brought leave leaves stay stays
            agree agreed discuss discussed confirm confirmed confirmation noted mention mentioned include included including settle settled settling matter matters problem problems
            issue issues case reason reasons way ways thing things point points place places side sides home house street road city main market shop store room floor building garden
            park bridge hill hills lake river sea mountain summit valley forest wood woods stone star stars sun moon light sky blue green red white black gold golden silver orange
            yellow brown grey gray pink north south east west central united national international global world general public private royal premier prime pure true real direct
            express fast easy simple smart bright clear clean fresh modern classic digital media studio group partner partners partnership solution solutions system systems network
            consulting trading holding holdings capital invest investment finance financial insurance legal law energy power water food kitchen coffee bakery cafe restaurant hotel
            travel tours sport sports fitness health care medical dental clinic school college university academy museum church club union centre center bureau agency factory supply
            supplies logistics transport motors auto car cars garage repair repairs construction build builders property properties estate homes living life style fashion beauty hair
            art arts music press news post radio film production events event fair exhibition stand booth sign signs signage brand branding guidelines guide catalogue catalog menu
            brochure leaflet poster success future hope grace faith joy will mark grant frank rich rose dawn max pat bob rob jack drew chase hunter mason dean carol one two three
            four five six seven eight nine ten hundred thousand percent several enough possible available ready able sure certain different difference separate additional extra
            further past late later early earlier recent recently final finally second-hand simply directly shortly immediately exactly gladly together alone instead rather quite
            almost around approximately however therefore because although though while whether unless regarding concerning according accordance behalf advance return request
            requests requested require required support supports supporting provide provided allow allowed continue continued cooperation collaboration patience inconvenience trust
            feedback review reviews approve approved approval scheduled accept accepted offered granted announce announced inform informed record records recorded process processed
            processing booked
            """,
    };
}
