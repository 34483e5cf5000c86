using FasterMoney.Web.Admin.Unsaved;

namespace FasterMoney.Tests.Support;

/// <summary>A browser's storage in a test's own hands.</summary>
public sealed class KeptInBrowser() : BrowserStorage(null!)
{
    public Dictionary<string, string> Texts { get; } = [];

    /// <summary>As in a private window, or when the browser's storage is full.</summary>
    public bool Refuses { get; set; }

    public override Task<string?> ReadAsync(string owner, string name) => Task.FromResult(Texts.GetValueOrDefault(name));

    public override Task<bool> KeepAsync(string name, string? text)
    {
        if (!Refuses && text is not null)
            Texts[name] = text;
        return Task.FromResult(!Refuses && text is not null);
    }

    public override Task ConfirmAsync() => Task.CompletedTask;

    public override Task<bool> DropAsync(string name) => Task.FromResult(Texts.Remove(name));

    public override Task<string[]> NamesAsync(string owner) => Task.FromResult(Texts.Keys.Where(name => name.StartsWith(owner + ".", StringComparison.Ordinal)).ToArray());
}
