using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Changes and tests how a site's messages are handed over to its mail server. Owners only: it makes this server connect.</summary>
public sealed class MailCommands(SiteDoor door, MailSecrets secrets, MailTest test)
{
    /// <summary>Saves the settings. An empty <paramref name="password"/> keeps the one there is.</summary>
    /// <returns>The settings' version from now on.</returns>
    public async Task<long> EditAsync(
        Caller caller, long expectedVersion, MailContent content, string? password, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        var mail = await FindAsync(work, expectedVersion, cancellationToken) ?? work.Db.Add(new MailSettings(work.Site.Id)).Entity;
        var isNew = !string.IsNullOrEmpty(password);
        mail.CanEdit(content, isNew).And(MailSettings.CheckPassword(password)).Insist();
        mail.Edit(content, isNew ? secrets.Protect(work.Site.Id, password!) : null, work.Actor, work.Now);
        await work.SaveAsync(cancellationToken);
        return mail.Version;
    }

    /// <summary>Connects with the saved settings and tells what came of it. Only a test that went well lets mail be turned on.</summary>
    public async Task<MailTestReport> TestAsync(Caller caller, long expectedVersion, CancellationToken cancellationToken = default)
    {
        MailAccount account;
        await using (var work = await door.OpenAsync(caller, SiteRole.Owner, cancellationToken))
        {
            var mail = await FindAsync(work, expectedVersion, cancellationToken) ?? throw new RuleViolation(RuleCheck.Refused("Enter the mail server first."));
            if (secrets.Unprotect(work.Site.Id, mail.ProtectedPassword) is not { } password)
            {
                return new MailTestReport([], "The saved password cannot be read any more. Enter it again.");
            }

            account = new MailAccount(mail.ToContent(), password);
        }

        var report = await test.RunAsync(account, cancellationToken);
        if (report.IsGood)
        {
            await using var work = await door.OpenAsync(caller, SiteRole.Owner, cancellationToken);
            var mail = await FindAsync(work, expectedVersion, cancellationToken) ?? throw new ChangedByOthers();
            mail.NoteTested(work.Actor, work.Now);
            await work.SaveAsync(cancellationToken);
        }

        return report;
    }

    /// <summary>Sends messages from now on, or no more.</summary>
    public async Task TurnAsync(Caller caller, bool on, CancellationToken cancellationToken = default)
    {
        await using var work = await door.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        var mail = await work.Db.MailSettings.SingleOrDefaultAsync(mail => mail.SiteId == work.Site.Id, cancellationToken)
            ?? throw new RuleViolation(RuleCheck.Refused("Enter the mail server first."));
        mail.Turn(on, work.Actor, work.Now);
        await work.SaveAsync(cancellationToken);
    }

    // No row is version 0.
    private static async Task<MailSettings?> FindAsync(SiteWork work, long expectedVersion, CancellationToken cancellationToken)
    {
        var mail = await work.Db.MailSettings.SingleOrDefaultAsync(mail => mail.SiteId == work.Site.Id, cancellationToken);
        return (mail?.Version ?? 0) == expectedVersion ? mail : throw new ChangedByOthers();
    }
}
