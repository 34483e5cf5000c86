using System.Security.Cryptography;
using FasterMoney.Web.Access;

namespace FasterMoney.Web.Account.FirstRun;

/// <summary>Guards <c>/setup</c>: shut unless the start found an empty database, and then open to one code. Forgotten with the process.</summary>
public sealed class SetupGate : IDisposable
{
    private byte[]? _hash;

    /// <summary>Held while a business is created, so that a double click creates one.</summary>
    internal SemaphoreSlim OneAtATime { get; } = new(1, 1);

    /// <summary>Opens the gate to a new code, which is returned once and not kept.</summary>
    public string Open()
    {
        var code = SecretCode.New();
        _hash = SecretCode.HashOf(code);
        return code;
    }

    public bool Opens(string? code) => _hash is { } known
        && SecretCode.IsWellFormed(code)
        && CryptographicOperations.FixedTimeEquals(SecretCode.HashOf(code!), known);

    public void Shut() => _hash = null;

    public void Dispose() => OneAtATime.Dispose();
}
