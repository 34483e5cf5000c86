namespace FasterMoney.Web.Account;

/// <summary>What the cookies of people who sign in are called; customers have none.</summary>
public static class AccountCookies
{
    public const string SignIn = "fastermoney";
    public const string Form = "fastermoney.form";
    public const string Steps = "fastermoney.step";
    public const string Device = "fastermoney.device";

    /// <summary>What the name of each cookie starts with that lets somebody in or says who they are.</summary>
    public static IReadOnlyList<string> Names { get; } = [SignIn + "=", SignIn + "."];
}
