namespace FasterMoney.Domain.ContentChecks.Words;

internal sealed partial record LanguageWords
{
    // Words run on without blanks: a label takes what it is joined to along, and the particle behind it.
    public static LanguageWords Japanese { get; } = new()
    {
        Code = "ja",
        BalanceLabels = @"\w{0,40}(?:(?:お支払|未払|未入金|請求|未決済)(?:い)?残高|(?:お支払|ご請求)(?:い)?(?:金額|額)|未払(?:い)?(?:金額|金|額)|残金)(?:は|が)?",
        LooseBalanceLabels = @"\w{0,40}残高(?:は|が)?",
        BalanceVerbs = "",
        StillWords = "まだ",
        OpenWords = "が未払い(?:です)?|が未入金(?:です)?|が残って(?:い|お)ります",
        TotalLabels = @"\w{0,40}(?:合計金額|請求総額|請求合計|合計額)(?:は|が)?",
        LooseTotalLabels = @"\w{0,40}合計(?:は|が)?",
        InvoiceNouns = "(?:ご)?請求書",
        ThisInvoice = "(?:この|本|今回の)(?:ご)?請求書",
        OtherInvoices = @"(?:別の|他の|次の|前回の|次回の|先月の|以前の)(?:ご)?請求書\w{0,4}",
        InvoiceArticles = "",
        NumberSigns = "番号",
        AmountLinks = "は|の",
        MoneyNouns = @"\w{0,40}(?:請求書|お支払い?|残高|金額)\w{0,8}",
        OtherSums = @"\w{0,12}(?:見積|契約|手付金|前払金|分割|毎月|次回|前回|別の|他の|割引|値引)\w{0,8}",
        PastSigns = @"\w{0,12}(?:以前は|訂正前|変更前|当初)\w{0,4}",
        DueLabels = @"\w{0,40}(?:お支払|支払)(?:い)?(?:期限|期日)(?:は|が)?",
        DueVerbs = "",
        IssuedLinks = "",
        MonthNames = ["", "", "", "", "", "", "", "", "", "", "", ""],
        MonthsBeforeDay = "",
        MonthsAfterDot = "",
        DayEndings = "",
        BeforeMonth = "",
        BeforeYear = "",
        DateTemplates = "YYYY年MM月DD日",
        CurrencyNames = new Dictionary<string, string> { ["ユーロ"] = "€", ["ドル"] = "$", ["ポンド"] = "£" },
        Abbreviations = "",
        NoteLabels = "社内メモ|内部メモ|社外秘",
        PlaceholderArticles = "",
        PlaceholderOwners = "",
        PlaceholderThings = "",
        DotWords = "ドット",
        AtWords = "アットマーク",
        CallingWords = "様 御中",
        ActingWords = "",
        ConnectingWords = "は が の 現在 です まで 本日 請求書",
        SmallWords = "の は が を に へ と で も や か",
        BusinessWords = "様 御 中 請 求 書 支 払 残 高 金 額 期 限 日 月 年 円",
    };
}
