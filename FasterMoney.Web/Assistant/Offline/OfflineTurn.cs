using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace FasterMoney.Web.Assistant.Offline;

/// <summary>What the built-in assistant has before it: the question, and what tools have answered to it so far.</summary>
public sealed partial class OfflineTurn
{
    private readonly List<(string Tool, JsonElement Result)> _results = [];

    private OfflineTurn(Question question, bool isAboutInvoice) => (Question, IsAboutInvoice) = (question, isAboutInvoice);

    public Question Question { get; }

    /// <summary>Whether the conversation was opened on an invoice.</summary>
    public bool IsAboutInvoice { get; }

    /// <summary>The number of that invoice; null when the conversation is about the business.</summary>
    public string? InvoiceHere { get; private init; }

    public int Calls => _results.Count;

    public static OfflineTurn Of(IReadOnlyList<ChatMessage> messages)
    {
        var at = messages.Count - 1;
        while (at > 0 && messages[at].Role != ChatRole.User)
            at--;
        var question = QuestionReading.Of(messages.Count == 0 ? "" : messages[at].Text);
        var earlier = messages.Take(at).Where(message => message.Role == ChatRole.User).Select(message => message.Text).LastOrDefault();
        var wasAsked = messages.Take(at).LastOrDefault(message => message.Role == ChatRole.Assistant)?.Text.Contains(OfflineAnswers.Which, StringComparison.Ordinal) == true;
        if (wasAsked && earlier is not null && question.Intent is QuestionIntent.Unknown or QuestionIntent.Summary && messages[at].Text.Length <= 80)
        {
            // The answer to "Which invoice?": the question before it goes on.
            question = QuestionReading.Of(earlier) with { Number = question.Number, Customer = question.Number is null ? question.Customer ?? messages[at].Text.Trim(' ', '.', '!') : null };
        }

        var here = messages.Where(message => message.Role == ChatRole.System).Select(message => About().Match(message.Text)).FirstOrDefault(match => match.Success);
        var turn = new OfflineTurn(question, here is not null) { InvoiceHere = here?.Groups["invoice"].Value };
        var names = new Dictionary<string, string>();
        foreach (var content in messages.Skip(at + 1).SelectMany(message => message.Contents))
        {
            if (content is FunctionCallContent call)
                names[call.CallId] = call.Name;
            else if (content is FunctionResultContent result && names.TryGetValue(result.CallId, out var name))
                turn._results.Add((name, JsonSerializer.SerializeToElement(result.Result, AIJsonUtilities.DefaultOptions)));
        }

        return turn;
    }

    public bool Has(string tool) => _results.Exists(result => result.Tool == tool);

    public int Count(string tool) => _results.Count(result => result.Tool == tool);

    /// <summary>The tool's last answer, when it is of that kind.</summary>
    public T? Answer<T>(string tool)
        where T : class
    {
        var element = _results.LastOrDefault(result => result.Tool == tool).Result;
        return element.ValueKind == JsonValueKind.Object && !element.TryGetProperty("refused", out _) ? element.Deserialize<T>(AIJsonUtilities.DefaultOptions) : null;
    }

    [GeneratedRegex("about invoice (?<invoice>[^\"]+), which tools call \"this\"")]
    private static partial Regex About();

    /// <summary>Why the last tool did not do what it was asked; null when it did.</summary>
    public string? Refusal()
    {
        var element = _results.LastOrDefault().Result;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty("refused", out var sentence) ? sentence.GetString()
            : element.ValueKind == JsonValueKind.String ? element.GetString()
            : null;
    }
}
