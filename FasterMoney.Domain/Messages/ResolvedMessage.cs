using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FasterMoney.Domain.ContentChecks;

namespace FasterMoney.Domain.Messages;

/// <summary>
/// A message with everything filled in but the portal link, which stays <see cref="Placeholders.PortalLink"/> until the message
/// leaves: whoever approves it need not approve it again because a link was replaced, and the address is stored nowhere.
/// </summary>
/// <param name="Recipients">E-mail addresses.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text; lines separated by LF.</param>
/// <param name="Digest">
/// SHA-256, as hexadecimal digits, of recipients, subject and body, of the customer, the balance and the due date: what an approval is bound to.
/// </param>
public sealed record ResolvedMessage(IReadOnlyList<string> Recipients, string Subject, string Body, string Digest)
{
    public bool HasPortalLink => Body.Contains(Placeholders.PortalLink, StringComparison.Ordinal);

    /// <summary>The text as the customer gets it.</summary>
    /// <param name="portalLink">The address of the customer's page.</param>
    public string BodyWith(string? portalLink) => Placeholders.FillLink(Body, portalLink);

    /// <summary>What the content check reads: the text as the customer would get it.</summary>
    public IReadOnlyList<CheckedText> Texts(MessageFacts facts) =>
        [new CheckedText("Subject", Subject), new CheckedText("Text", BodyWith(facts.Values.PortalLink))];

    /// <summary>Fills in what a message rests on.</summary>
    public static ResolvedMessage Of(MessageContent content, MessageFacts facts)
    {
        var tidy = content.Tidy();
        var (subject, body) = (Placeholders.Fill(tidy.Subject, facts.Values), Placeholders.Fill(tidy.Body, facts.Values));
        return new ResolvedMessage(tidy.Recipients, subject, body, DigestOf(
            [
                .. tidy.Recipients, subject, body, facts.CustomerId.ToString("N"), facts.Balance.Currency.Code,
                facts.Balance.Minor.ToString(CultureInfo.InvariantCulture), facts.DueDate.ToString("O", CultureInfo.InvariantCulture),
            ]));
    }

    // Each field follows its length, so that nothing can move from one field into the next.
    private static string DigestOf(IReadOnlyList<string> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, fields.Count);
        hash.AppendData(length);
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
