using System.Text.RegularExpressions;

namespace FasterMoney.Web.Assistant.Offline;

/// <summary>Reads what a question wants. Each thing it can be about is a set of words; the asks are combinations of them.</summary>
public static partial class QuestionReading
{
    public static Question Of(string typed)
    {
        var text = PlainWords.Of(typed);
        var unsent = SendNothing().Replace(text, " ").Trim();
        var act = ActIn(unsent, out var isAll);
        var intent = isAll ? QuestionIntent.Forbidden : AskIn(unsent);
        if (act != ForbiddenAct.None && intent is QuestionIntent.Unknown or QuestionIntent.Summary)
            intent = act == ForbiddenAct.None ? intent : QuestionIntent.Forbidden;
        return new Question(intent, References.NumberIn(typed), References.CustomerIn(typed), text, act);
    }

    private static QuestionIntent AskIn(string text)
    {
        var (link, message, draft) = (Link().IsMatch(text), Message().IsMatch(text), Draft().IsMatch(text));
        var (many, not, opened) = (Many().IsMatch(text), Not().IsMatch(text), Opened().IsMatch(text));
        var (balance, explain, corrected) = (Balance().IsMatch(text), Explain().IsMatch(text), Corrected().IsMatch(text));
        if (text.Length == 0 || (Help().IsMatch(text) && !link && !balance && !message))
            return QuestionIntent.Help;
        if (!message && !draft && !FollowUp().IsMatch(text) && OwnersQuestions.In(text) is { } asked)
            return asked;
        if (FollowUp().IsMatch(text) && !FollowUpMessage().IsMatch(text))
            return QuestionIntent.FollowUp;
        if (corrected && (message || (draft && balance && !explain)))
            return QuestionIntent.CorrectedBalance;
        if ((message && (draft || link || Reminder().IsMatch(text))) || (draft && DraftWord().IsMatch(text)))
            return QuestionIntent.DraftMessage;
        if (link && many && Unavailable().IsMatch(text) && !ThisOne().IsMatch(text))
            return QuestionIntent.UnavailableLinks;
        if (opened && not && (Overdue().IsMatch(text) || many) && !ThisOne().IsMatch(text))
            return QuestionIntent.OverdueNotOpened;
        if (link && many && not && !ThisOne().IsMatch(text))
            return QuestionIntent.UnavailableLinks;
        if (link)
            return QuestionIntent.LinkState;
        if (balance || (explain && Figure().IsMatch(text)))
            return QuestionIntent.ExplainBalance;
        return opened || Summary().IsMatch(text) ? QuestionIntent.Summary : QuestionIntent.Unknown;
    }

    /// <summary>What was asked for that no assistant does; <paramref name="isAll"/> when nothing else was asked.</summary>
    private static ForbiddenAct ActIn(string text, out bool isAll)
    {
        var start = Commanded().Match(text);
        var later = start.Success ? start : CommandedLater().Match(text);
        isAll = start.Success;
        return !later.Success ? ForbiddenAct.None : later.Groups["verb"].Value switch
        {
            "send" or "resend" or "email" or "mail" or "text" or "message" or "deliver" or "forward" or "share" => ForbiddenAct.Send,
            "approve" or "confirm" => ForbiddenAct.Approve,
            "record" or "refund" or "credit" or "issue" or "pay" or "charge" or "adjust" or "book" or "reverse" => ForbiddenAct.Money,
            "turn" or "replace" or "extend" or "disable" or "enable" or "activate" or "deactivate" or "renew" or "copy" => ForbiddenAct.Link,
            _ when later.Value.Contains("link", StringComparison.Ordinal) => ForbiddenAct.Link,
            _ => ForbiddenAct.Other,
        };
    }

    private const RegexOptions Plain = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(but |and |then )*((do|please do|does|will|would|must|should|can) )?(not|never|without|nothing) (actually |really |yet )?(to )?(be )?(sent|send|sending|email|emailing|mail|mailing)( it| them| this| anything| out| yet| to (him|her|them|the customer|anyone|anybody))*|\bsend(ing)? (nothing|nobody|no one)( yet)?|\bnothing (is |gets |must |should |may |to )?(be )?(sent|going out)|\b(only|just) (prepare|draft)( it)?$", Plain)]
    private static partial Regex SendNothing();

    private const string Polite = @"^((please|kindly|hi|hey|hello|ok|okay|now|just|also|then|and|so|go ahead and|can you|could you|would you|will you|i want you to|i need you to|i would like you to|you should|you must|let us|faster ai|help me|help me to) )*";
    private const string Verbs = "send|resend|deliver|forward|share|approve|confirm|mark|record|void|cancel|delete|remove|erase|refund|credit|issue|edit|change|modify|rename|update|extend|replace|turn|disable|enable|activate|deactivate|renew|pay|charge|adjust|book|reverse|withdraw|duplicate|invite|import|reset|set(?! (me )?(up )?an? ([a-z]+ )?(followup|reminder|task|todo))|switch|copy";

