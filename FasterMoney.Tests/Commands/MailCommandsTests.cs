using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Commands;

public sealed class MailCommandsTests : IAsyncLifetime
{
    private Stage _stage = null!;

    private Caller Owner => _stage.Northwind.Owner;

    public async Task InitializeAsync() => _stage = await Stage.OnAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task Mail_is_turned_on_only_after_a_test_that_went_well()
    {
        await using var server = SmtpServer.Start();
        var version = await _stage.Mail.EditAsync(Owner, 0, Cast.Mail(server.Port), null);
        await FluentActions.Awaiting(() => _stage.Mail.TurnAsync(Owner, true)).Should().ThrowAsync<RuleViolation>().WithMessage("Test the connection first.");

        server.At(SmtpStep.Greeting, SmtpFault.Say("554 No"));
        (await _stage.Mail.TestAsync(Owner, version)).IsGood.Should().BeFalse();
        (await MailAsync()).TestedAt.Should().BeNull();

        server.Mend();
        (await _stage.Mail.TestAsync(Owner, version)).IsGood.Should().BeTrue();
        await _stage.Mail.TurnAsync(Owner, true);
        (await MailAsync()).Should().Match<MailSettings>(mail => mail.On && mail.TestedBy == "Olivia Owner" && mail.TestedAt == Cast.Now);
    }

    [Fact]
    public async Task A_test_counts_for_the_settings_it_was_made_with_alone()
    {
        await using var server = SmtpServer.Start();
        var version = await _stage.Mail.EditAsync(Owner, 0, Cast.Mail(server.Port), null);
        server.At(SmtpStep.Noop, _ =>
        {
            _stage.Mail.EditAsync(Owner, version, Cast.Mail(server.Port, host: "127.0.0.1"), null).GetAwaiter().GetResult();
            return null;
        });

        await FluentActions.Awaiting(() => _stage.Mail.TestAsync(Owner, version)).Should().ThrowAsync<ChangedByOthers>();

        (await MailAsync()).TestedAt.Should().BeNull();
    }

    [Fact]
    public async Task The_password_is_kept_encrypted_for_the_site_alone_and_an_empty_field_keeps_it()
    {
        await using var server = SmtpServer.Start(new SmtpScript { User = "northwind" });
        var content = Cast.Mail(server.Port, user: "northwind");
        var version = await _stage.Mail.EditAsync(Owner, 0, content, server.Script.Password);
        version = await _stage.Mail.EditAsync(Owner, version, content with { FromName = "Northwind Studio" }, "");

        var kept = (await MailAsync()).ProtectedPassword;
        kept.Should().NotContain("Horse");
        _stage.Services.GetRequiredService<MailSecrets>().Unprotect(_stage.Harbor.SiteId, kept).Should().BeNull();
        (await _stage.Mail.TestAsync(Owner, version)).IsGood.Should().BeTrue();
        (await _stage.ReadAsync(db => db.Activity.Select(entry => entry.Detail).ToListAsync())).Should().NotContain(detail => detail.Contains("Horse"));
    }

    [Fact]
    public async Task A_password_whose_key_is_lost_is_asked_for_again()
    {
        await using var server = SmtpServer.Start(new SmtpScript { User = "northwind" });
        var version = await _stage.Mail.EditAsync(Owner, 0, Cast.Mail(server.Port, user: "northwind"), server.Script.Password);
        await _stage.ReadAsync(db => db.MailSettings.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.ProtectedPassword, "CfDJ8lost")));

        (await _stage.Mail.TestAsync(Owner, version)).Failure.Should().Be("The saved password cannot be read any more. Enter it again.");
        server.Connections.Should().Be(0);
    }

    [Fact]
    public async Task Two_owners_do_not_overwrite_each_other()
    {
        await _stage.Mail.EditAsync(Owner, 0, Cast.Mail(), null);
        await FluentActions.Awaiting(() => _stage.Mail.EditAsync(Owner, 0, Cast.Mail(26), null)).Should().ThrowAsync<ChangedByOthers>();
        (await MailAsync()).Port.Should().Be(25);
    }

    private Task<MailSettings> MailAsync() => _stage.ReadAsync(db => db.MailSettings.SingleAsync(mail => mail.SiteId == _stage.Northwind.SiteId));
}
