namespace FasterMoney.Web.Account.Devices;

/// <summary>A browser and its system in words, from what it says of itself. For people to know their own devices again; nothing rests on it.</summary>
public static class DeviceName
{
    // The first that is found: browsers claim to be the ones before them.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("FxiOS", "Firefox"), ("Firefox/", "Firefox"),
        ("CriOS", "Chrome"), ("Chromium", "Chromium"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent) => (Found(Browsers, userAgent), Found(Systems, userAgent)) switch
    {
        (null, null) => "Unknown browser",
        ({ } browser, null) => browser,
        (null, { } system) => $"Unknown browser on {system}",
        ({ } browser, { } system) => $"{browser} on {system}",
    };

    private static string? Found((string Sign, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(each => userAgent?.Contains(each.Sign, StringComparison.Ordinal) == true).Name;
}
