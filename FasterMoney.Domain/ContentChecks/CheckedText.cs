namespace FasterMoney.Domain.ContentChecks;

/// <summary>A text that is to reach a customer, with the name of the place it stands in.</summary>
/// <param name="Place">As people call it: Subject, Body, Memo, Reason, Payment instructions, Pasted text.</param>
/// <param name="Text">The text as the customer would get it.</param>
public sealed record CheckedText(string Place, string Text)
{
    /// <summary>The most characters that a text may have; screens refuse longer ones before they ask.</summary>
    public const int Longest = 20_000;

    /// <summary>The most characters that are read of a text, whoever brings it.</summary>
    public const int MostRead = 100_000;

    /// <summary>Placeholders that are filled in later, written exactly as here, such as <c>{{portal_link}}</c>; none of them is a finding.</summary>
    public IReadOnlyList<string> FilledInLater { get; init; } = [];
}
