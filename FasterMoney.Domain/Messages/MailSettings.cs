using FasterMoney.Domain.Activity;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Messages;

/// <summary>
/// How a site hands its messages over to a mail server. Off until it was tested with exactly these settings: whatever
/// a test depends on turns it off again when it changes.
/// </summary>
public sealed class MailSettings : IRecordActivity
{
    private MailSettings()
    {
    }

    /// <summary>A site's settings before anything was entered.</summary>
    public MailSettings(Guid siteId) => (SiteId, Port, Security) = (siteId, MailContent.Empty.Port, MailContent.Empty.Security);

    /// <summary>The site; it has one mail server.</summary>
    public Guid SiteId { get; private set; }

    /// <summary>The server's name, in lower case.</summary>
    public string Host { get; private set; } = "";

    public int Port { get; private set; }

    public MailSecurity Security { get; private set; }

    /// <summary>The user to sign in as, or empty.</summary>
    public string User { get; private set; } = "";

    /// <summary>The password, encrypted for this site; empty when there is none. Never shown again.</summary>
    public string ProtectedPassword { get; private set; } = "";

    /// <summary>The address that customers get messages from.</summary>
    public string FromAddress { get; private set; } = "";

    /// <summary>The name that customers get messages from, or empty.</summary>
    public string FromName { get; private set; } = "";

    /// <summary>Where answers go when not to <see cref="FromAddress"/>, or empty.</summary>
    public string ReplyTo { get; private set; } = "";

    /// <summary>True when messages are sent.</summary>
    public bool On { get; private set; }

    /// <summary>When these settings were tested with success, in UTC; null when they never were.</summary>
    public DateTime? TestedAt { get; private set; }

    public string? TestedBy { get; private set; }

    /// <summary>Grows with each change; 0 before the first.</summary>
    public long Version { get; private set; }

    public List<ActivityEntry> NewActivity { get; } = [];

    public bool HasPassword => ProtectedPassword.Length > 0;

    public MailContent ToContent() => new(Host, Port, Security, User, FromAddress, FromName, ReplyTo);

    /// <summary>Whether a text can be a password: one line of at most 500 characters. Null keeps the one there is.</summary>
    public static RuleCheck CheckPassword(string? password) =>
        TextRule.AtMost(password, 500, "Password").And(TextRule.OneLine(password, "Password"));

    /// <summary>Whether the settings can become these.</summary>
    /// <param name="content">What they would be.</param>
    /// <param name="hasNewPassword">Whether a password comes with them; the one that is kept goes to no other server.</param>
    public RuleCheck CanEdit(MailContent content, bool hasNewPassword)
    {
        var tidy = content.Tidied();
        var needsPassword = tidy.User.Length > 0 && !hasNewPassword;
        return content.Check()
            .And(RuleCheck.Unless(needsPassword && !HasPassword, "Enter the password of this user.", "Password"))
            .And(RuleCheck.Unless(needsPassword && HasPassword && tidy.Host != Host, $"Enter the password again: the saved one was for {Host}.", "Password"));
    }

    /// <summary>Changes the settings. A change of server, sign-in or sender turns mail off until it is tested again.</summary>
    /// <param name="content">What they are from now on.</param>
    /// <param name="protectedPassword">The encrypted new password; null keeps the old one.</param>
    public void Edit(MailContent content, string? protectedPassword, Actor actor, DateTime utcNow)
    {
        CanEdit(content, protectedPassword is not null).Insist();
        var tidy = content.Tidied();
        var isOther = protectedPassword is not null
            || (tidy.Host, tidy.Port, tidy.Security, tidy.User, tidy.FromAddress) != (Host, Port, Security, User, FromAddress);
        (Host, Port, Security, User, FromAddress, FromName, ReplyTo) =
            (tidy.Host, tidy.Port, tidy.Security, tidy.User, tidy.FromAddress, tidy.FromName, tidy.ReplyTo);
        ProtectedPassword = User.Length == 0 ? "" : protectedPassword ?? ProtectedPassword;
        if (isOther)
            (On, TestedAt, TestedBy) = (false, null, null);

        Changed(actor, utcNow, isOther ? $"{Host}, to be tested" : "name and reply address");
    }

    /// <summary>Notes that a connection with exactly these settings worked.</summary>
    public void NoteTested(Actor actor, DateTime utcNow)
    {
        (TestedAt, TestedBy) = (utcNow, actor.Name);
        Changed(actor, utcNow, $"{Host} tested");
    }

    /// <summary>Whether messages can be sent from now on: the settings were tested.</summary>
    public RuleCheck CanTurnOn() => RuleCheck.Unless(TestedAt is null, "Test the connection first.");

    /// <summary>Sends messages from now on, or no more. Doing it twice changes nothing.</summary>
    public void Turn(bool on, Actor actor, DateTime utcNow)
    {
        if (on)
            CanTurnOn().Insist();

        if (On != on)
        {
            On = on;
            Changed(actor, utcNow, on ? "turned on" : "turned off");
        }
    }

    private void Changed(Actor actor, DateTime utcNow, string detail)
    {
        Version++;
        NewActivity.Add(new ActivityEntry(SiteId, ActivityKind.MailSettingsChanged, actor, utcNow, detail));
    }
}
