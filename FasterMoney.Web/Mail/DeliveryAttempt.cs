using FasterMoney.Web.Documents;

namespace FasterMoney.Web.Mail;

/// <summary>A message whose try has begun, and the server it goes to.</summary>
/// <param name="Id">In the outbox.</param>
/// <param name="Version">As it was saved: whoever saves over another one has lost it.</param>
/// <param name="Account">The mail server.</param>
public sealed record DeliveryAttempt(Guid Id, long Version, MailAccount Account);

/// <summary>The text as the customer gets it, with the link in it. Made as the message leaves, and kept nowhere.</summary>
public sealed class OutgoingMail(IReadOnlyList<string> recipients, string subject, string text, string html, string mailId)
{
    public IReadOnlyList<string> Recipients => recipients;

    public string Subject => subject;

    public string Text => text;

    public string Html => html;

    public string MailId => mailId;

    /// <summary>The invoice as PDF, when it is to go along.</summary>
    public DocumentFile? Document { get; init; }
}
