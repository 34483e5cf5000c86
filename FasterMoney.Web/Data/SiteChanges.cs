using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace FasterMoney.Web.Data;

/// <summary>Tells open screens of this process that something on a site changed, so that they read again.</summary>
public sealed partial class SiteChanges(ILogger<SiteChanges> logger)
{
    private readonly ConcurrentDictionary<Guid, ImmutableList<Action>> _listeners = new();

    /// <summary>Called with the site of each change that was made here, by whoever tells other instances. Must not throw or wait.</summary>
    public Action<Guid>? Elsewhere { get; set; }

    /// <summary>Calls <paramref name="changed"/>, on any thread, after each change on the site, until disposed.</summary>
    public IDisposable Subscribe(Guid siteId, Action changed)
    {
        _listeners.AddOrUpdate(siteId, _ => [changed], (_, all) => all.Add(changed));
        return new Subscription(() => _listeners.AddOrUpdate(siteId, _ => [], (_, all) => all.Remove(changed)));
    }

    /// <summary>Something was changed here.</summary>
    public void Publish(Guid siteId)
    {
        Elsewhere?.Invoke(siteId);
        Tell(siteId);
    }

    /// <summary>Tells the open screens here, wherever the change was made.</summary>
    public void Tell(Guid siteId)
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

    /// <summary>Tells all open screens here: anything may have changed.</summary>
    public void TellAll()
    {
        foreach (var siteId in _listeners.Keys)
            Tell(siteId);
    }

    [LoggerMessage(LogLevel.Warning, "A screen could not follow a change.")]
    private partial void ScreenFailed(Exception problem);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
