namespace FasterMoney.Domain.Contacts;

/// <summary>The languages that a customer's page is written in, as BCP 47 tags with the region that formats follow.</summary>
public static class CustomerLanguage
{
    /// <summary>The tags: English (US and UK), German and French (also of Switzerland), Spanish, Italian, Dutch, Japanese.</summary>
    public static IReadOnlyList<string> All { get; } = ["en-US", "en-GB", "de-DE", "de-CH", "fr-FR", "fr-CH", "es-ES", "it", "nl", "ja"];

    /// <summary>Whether a tag is one of <see cref="All"/>.</summary>
    public static bool IsKnown(string? tag) => tag is not null && All.Contains(tag);
}