    [GeneratedRegex(Polite + @"((?<verb>" + Verbs + @")\b(?! nothing)(?! (me|us) (?!the (mail|email|invoice) to)).*|(?<verb>email|mail|text|message) (?!to\b|for\b|about\b|draft\b|text\b|template\b|wording\b).+|(?<verb>make|create|add) (a |an |the |another )?(new |fresh )?(invoice|customer|link|portal link|payment|creditnote|adjustment|refund|user|person)\b.*)$", Plain)]
    private static partial Regex Commanded();

    [GeneratedRegex(@"\b(and|then) (then |please |also |directly |immediately |already )*(?<verb>send|resend|deliver|email|mail|approve|record|void|delete|refund|mark|forward|replace|extend)\b.*$", Plain)]
    private static partial Regex CommandedLater();

    [GeneratedRegex(@"^(hi|hello|hey|help|good (morning|afternoon|evening)|thanks?( you)?|thank you)( there| faster ai)?$|\b(what|which things?) (can|could|do) you (do|help|know|understand|answer)|\bhow (can|could|do) (you help|i use (this|you))|\bwhat are you (able|for)|\bwho are you\b|\bwhat is (this|faster ai)\b|\bhelp me$|\bcan you help\b$", Plain)]
    private static partial Regex Help();

    [GeneratedRegex(@"\b(link|portal)\b", Plain)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(messages?|email|mail|notes?|letters?|text|reminders?|wording|reply|nudge|words|lines? to)\b", Plain)]
    private static partial Regex Message();

    [GeneratedRegex(@"\breminders?\b", Plain)]
    private static partial Regex Reminder();

    [GeneratedRegex(@"\b(drafts?|drafted|drafting|write|writing|written|compose|phrase|prepare|put together|come up with|create|make|generate|give me|get me|need|want|would like|help me|suggest|propose|formulate|word)\b", Plain)]
    private static partial Regex Draft();

    [GeneratedRegex(@"\b(drafts?|compose|write) (something|a short|a quick|a friendly|a polite|up|to|for|me)\b", Plain)]
    private static partial Regex DraftWord();

    [GeneratedRegex(@"\b(followups?|task|tasks|todo|chase|chasing|remind me|set (me )?a reminder|put (it |this )?on my list|reminder for (me|myself|us))\b", Plain)]
    private static partial Regex FollowUp();

    [GeneratedRegex(@"\bfollowup (message|email|mail|note|letter|text)\b", Plain)]
    private static partial Regex FollowUpMessage();

    [GeneratedRegex(@"\b(corrected|corrections?|correcting|changed|change of|adjusted|adjustments?|updated?|new balance|new amount|revised|wrong|mistakes?|creditnote|amended|lower balance|different)\b", Plain)]
    private static partial Regex Corrected();

    [GeneratedRegex(@"\b(which|invoices|list|any|all|how many|every|are there|who|customer|everyone|everybody|anyone|anybody|nobody|people|overview|show me the)\b", Plain)]
    private static partial Regex Many();

    [GeneratedRegex(@"\b(this|that) (invoice|customer|link|portal|one)\b|\bit\b|\b(this|that)$", Plain)]
    private static partial Regex ThisOne();

    [GeneratedRegex(@"\b(not|never|no|nobody|none|unopened|unread|unseen|unviewed|yet to|without|ignored|ignoring|lack|lacks|lacking|missing)\b", Plain)]
    private static partial Regex Not();

    [GeneratedRegex(@"\b(opened|opening|(?<=(to|not|never) )open|unopened|unread|unseen|unviewed|viewed|views?|looked|look at|looking|seen|saw|read|visited|clicked|ignored|ignoring)\b", Plain)]
    private static partial Regex Opened();

    [GeneratedRegex(@"\b(overdue|late|behind|owing|unpaid|owe|owes)\b", Plain)]
    private static partial Regex Overdue();

    [GeneratedRegex(@"\b(unavailable|broken|dead|expired|missing|disabled|turned off|switched off|inactive|invalid|blocked|ended|gone|stopped working|failing|fails?|unusable|problems?|trouble|wrong)\b", Plain)]
    private static partial Regex Unavailable();

    [GeneratedRegex(@"\b(explain|why|how come|how did|how do|how is|how was|how does|breakdown|break down|break this down|walk me through|talk me through|where does|where do|what makes up|account for|understand|clarify|itemi[sz]e|history|come from|came about|come about|made up|add up)\b", Plain)]
    private static partial Regex Explain();

    [GeneratedRegex(@"\b(balances?|amount due|owes?|owed|due amount|outstanding|total due|left to pay|still to pay|to be paid|remaining|remains|open amount|how much)\b", Plain)]
    private static partial Regex Balance();

    [GeneratedRegex(@"\b(amount|figure|sum|number|total|due|paid|\d+)\b", Plain)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b(status|state|paid|due|sent|summary|summari[sz]e|tell me about|about invoice|details?|show me|look up|facts|what is invoice|overdue|when|how long)\b", Plain)]
    private static partial Regex Summary();
}
