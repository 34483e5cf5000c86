using System.Globalization;
using System.Text.Json.Serialization;
using FasterMoney.Domain.Messages;

namespace FasterMoney.Web.Admin.Settings;

/// <summary>What is typed about the mail server. The port stays a text until it is checked.</summary>
public sealed class MailForm(MailContent content)
{
    public string? Host { get; set; } = content.Host;

    public string? Port { get; set; } = content.Port.ToString(CultureInfo.InvariantCulture);

    public MailSecurity Security { get; set; } = content.Security;

    public string? User { get; set; } = content.User;

    /// <summary>A new password; empty keeps the one there is. It is kept nowhere else.</summary>
    [JsonIgnore]
    public string? Password { get; set; } = "";

    public string? FromAddress { get; set; } = content.FromAddress;

    public string? FromName { get; set; } = content.FromName;

    public string? ReplyTo { get; set; } = content.ReplyTo;

    public MailContent ToContent() => new(
        Host ?? "", int.TryParse(Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0, Security, User ?? "", FromAddress ?? "", FromName ?? "", ReplyTo ?? "");

    public bool Differs(MailDetails saved) => !string.IsNullOrEmpty(Password) || ToContent().Tidied() != saved.Content.Tidied();

    /// <summary>The port that usually goes with a protection, unless another one was typed.</summary>
    public void SuggestPort()
    {
        if (Port is "587" or "465" or "25" or "")
            Port = Security switch { MailSecurity.Tls => "465", MailSecurity.None => "25", _ => "587" };
    }
}
