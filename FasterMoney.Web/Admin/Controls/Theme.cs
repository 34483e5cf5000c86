namespace FasterMoney.Web.Admin.Controls;

/// <summary>What a person chose to look at; remembered in a cookie of that browser.</summary>
public enum Theme
{
    System,
    Light,
    Dark,
}

public static class ThemeCookie
{
    public const string Name = "fm-theme";

    public static Theme Read(string? value) =>
        Enum.TryParse<Theme>(value, ignoreCase: true, out var theme) && Enum.IsDefined(theme) ? theme : Theme.System;
}
