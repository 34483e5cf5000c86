using FasterMoney.Web.Data;

namespace FasterMoney.Web.Samples;

/// <summary>Whether an empty database gets the sample business, and the password of its account.</summary>
public sealed record SampleDataSettings(bool Enabled, string? Password)
{
    private const string EnabledKey = "SampleData:Enabled";
    private const string PasswordKey = "SampleData:Password";

    public static SampleDataSettings Read(IConfiguration configuration, IHostEnvironment environment, List<string> errors)
    {
        UnknownSettings.Refuse(configuration.GetSection("SampleData"), errors, "Enabled", "Password");

        var enabled = environment.IsDevelopment();
        var text = configuration[EnabledKey];
        if (!string.IsNullOrWhiteSpace(text) && !bool.TryParse(text, out enabled))
            errors.Add($"{EnabledKey} is \"{text}\". Use true or false.");

        var password = configuration[PasswordKey];
        if (string.IsNullOrEmpty(password))
            password = null;
        if (enabled && password is null)
            errors.Add($"{PasswordKey} is needed when {EnabledKey} is true.");
        else if (password is { Length: < 8 })
            errors.Add($"{PasswordKey} is too short: use at least 8 characters.");

        return new SampleDataSettings(enabled, password);
    }
}
