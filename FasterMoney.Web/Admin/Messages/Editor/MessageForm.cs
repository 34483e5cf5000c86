using FasterMoney.Domain.Messages;
using FasterMoney.Web.Admin.Controls;

namespace FasterMoney.Web.Admin.Messages.Editor;

/// <summary>What a person types into the message editor.</summary>
public sealed class MessageForm
{
    public MessageTemplate Template { get; set; }

    /// <summary>Addresses, separated by commas, semicolons or line breaks.</summary>
    public string? To { get; set; }

    public string? Subject { get; set; }

    public string? Body { get; set; }

    /// <summary>What is compared when two people saved the same message.</summary>
    public static IReadOnlyList<FormPart<MessageForm>> Parts { get; } =
    [
        new("To", form => string.Join(", ", form.Content().Recipients), (from, to) => to.To = from.To),
        new("Subject", form => form.Content().Subject, (from, to) => to.Subject = from.Subject),
        new("Text", form => form.Content().Body, (from, to) => to.Body = from.Body),
    ];

    public static MessageForm Of(MessageToWrite start)
    {
        var form = new MessageForm();
        form.Take(start.Template, start.Content);
        return form;
    }

    public void Take(MessageTemplate template, MessageContent content) =>
        (Template, To, Subject, Body) = (template, string.Join(", ", content.Recipients), content.Subject, content.Body);

    public MessageContent Content() => new MessageContent(
        (To ?? "").Split([',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Subject ?? "", Body ?? "").Tidy();
}
