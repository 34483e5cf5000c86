using System.Text;
using System.Text.RegularExpressions;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Assistant.Tools;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Assistant.Offline;

/// <summary>The questions that owners ask first: how they are recognised, which tool counts, and how the answer is told.</summary>
public static partial class OwnersQuestions
{
    public static QuestionIntent? In(string text) =>
        Most().IsMatch(text) ? QuestionIntent.WhoOwesMost
        : Late().IsMatch(text) ? QuestionIntent.WhoPaysLate
        : Came().IsMatch(text) ? QuestionIntent.MoneyIn
        : Week().IsMatch(text) ? QuestionIntent.DueThisWeek
        : Age().IsMatch(text) ? QuestionIntent.DebtAges
        : null;

    public static OfflineStep? Next(OfflineTurn turn) => turn.Question.Intent switch
    {
        QuestionIntent.WhoOwesMost => Told<Debtors>(turn, OfflineStep.UseTool.Of(ToolNames.WhoOwesMost), Of),
        QuestionIntent.MoneyIn => Told<MoneyIn>(turn, OfflineStep.UseTool.Of(ToolNames.MoneyIn, ("month", turn.Question.When.Contains("last month", StringComparison.Ordinal) ? "last" : "this")), Of),
        QuestionIntent.DueThisWeek => Told<DueSoon>(turn, OfflineStep.UseTool.Of(ToolNames.DueThisWeek), Of),
        QuestionIntent.WhoPaysLate => Told<LatePayers>(turn, OfflineStep.UseTool.Of(ToolNames.WhoPaysLate), Of),
        QuestionIntent.DebtAges => Told<DebtAges>(turn, OfflineStep.UseTool.Of(ToolNames.DebtAges), Of),
        _ => null,
    };

    private static OfflineStep Told<T>(OfflineTurn turn, OfflineStep.UseTool ask, Func<T, string> say)
        where T : class => turn.Answer<T>(ask.Tool) is { } facts
            ? new OfflineStep.Say(say(facts))
            : turn.Refusal() is { } refusal ? new OfflineStep.Say(refusal) : ask;

    private static string Of(Debtors found) => found.Customers.Count == 0
        ? "Nobody owes anything: every sent invoice is settled."
        : Listed("What customers owe, the most first:", found.Customers.Select(each => $"{each.Customer}: {each.Owed} on {Count(each.Invoices)}, {each.Overdue} of it overdue"));

    private static string Of(MoneyIn found) => found.Currencies.Count == 0
        ? $"Nothing came in from {found.Since} to {found.Until}."
        : Listed($"From {found.Since} to {found.Until} came in:", found.Currencies.Select(each =>
            $"{each.Received} in {Counted.Of(each.Payments, "payment")}; {each.GivenBack} was given back"));

    private static string Of(DueSoon found) => found.Count == 0
        ? $"Nothing falls due until {found.Until}."
        : Listed(
            $"{Count(found.Count)} {Counted.Fitting(found.Count, "falls", "fall")} due until {found.Until}, {string.Join(" and ", found.Sums)} in all:",
            found.Invoices.Select(each => $"{each.Invoice}, {each.Customer}: {each.BalanceDue} due {each.Due}").Concat(found.Count > found.Invoices.Count ? [$"and {found.Count - found.Invoices.Count} more."] : []));

    private static string Of(LatePayers found) => found.Customers.Count == 0
        ? "Nobody pays late: every invoice was settled by its due date, and none is overdue."
        : Listed("Who pays late, the most often first:", found.Customers.Select(each =>
            $"{each.Customer}: {each.PaidLate} of {each.Settled} settled late, {each.OverdueNow} overdue now"));

    private static string Of(DebtAges found) => found.Bands.Count == 0
        ? "Nothing is open: every sent invoice is settled."
        : Listed("Open balances by age:", found.Bands.Select(each => $"{each.Amount} {each.Age}, on {Count(each.Invoices)}"));

    private static string Listed(string head, IEnumerable<string> lines) =>
        lines.Aggregate(new StringBuilder(head), (text, line) => text.Append("\n- ").Append(line)).ToString();

    private static string Count(int invoices) => Counted.Of(invoices, "invoice");

    private const RegexOptions Plain = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\bow(e|es|ing) (me |us )?(the )?(most|largest|biggest)|\b(biggest|largest|highest|top) (debts?|open (balances?|amounts?)|balances? due|debtors?)\b", Plain)]
    private static partial Regex Most();

    [GeneratedRegex(@"\b(pays?|paid|paying) (me |us |their invoices |invoices |the invoices )?(too |always |usually |often )?(late|slowly)\b|\b(late|slow|slowest) (customer|payers?)\b", Plain)]
    private static partial Regex Late();

    [GeneratedRegex(@"\b(came|come|coming|comes) in\b.*\b(month|so far)\b|\b(receiv(e|ed)|collect(ed)?|get|got|take|took|earn(ed)?|paid|money|payments?|income|revenue)\b.*\b(this|last|the) month\b", Plain)]
    private static partial Regex Came();

    [GeneratedRegex(@"\b(due|payable|to be paid)\b.*\bthis week\b|\bthis week\b.*\bdue\b", Plain)]
    private static partial Regex Week();

    [GeneratedRegex(@"\bhow old (are|is)\b.*\b(debts?|balances?|invoices|receivables?|it|they)\b|\bag(e?ing)\b|\bage of (the |our |my )?(debts?|invoices|balances?|receivables?)\b|\bdebts? by age\b", Plain)]
    private static partial Regex Age();
}
