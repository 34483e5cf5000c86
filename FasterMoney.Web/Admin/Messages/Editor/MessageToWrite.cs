using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Web.Admin.Messages.Editor;

/// <summary>A message as the editor starts with it.</summary>
public sealed record MessageToWrite
{
    /// <summary>Null for a message that is not stored yet.</summary>
    public Guid? Id { get; init; }
    public long Version { get; init; }
    public required MessageTemplate Template { get; init; }

    /// <summary>The template that suits the invoice now.</summary>
    public required MessageTemplate Fitting { get; init; }
    public required MessageContent Content { get; init; }

    /// <summary>The message's language, as a tag.</summary>
    public required string Language { get; init; }
    public required Guid InvoiceId { get; init; }
    public required string Invoice { get; init; }
    public required string Customer { get; init; }
    public required string CustomerEmail { get; init; }

    /// <summary>What the placeholders stand for now.</summary>
    public required PlaceholderValues Values { get; init; }

    /// <summary>Why the portal link cannot be used now; empty when it can.</summary>
    public required string LinkUnavailable { get; init; }

    /// <summary>Whether it can be written at all.</summary>
    public required RuleCheck CanWrite { get; init; }

    /// <summary>True when saving voids an approval.</summary>
    public bool IsApproved { get; init; }

    /// <summary>When it was changed last, as a sentence.</summary>
    public string LastChange { get; init; } = "";
}
