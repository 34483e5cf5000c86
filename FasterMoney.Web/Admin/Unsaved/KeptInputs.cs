using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FasterMoney.Web.Admin.Shell;
using Microsoft.AspNetCore.DataProtection;

namespace FasterMoney.Web.Admin.Unsaved;

/// <summary>
/// What people typed and did not save, kept by their own browser and encrypted here: for this person, on this site, in this sign-in and
/// about this subject. Whoever signs in later can do nothing with it.
/// </summary>
public sealed class KeptInputs(BrowserStorage storage, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>What is older is not offered.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const int Most = 3;
    private const int MostCharacters = 500_000;

    private readonly HashSet<string> _wanted = [];

    /// <summary>What is kept about a subject, the newest first. What cannot be read is as good as nothing.</summary>
    public async Task<IReadOnlyList<KeptInput>> ReadAsync(CurrentSite here, string subject)
    {
        if (await storage.ReadAsync(OwnerOf(here), NameOf(here, subject)) is not { Length: > 0 } text)
            return [];

        try
        {
            var since = time.GetUtcNow().UtcDateTime - Longest;
            var kept = JsonSerializer.Deserialize<List<KeptInput>>(For(here, subject).Unprotect(text)) ?? [];
            return kept.FindAll(input => input.At > since);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return [];
        }
    }

    /// <summary>Keeps these, and nothing else, about a subject. False when the browser refused or when it is too much.</summary>
    public async Task<bool> KeepAsync(CurrentSite here, string subject, IReadOnlyList<KeptInput> inputs)
    {
        var name = NameOf(here, subject);
        if (inputs.Count == 0)
            return await storage.DropAsync(name);

        var text = For(here, subject).Protect(JsonSerializer.Serialize(inputs.Take(Most)));
        return await storage.KeepAsync(name, text.Length <= MostCharacters ? text : null);
    }

    /// <summary>Tells the browser that what it keeps is what is typed.</summary>
    public Task ConfirmAsync() => storage.ConfirmAsync();

    /// <summary>Those of some subjects about which something is kept, with its moment in UTC.</summary>
    public async Task<IReadOnlyList<(string Subject, DateTime At)>> AmongAsync(CurrentSite here, IEnumerable<string> subjects)
    {
        var names = (await storage.NamesAsync(OwnerOf(here))).ToHashSet();
        var found = new List<(string Subject, DateTime At)>();
        foreach (var subject in subjects.Where(subject => names.Contains(NameOf(here, subject))))
        {
            if (await ReadAsync(here, subject) is [var newest, ..])
                found.Add((subject, newest.At));
        }

        return found;
    }

    /// <summary>The person asked for what is kept about a subject before its editor was open.</summary>
    public void Want(string subject) => _wanted.Add(subject);

    /// <summary>Whether the person asked for it. Asked for once, it is taken once.</summary>
    public bool TakeWanted(string subject) => _wanted.Remove(subject);

    // What a browser keeps under another owner's name is swept out by its script.
    private static string OwnerOf(CurrentSite here) => Hash(here.SignInId.ToString("N"));

    private static string NameOf(CurrentSite here, string subject) => $"{OwnerOf(here)}.{Hash($"{here.UserId:N} {here.SiteId:N} {subject}")}";

    private static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));

    private IDataProtector For(CurrentSite here, string subject) => protection.CreateProtector(
        "FasterMoney.UnsavedInput", here.UserId.ToString("N"), here.SiteId.ToString("N"), here.SignInId.ToString("N"), subject);
}
