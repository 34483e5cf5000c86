using System.Globalization;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Admin.Settings;

/// <summary>The IANA zones that can be chosen, found by any part of their name.</summary>
public static class TimeZones
{
    public static IReadOnlyList<string> All { get; } = ["UTC", .. SetupChoices.TimeZones.SelectMany(region => region)];

    /// <summary>The zone that a person means: the one of that name, or the only one that holds what was typed; otherwise the text as it is.</summary>
    public static string Find(string? typed)
    {
        var text = (typed ?? "").Trim().Replace(' ', '_');
        var named = All.FirstOrDefault(zone => zone.Equals(text, StringComparison.OrdinalIgnoreCase));
        var holding = All.Where(zone => zone.Contains(text, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return named ?? (text.Length > 2 && holding.Count == 1 ? holding[0] : typed ?? "");
    }

    /// <summary>What clocks show there at a moment, or null when there is no such zone.</summary>
    public static string? ClockIn(string? zone, DateTimeOffset now) => TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? "", out var found)
        ? TimeZoneInfo.ConvertTime(now, found).ToString("HH:mm", CultureInfo.InvariantCulture)
        : null;
}
