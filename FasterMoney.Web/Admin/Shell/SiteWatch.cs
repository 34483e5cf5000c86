using FasterMoney.Web.Data;

namespace FasterMoney.Web.Admin.Shell;

/// <summary>Tells a screen, on any thread and until disposed, that something on its site changed or that a new day began there.</summary>
public sealed class SiteWatch : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly TimeZoneInfo _zone;
    private readonly IDisposable _subscription;
    private readonly ITimer _timer;

    public SiteWatch(SiteChanges changes, TimeProvider clock, CurrentSite currentSite, Action changed)
    {
        _clock = clock;
        _zone = TimeZoneInfo.FindSystemTimeZoneById(currentSite.TimeZone);
        _subscription = changes.Subscribe(currentSite.SiteId, changed);
        _timer = clock.CreateTimer(_ => DayBegan(changed), null, ToNextDay(), Timeout.InfiniteTimeSpan);
    }

    /// <summary>The moment, in UTC, at which the next day begins in a zone. Where clocks jump over midnight it begins later, where they repeat it, the first time.</summary>
    public static DateTime NextDay(DateTime utcNow, TimeZoneInfo zone)
    {
        var midnight = TimeZoneInfo.ConvertTimeFromUtc(utcNow, zone).Date.AddDays(1);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(1);

        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return DateTime.SpecifyKind(midnight - offset, DateTimeKind.Utc);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _subscription.Dispose();
    }

    private void DayBegan(Action changed)
    {
        _timer.Change(ToNextDay(), Timeout.InfiniteTimeSpan);
        changed();
    }

    // Never a little early: the day would still be the old one, and nobody would look again.
    private TimeSpan ToNextDay()
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return NextDay(now, _zone) - now + TimeSpan.FromMilliseconds(50);
    }
}
