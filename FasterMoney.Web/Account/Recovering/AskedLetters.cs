using System.Net;
using System.Threading.Channels;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.Recovering;

/// <summary>Somebody asked for a link by mail.</summary>
/// <param name="Email">As it was typed.</param>
/// <param name="Address">The workspace's own address; null when the request came by a name that is not known to be its own.</param>
internal sealed record AskedLetter(string Email, string? Address);

/// <summary>What was asked for and is not looked at yet. A few at most: who misses a letter asks again.</summary>
internal sealed class AskedLetters
{
    private readonly Channel<AskedLetter> _asked = Channel.CreateBounded<AskedLetter>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ask(AskedLetter letter) => _asked.Writer.TryWrite(letter);

    public IAsyncEnumerable<AskedLetter> AllAsync(CancellationToken cancellationToken) => _asked.Reader.ReadAllAsync(cancellationToken);
}

/// <summary>Mails links for new passwords to those who have an account, through the mail server of a business of theirs.</summary>
internal sealed partial class RecoveryMail(
    AskedLetters letters, IDbContextFactory<FasterMoneyDb> databases, ILookupNormalizer normalizer, DirectMail mail, TimeProvider time, ILogger<RecoveryMail> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var letter in letters.AllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(letter, stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                NotSent(problem);
            }
        }
    }

    private async Task SendAsync(AskedLetter letter, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var email = normalizer.NormalizeEmail(letter.Email);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await (
            from person in db.Users
            where person.NormalizedEmail == email
            join place in db.Memberships on person.Id equals place.UserId
            where !place.Disabled
            join settings in db.MailSettings on place.SiteId equals settings.SiteId
            where settings.On
            orderby place.SiteId
            select new { Person = person, Settings = settings }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return;

        if (letter.Address is null)
        {
            NameIsMissing(HostNames.Key);
            return;
        }

        var link = letter.Address + await Recovery.MakeLinkAsync(
            db, found.Person, new Actor(null, "The sign-in page"), now, $"was asked for a new password for {found.Person.DisplayName} and mailed a one-time link", cancellationToken);
        await mail.SendAsync(found.Settings, Letter(found.Person, link), cancellationToken);
    }

    private static OutgoingMail Letter(Person person, string link)
    {
        string[] sentences =
        [
            $"Hello {person.DisplayName},",
            "somebody, hopefully you, asked for a new password for your account. Set it here, once, within 30 minutes:",
            link,
            "If it was not you, do nothing: your password stays as it is.",
        ];
        return new OutgoingMail(
            [person.Email!], "A link to set a new password", string.Join("\n\n", sentences),
            string.Concat(sentences.Select(sentence => $"<p>{(sentence == link ? $"<a href=\"{WebUtility.HtmlEncode(link)}\">{WebUtility.HtmlEncode(link)}</a>" : WebUtility.HtmlEncode(sentence))}</p>")),
            Guid.CreateVersion7().ToString("N"));
    }

    [LoggerMessage(LogLevel.Warning, "A link for a new password could not be mailed.")]
    private partial void NotSent(Exception problem);

    [LoggerMessage(LogLevel.Warning, "A link for a new password was not mailed, because it was asked for under a name that is not known to be this application's. Set {Setting} to the names that people open it by.")]
    private partial void NameIsMissing(string setting);
}
