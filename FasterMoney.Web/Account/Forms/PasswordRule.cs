namespace FasterMoney.Web.Account.Forms;

/// <summary>What a new password must be: long. No composition rules, which make passwords worse (NIST SP 800-63B).</summary>
public static class PasswordRule
{
    public const int Least = 12;
    public const int Most = 128;
    public const string Hint = "At least 12 characters. A few unrelated words work well.";

    /// <summary>What is wrong with a new password, or null.</summary>
    public static string? Against(string password, string? email) => password switch
    {
        { Length: < Least } => $"Use at least {Least} characters; this has {password.Length}.",
        { Length: > Most } => $"Use at most {Most} characters.",
        _ when password.Distinct().Count() < 4 => "This repeats too few characters. Choose something harder to guess.",
        _ when string.Equals(password.Trim(), email?.Trim(), StringComparison.OrdinalIgnoreCase) => "Do not use your e-mail address as the password.",
        _ => null,
    };
}
