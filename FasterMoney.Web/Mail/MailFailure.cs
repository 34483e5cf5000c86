namespace FasterMoney.Web.Mail;

public enum MailFailureKind
{
    /// <summary>Nothing was handed over, and another try may do better.</summary>
    Temporary,

    /// <summary>Nothing was handed over, and trying the same again is useless.</summary>
    Permanent,

    /// <summary>The server may have the message or not.</summary>
    Unknown,
}

/// <summary>Why a connection or a message failed, in words an owner can act on, with the server's own answer where there is one.</summary>
public sealed record MailFailure(MailFailureKind Kind, string Sentence);
