namespace FasterMoney.Domain.Sites;

/// <summary>What documents are laid out for.</summary>
public enum Paper
{
    /// <summary>Letter for customers in American English, A4 for all others.</summary>
    ByLanguage,
    A4,
    Letter,
}
