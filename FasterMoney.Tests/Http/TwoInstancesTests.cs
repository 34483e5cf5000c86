using System.Net;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Mail;
using FasterMoney.Web.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Http;

/// <summary>Two instances behind a proxy: what one knows the other knows.</summary>
public sealed class TwoInstancesTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [PostgresFact]
    public async Task Who_signed_in_at_one_is_signed_in_at_the_other_and_goes_on_there_when_the_first_is_gone()
    {
        await using var two = await TwoInstances.StartAsync();
        var (atA, atB) = two.Browser();

        (await atA.SignInAsync(await two.AtA.EmailOfAsync(SiteRole.Admin))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await atB.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await atB.GetAsync("/money")).StatusCode.Should().Be(HttpStatusCode.OK);
        var begunAtA = await atA.OpenFormAsync("/account/logout");

        await two.A.DisposeAsync();
        (await atB.GetAsync("/money")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await (begunAtA with { Browser = atB }).PostAsync("/account/logout")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await atB.GetAsync("/account/password")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [PostgresFact]
    public async Task A_link_made_at_one_is_copied_at_the_other_and_a_preview_begun_at_one_goes_on_at_the_other()
    {
        await using var two = await TwoInstances.StartAsync();
        var invoice = await two.AtA.SentAsync();
        var url = await two.AtA.UrlAsync(invoice);
        (await two.AtB.UrlAsync(invoice)).Should().Be(url);

        var preview = new Uri(await two.AtA.Links.PreviewAsync(two.AtA.Person(SiteRole.Viewer), invoice));
        var (atA, atB) = two.Browser();
        var begun = await atB.GetAsync(preview.PathAndQuery);
        begun.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        begun.Headers.Contains("Set-Cookie").Should().BeTrue();
        (await atA.GetStringAsync(preview.AbsolutePath)).Should().Contain("Preview -");
        (await atA.GetAsync(preview.PathAndQuery)).Headers.Contains("Set-Cookie").Should().BeFalse("the code was used at the other instance");

        await two.A.DisposeAsync();
        (await atB.GetStringAsync(preview.AbsolutePath)).Should().Contain("Preview -");
    }

    [PostgresFact]
    public async Task What_somebody_does_at_one_is_told_to_the_open_screens_of_the_other_within_two_seconds()
    {
        await using var two = await TwoInstances.StartAsync();
        await ConnectedAsync(two);
        using var screen = new Screen(two.A, two.SiteId);
        using var elsewhere = new Screen(two.A, Guid.NewGuid());
        var invoice = await two.AtB.SentAsync();
        await screen.ToldAsync(Timeout.InfiniteTimeSpan);

        foreach (var act in (Func<Task>[])[
            () => two.AtB.Links.TurnOffAsync(two.AtB.Person(SiteRole.Admin), invoice),
            () => two.AtB.DraftAsync(),
            () => two.AtB.Links.TurnOnAsync(two.AtB.Person(SiteRole.Admin), invoice)])
        {
            screen.Forget();
            await act();
            await screen.ToldAsync(Soon);
        }

        elsewhere.IsTold.Should().BeFalse("nothing happened on that site");
    }

    [PostgresFact]
    public async Task Open_screens_read_everything_again_once_a_broken_connection_is_back()
    {
        await using var two = await TwoInstances.StartAsync();
        await ConnectedAsync(two);
        using var screen = new Screen(two.A, two.SiteId);

        var ended = await two.AtB.ReadAsync(db => db.Database.SqlQueryRaw<bool>($"SELECT pg_terminate_backend(pid) AS \"Value\" {Listening}").ToListAsync());

        ended.Should().Equal(true, true);
        await screen.ToldAsync(Timeout.InfiniteTimeSpan);
        screen.Forget();
        await two.AtB.DraftAsync();
        await screen.ToldAsync(Soon);
    }

    [PostgresFact]
    public async Task Two_outboxes_send_each_message_once()
    {
        await using var server = SmtpServer.Start();
        await using var two = await TwoInstances.StartAsync();
        await two.AtA.TurnMailOnAsync(server);
        var invoice = await two.AtA.SentAsync();
        var (admin, owner) = (two.AtA.Person(SiteRole.Admin), two.AtA.Person(SiteRole.Owner));
        var messages = new List<Guid>();
        for (var number = 0; number < 12; number++)
        {
            messages.Add(await two.AtA.Messages.DraftAsync(admin, invoice, MessageTemplate.Blank, Cast.Message() with { Subject = $"Message {number}" }));
            await two.AtA.ApproveAsync(owner, messages[^1]);
        }

        foreach (var (id, number) in messages.Select((id, number) => (id, number)))
        {
            var here = number % 2 == 0 ? two.AtA : two.AtB;
            await here.Outbox.SendAsync(admin, id, (await here.MessageAsync(id)).Version);
        }

        await Task.WhenAll(DeliverAsync(two.A), DeliverAsync(two.B), DeliverAsync(two.A), DeliverAsync(two.B));
        await Eventually.TrueAsync(async () => await two.AtB.ReadAsync(db => db.Outbox.CountAsync(message => message.State == OutboxState.Sent)) == messages.Count);

        server.Received.Should().HaveCount(messages.Count);
        (await two.AtB.ReadAsync(db => db.Messages.CountAsync(message => message.State == MessageState.Sent))).Should().Be(messages.Count);

        static Task DeliverAsync(FasterMoneyApp app) => app.Services.GetRequiredService<Delivery>().DeliverDueAsync(default);
    }

    [PostgresFact]
    public async Task Who_guesses_addresses_at_one_is_slowed_down_at_the_other_and_holders_of_a_link_are_not()
    {
        await using var two = await TwoInstances.StartAsync(Stage.NewClock());
        var page = new Uri(await two.AtA.UrlAsync(await two.AtA.SentAsync())).AbsolutePath;
        using var atA = two.A.Browser();
        using var atB = two.B.Browser();
        for (var tries = 0; tries < PortalMisses.MostEachMinute; tries++)
            (await atA.GetAsync($"/pay/{new string('x', 43)}")).StatusCode.Should().Be(HttpStatusCode.NotFound);

        var (asked, answer) = (0, HttpStatusCode.OK);
        await Eventually.TrueAsync(async () =>
        {
            answer = (await atB.GetAsync($"/pay/{new string('y', 43)}")).StatusCode;
            return ++asked == PortalMisses.MostEachMinute || answer == HttpStatusCode.TooManyRequests;
        });

        answer.Should().Be(HttpStatusCode.TooManyRequests);
        (await atB.GetAsync(page)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [PostgresFact]
    public async Task Guesses_at_a_password_count_together()
    {
        await using var two = await TwoInstances.StartAsync(Stage.NewClock());
        var email = await two.AtA.EmailOfAsync(SiteRole.Admin);
        var answers = new List<HttpStatusCode>();
        for (var tries = 0; tries < 8; tries++)
        {
            using var stranger = (tries % 2 == 0 ? two.A : two.B).Browser();
            answers.Add((await stranger.SignInAsync(email, "not the password")).StatusCode);
        }

        answers.Should().Contain(HttpStatusCode.TooManyRequests);
    }

    [PostgresFact]
    public async Task Openings_at_both_are_added_up()
    {
        await using var two = await TwoInstances.StartAsync();
        var invoice = await two.AtA.SentAsync();
        var page = new Uri(await two.AtA.UrlAsync(invoice)).AbsolutePath;
        using var atA = two.A.Browser();
        using var atB = two.B.Browser();
        for (var opening = 0; opening < 5; opening++)
            await Task.WhenAll(atA.SendAsync(Visitors.Browser(page)), atB.SendAsync(Visitors.Browser(page)));

        (await two.AtA.OpeningsAsync(invoice, PortalOpeningKind.Customer, least: 10)).Should().Be(10);
    }

    private const string Listening = $"FROM pg_stat_activity WHERE datname = current_database() AND application_name = '{ChangesElsewhere.ConnectionName}'";

    // Who has just begun to listen tells every screen to read again, which is no answer to what a test does.
    private static async Task ConnectedAsync(TwoInstances two)
    {
        foreach (var app in (FasterMoneyApp[])[two.A, two.B])
            await app.Services.GetRequiredService<ChangesElsewhere>().Listening.WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>An open screen of a site at one instance: told, it would read again.</summary>
    private sealed class Screen : IDisposable
    {
        private readonly IDisposable _subscription;
        private TaskCompletionSource _told = New();

        public Screen(FasterMoneyApp app, Guid siteId) =>
            _subscription = app.Services.GetRequiredService<SiteChanges>().Subscribe(siteId, () => _told.TrySetResult());

        public bool IsTold => _told.Task.IsCompleted;

        public void Forget() => _told = New();

        public Task ToldAsync(TimeSpan within) => _told.Task.WaitAsync(within == Timeout.InfiniteTimeSpan ? TimeSpan.FromSeconds(20) : within);

        public void Dispose() => _subscription.Dispose();

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
