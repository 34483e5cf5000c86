using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Mail;

/// <summary>Changes and tests how a site's messages are handed over to its mail server. Owners only: it makes this server connect.</summary>
public sealed class MailCommands(SiteAccess access, MailSecrets secrets, MailTest test)
{
    /// <summary>Saves the settings. An empty <paramref name="password"/> keeps the one there is.</summary>
    /// <returns>The settings' version from now on.</returns>
    public async Task<long> EditAsync(
        Caller caller, long expectedVersion, MailContent content, string? password, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        var mail = await FindAsync(session, expectedVersion, cancellationToken) ?? session.Db.Add(new MailSettings(session.Site.Id)).Entity;
        var isNew = !string.IsNullOrEmpty(password);
        mail.CanEdit(content, isNew).And(MailSettings.CheckPassword(password)).Insist();
        mail.Edit(content, isNew ? secrets.Protect(session.Site.Id, password!) : null, session.Actor, session.Now);
        await session.SaveAsync(cancellationToken);
        return mail.Version;
    }

    /// <summary>Connects with the saved settings and tells what came of it. Only a test that went well lets mail be turned on.</summary>
    public async Task<MailTestReport> TestAsync(Caller caller, long expectedVersion, CancellationToken cancellationToken = default)
    {
        MailAccount account;
        await using (var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken))
        {
            var mail = await FindAsync(session, expectedVersion, cancellationToken) ?? throw new RuleViolation(RuleCheck.Refused("Enter the mail server first."));
            if (secrets.Unprotect(session.Site.Id, mail.ProtectedPassword) is not { } password)
                return new MailTestReport([], "The saved password cannot be read any more. Enter it again.");

            account = new MailAccount(mail.ToContent(), password);
        }

        var report = await test.RunAsync(account, cancellationToken);
        if (report.IsGood)
        {
            await using var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken);
            var mail = await FindAsync(session, expectedVersion, cancellationToken) ?? throw session.ChangedMeanwhile(nameof(MailSettings));
            mail.NoteTested(session.Actor, session.Now);
            await session.SaveAsync(cancellationToken);
        }

        return report;
    }

    /// <summary>Sends messages from now on, or no more.</summary>
    public async Task TurnAsync(Caller caller, bool on, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Owner, cancellationToken);
        var mail = await session.Db.MailSettings.SingleOrDefaultAsync(mail => mail.SiteId == session.Site.Id, cancellationToken)
            ?? throw new RuleViolation(RuleCheck.Refused("Enter the mail server first."));
        mail.Turn(on, session.Actor, session.Now);
        await session.SaveAsync(cancellationToken);
    }

    // No row is version 0.
    private static async Task<MailSettings?> FindAsync(SiteSession session, long expectedVersion, CancellationToken cancellationToken)
    {
        var mail = await session.Db.MailSettings.SingleOrDefaultAsync(mail => mail.SiteId == session.Site.Id, cancellationToken);
        return (mail?.Version ?? 0) == expectedVersion ? mail : throw session.ChangedMeanwhile(nameof(MailSettings));
    }
}
