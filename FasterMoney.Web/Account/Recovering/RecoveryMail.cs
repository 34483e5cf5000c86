using System.Net;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.Recovering;

/// <summary>Mails links for new passwords to those who have an account, through the mail server of a business of theirs.</summary>
internal sealed partial class RecoveryMail(
    AskedLetters letters, IDbContextFactory<FasterMoneyDb> databases, ILookupNormalizer normalizer, DirectMail mail, TimeProvider time, ILogger<RecoveryMail> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var letter in await letters.TakeAsync(stoppingToken))
                    await TryAsync(letter, stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // Such as a database that is away: the next round may find it again.
                RoundFailed(problem);
            }

            await letters.WaitAsync(stoppingToken);
        }
    }

    private async Task TryAsync(TakenLetter letter, CancellationToken cancellationToken)
    {
        if (letter.Request is not { } request || await AddresseeAsync(request, cancellationToken) is not { } addressee)
        {
            await letters.ForgetAsync(letter, cancellationToken);
            return;
        }

        if (request.Address is null)
        {
            NameIsMissing(HostNames.Key);
            await letters.ForgetAsync(letter, cancellationToken);
            return;
        }

        if (!await HasLinkAsync(letter, request, addressee.Person, cancellationToken)
            || await mail.SendAsync(addressee.Settings, Letter(addressee.Person, request.Address + PasswordLink.Path + request.Code), cancellationToken))
        {
            await letters.ForgetAsync(letter, cancellationToken);
        }
    }

    private async Task<Addressee?> AddresseeAsync(LetterRequest request, CancellationToken cancellationToken)
    {
        var email = normalizer.NormalizeEmail(request.Email);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await (
            from person in db.Users
            where person.NormalizedEmail == email
            join place in db.Memberships on person.Id equals place.UserId
            where !place.Disabled
            join settings in db.MailSettings on place.SiteId equals settings.SiteId
            where settings.On
            orderby place.SiteId
            select new Addressee(person, settings)).FirstOrDefaultAsync(cancellationToken);
    }

    // Made with the first try, and not again: false when it was used since, or ended with another.
    private async Task<bool> HasLinkAsync(TakenLetter letter, LetterRequest request, Person person, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (letter.LinkMade)
        {
            var hash = SecretCode.HashOf(request.Code);
            return await db.Set<PasswordLink>().AnyAsync(link => link.CodeHash == hash && link.UsedAt == null && link.ExpiresAt > now, cancellationToken);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Set<AskedLetter>().Where(known => known.Id == letter.Id && !known.LinkMade)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.LinkMade, true), cancellationToken) != 1)
        {
            return false;
        }

        await Recovery.MakeLinkAsync(
            db, person, request.Code, new Actor(null, "The sign-in page"), now,
            $"was asked for a new password for {person.DisplayName} and mailed a one-time link", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
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

    [LoggerMessage(LogLevel.Warning, "The letters with links for new passwords could not be worked through.")]
    private partial void RoundFailed(Exception problem);

    [LoggerMessage(LogLevel.Warning, "A link for a new password was not mailed, because it was asked for under a name that is not known to be this application's. Set {Setting} to the names that people open it by.")]
    private partial void NameIsMissing(string setting);

    private sealed record Addressee(Person Person, MailSettings Settings);
}
