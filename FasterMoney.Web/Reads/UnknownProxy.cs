namespace FasterMoney.Web.Reads;

/// <summary>
/// Whether requests arrive with a proxy's headers from somebody who is not known as one: then all visitors seem to come from there, and
/// one who guesses slows down everybody. Of this process, since its start.
/// </summary>
public sealed partial class UnknownProxy(ILogger<UnknownProxy> logger)
{
    public const string Setting = "Proxy:KnownProxies";

    private string? _address;

    /// <summary>Where they come from; null while there were none.</summary>
    public string? Address => _address;

    public void Note(string address)
    {
        if (_address is null && Interlocked.CompareExchange(ref _address, address, null) is null)
            Say(address, Setting);
    }

    [LoggerMessage(LogLevel.Warning,
        "Requests with X-Forwarded headers come from {Address}, which is not known as a proxy, so that all its visitors count as one and https is not seen. If it is your proxy, set {Setting} to this address.")]
    private partial void Say(string address, string setting);
}
