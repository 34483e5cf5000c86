namespace FasterMoney.Domain.ContentChecks.Words;

internal sealed partial record LanguageWords
{
    public static LanguageWords English { get; } = new()
    {
        Code = "en",
        BalanceLabels =
            """
            balance (?:still |now |currently )?(?:due|outstanding|remaining|owed|owing|open|to pay)|(?:amount|sum|total) (?:still |now |currently )?(?:due|outstanding|owed|owing|payable|remaining|open)
            |(?:outstanding|open|remaining|unpaid|overdue|current|new) (?:amount|balance|sum)(?: due)?|(?:amount|sum|total|balance) (?:that|which) (?:is|remains) (?:still |now )?(?:due|open|outstanding|unpaid|owed)
            |you (?:now |still |currently |only |really )*(?:owe|must pay|have to pay|need to pay)(?: us)?|left to pay|still to (?:be paid|pay)|your (?:debt|arrears|unpaid invoice)|there remains|(?:still )?open(?= ?:)
            """,
        LooseBalanceLabels = "balance|remainder|that leaves|leaves you with|(?:waiting|wait) for|we (?:still )?(?:need|miss|await|expect|lack)|(?:please|kindly|could you|must|to) (?:pay|transfer|remit|send|wire|settle)(?: us)?|received the (?:remaining|outstanding)|the (?:remaining|outstanding|missing)|there is(?: still)?",
        BalanceVerbs = "is|are|has|have|remains?|stays?",
        StillWords = "still|now|currently|yet|not|all",
        OpenWords = "outstanding|unpaid|open|overdue|owed|owing|left(?: to pay| on| unpaid)?|remains?|remaining|due|payable|missing|to be paid|to pay|(?:been )?paid yet|been paid|(?:what|that) you (?:still |now )?owe",
        TotalLabels = "invoice (?:total|amount|value)|total (?:invoice )?amount|(?:invoice|grand) total|(?:amount|total) of (?:the|your|this|our) invoice|(?:we )?(?:billed|invoiced|charged) you",
        LooseTotalLabels = "total|amount(?= ?:)",
        InvoiceNouns = "invoice",
        ThisInvoice = "(?:your|our|the|this|attached|enclosed) invoice",
        OtherInvoices = "(?:other|another|next|last|previous|earlier|first|second|third|new|separate|both|two|all|these|several) (?:open |unpaid )?invoices?",
        InvoiceArticles = "on|for|from|of|the|your|this|our",
        NumberSigns = @"no\.?",
        AmountLinks = "for|of|over|amounts?|total|is|to|totals",
        MoneyNouns = "invoice|payment|balance|bill|amount|total",
        OtherSums =
            """
            projects?|orders?|quot(?:e|ation)s?|estimates?|budgets?|offers?|proposals?|contracts?|deposits?|retainers?|instal?lments?|(?<!votre )parts?|part payments?|month(?:ly|s)?|next|last
            |previous|other|another|both|each|per|separate|options?|discounts?|fees?|interest|would|could|phases?|quarter(?:ly)?|annual|copies|future|second|third|final third
            |halves|half
            """,
        PastSigns = "was|were|stood|before|earlier|instead|rather|than|old|previous(?:ly)?|former(?:ly)?|originally?|opening|starting|longer|mistake|wrong|from",
        DueLabels = "due date|payment due date|payable (?:by|on|until|before)|payment (?:is |was |falls )?due|due(?= ?:)|payment deadline|deadline for payment|to be paid by",
        DueVerbs = @"(?:is|was|falls|fell|becomes|be|are|were) due|due(?= (?:on|by|since|until|from)\b)|overdue(?= since\b)",
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
        PaidLabels = "you (?:have |have already |already |had )?paid(?: us)?(?: so far)?|paid so far|amount paid|payments? (?:so far|to date)|paid(?= ?:)",
        SettledWords = "(?:paid|settled) in full|(?:fully|completely|entirely) (?:paid|settled)|paid off|nothing (?:is |more is |else is |more |else )?(?:left|due|owed|outstanding|open|to (?:be )?pa(?:y|id))|owe (?:us )?nothing|no (?:open |outstanding )?balance|invoice(?: [a-z]+-?[0-9]+)? (?:is|has been|was)(?: now)? (?:paid|settled|cleared)\\b",
        UnlessWords = "if|when|once|until|till|as soon as|after|unless|not|isn't|wasn't|hasn't|never|whenever|before|whether|beyond|except|should|would|will|can(?! confirm)|say|says",
        MultiplesBefore = "double|twice|triple|(?:two|three|four|five|ten|[0-9]+) times|[0-9]+ ?[x×]",
        MultiplesAfter = "times|[x×*] ?[0-9]+",
        NumberWords = "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred 100 thousand 1000 million 1000000",
        NumberLinks = "and a",
        IssueLabels = "invoice date|date of (?:the |your |this )?invoice|issue date|date of issue|(?:our|the|your|this) invoice (?:dated|of|from)|we (?:issued|invoiced|wrote) (?:the|this|your|our) invoice",
        DueAfter = "overdue",
        AheadWords = "in|within",
        AgoBefore = "since",
        AgoAfter = "ago",
        DayWords = "days?",
        WeekWords = "weeks?",
        MonthWords = "months?",
        TodayWords = "today",
        TomorrowWords = "tomorrow",
        YesterdayWords = "yesterday",
        AccountLabels = "account(?: no\\.?| number| nr\\.?)?|sort code|routing(?: number)?",
        Titles = "mr mrs ms miss dr prof sir madam",
        CustomerWords = "customer customers client clients",
        OwnPlaceholderWords = "name first last customer client company business contact full invoice order due payment date amount number link url email mail address balance insert your the of here sender recipient city phone title firstname lastname surname",
        OneOfWords = "one another a also",
        PercentWords = "percent|per cent",
        TimeWords = "end month months week weeks year years day days time times today quarter morning beginning moment date first last next",
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
            per via upon against along among around behind beside beyond despite except inside near outside towards throughout also only just very too more most less least much many few some any all each every both either neither other others another such same own now once ever never
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
