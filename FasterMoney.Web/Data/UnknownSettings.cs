namespace FasterMoney.Web.Data;

/// <summary>Settings that nobody reads. Each room refuses them in its own section, and the start lists all of them at once.</summary>
public static class UnknownSettings
{
    /// <summary>A misspelt key would otherwise be ignored in silence.</summary>
    public static void Refuse(IConfigurationSection section, List<string> errors, params string[] known)
    {
        foreach (var key in section.GetChildren().Select(child => child.Key).Except(known, StringComparer.OrdinalIgnoreCase))
            errors.Add($"{section.Path}:{key} is not a setting. Known: {string.Join(", ", known.Select(name => $"{section.Path}:{name}"))}.");
    }
}
