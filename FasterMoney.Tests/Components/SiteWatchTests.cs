using System.Globalization;
using FasterMoney.Web.Admin.Shell;

namespace FasterMoney.Tests.Components;

public sealed class SiteWatchTests
{
    [Theory]
    [InlineData("America/New_York", "2026-03-10T09:00:00Z", "2026-03-11T04:00:00Z", "an ordinary day")]
    [InlineData("America/New_York", "2026-03-08T04:59:59Z", "2026-03-08T05:00:00Z", "the last second of a day")]
    [InlineData("America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", "a day of 23 hours")]
    [InlineData("America/Sao_Paulo", "2018-11-03T12:00:00Z", "2018-11-04T03:00:00Z", "clocks jumped from midnight to one")]
    [InlineData("America/Havana", "2026-10-31T12:00:00Z", "2026-11-01T04:00:00Z", "clocks went back from one to midnight")]
    [InlineData("UTC", "2026-12-31T23:59:00Z", "2027-01-01T00:00:00Z", "a year's end")]
    public void A_new_day_begins_at_midnight_of_the_zone(string zone, string now, string expected, string because) =>
        SiteWatch.NextDay(Utc(now), TimeZoneInfo.FindSystemTimeZoneById(zone)).Should().Be(Utc(expected), because).And.BeIn(DateTimeKind.Utc);

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
