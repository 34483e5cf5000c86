using FasterMoney.Domain.Customers;

namespace FasterMoney.Domain.ContentChecks;

/// <summary>
/// What a check must know about some texts: candidates to look up, because the names of a hundred thousand customers
/// cannot be brought along. Bounded, however long the texts are.
/// </summary>
/// <param name="NameKeys">Word sequences that could be a customer or a contact, as <see cref="NameKey"/> writes them.</param>
/// <param name="Emails">E-mail addresses in lower case.</param>
/// <param name="Tokens">What has the shape of a portal token, at most <see cref="MostTokens"/>.</param>
/// <param name="Numbers">Words that could be an invoice's number, in lower case, at most <see cref="MostNumbers"/>.</param>
public sealed record CheckQuestions(
    IReadOnlyList<string> NameKeys, IReadOnlyList<string> Emails, IReadOnlyList<string> Tokens, IReadOnlyList<string> Numbers)
{
    /// <summary>Tokens looked up for one set of texts: more than any honest text holds, too few to guess with.</summary>
    public const int MostTokens = 20;

    /// <summary>Numbers looked up for one set of texts.</summary>
    public const int MostNumbers = 50;

    /// <summary>Names looked up for one set of texts.</summary>
    public const int MostNames = 20_000;

    /// <summary>True when there is nothing to look up.</summary>
    public bool IsEmpty => NameKeys.Count + Emails.Count + Tokens.Count + Numbers.Count == 0;
}
