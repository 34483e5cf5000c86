using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace FasterMoney.Web.Data;

/// <summary>Tells open screens of this process that something on a site changed, so that they read again.</summary>
public sealed partial class SiteChanges(ILogger<SiteChanges> logger)
{
    private readonly ConcurrentDictionary<Guid, ImmutableList<Action>> _listeners = new();

    /// <summary>Calls <paramref name="changed"/>, on any thread, after each change on the site, until disposed.</summary>
    public IDisposable Subscribe(Guid siteId, Action changed)
    {
        _listeners.AddOrUpdate(siteId, _ => [changed], (_, all) => all.Add(changed));
        return new Subscription(() => _listeners.AddOrUpdate(siteId, _ => [], (_, all) => all.Remove(changed)));
    }

    public void Publish(Guid siteId)
    {
        foreach (var changed in _listeners.GetValueOrDefault(siteId, []))
        {
            try
            {
                changed();
            }
            catch (Exception problem)
            {
                // The change is saved: a screen that cannot follow it is no reason to tell its author otherwise.
                ScreenFailed(problem);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "A screen could not follow a change.")]
    private partial void ScreenFailed(Exception problem);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
