using System.Security.Cryptography.X509Certificates;
using FasterMoney.Domain.Messages;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using FasterMoney.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Mail;

/// <summary>Northwind with a sent invoice and its mail on, handed over to a server on a real socket. The clock stands; deliveries are asked for.</summary>
public sealed class OutboxStage : IAsyncDisposable
{
    private OutboxStage(Stage stage, SmtpServer server) => (Stage, Server) = (stage, server);

    public Stage Stage { get; }

    public SmtpServer Server { get; }

    public FakeTimeProvider Clock => Stage.Clock;

    public TestSite TestSite => Stage.Northwind;

    public Guid Invoice { get; private set; }

    public static async Task<OutboxStage> SetAsync(SmtpScript? script = null, DatabaseProvider provider = DatabaseProvider.Sqlite, MailContent? content = null)
    {
        var server = SmtpServer.Start(script);
        var trust = new MailTrust(new X509Certificate2Collection(server.Certificate));
        var set = new OutboxStage(await Stage.OnAsync(provider, services => services.AddSingleton(trust)), server);
        set.Invoice = await set.Stage.SentAsync(set.TestSite);
        await set.ConfigureAsync(content ?? Cast.Mail());
        return set;
    }

    /// <summary>With the server's port and, when it wants one, its user.</summary>
    public async Task ConfigureAsync(MailContent content)
    {
        var version = await Stage.ReadAsync(db => db.MailSettings.Where(mail => mail.SiteId == TestSite.SiteId).Select(mail => mail.Version).SingleOrDefaultAsync());
        content = content with { Port = Server.Port, User = Server.Script.User ?? "" };
        version = await Stage.Mail.EditAsync(TestSite.Owner, version, content, Server.Script.User is null ? null : Server.Script.Password);
        (await Stage.Mail.TestAsync(TestSite.Owner, version)).Failure.Should().BeNull();
        await Stage.Mail.TurnAsync(TestSite.Owner, true);
        Server.Commands.Clear();
    }

    public async Task<Guid> ApprovedAsync(MessageContent? content = null)
    {
        var id = await Stage.Messages.DraftAsync(TestSite.Admin, Invoice, MessageTemplate.Blank, content ?? Cast.Message());
        await ApproveAsync(id);
        return id;
    }

    public Task ApproveAsync(Guid id) => Stage.ApproveAsync(TestSite.Owner, id);

    /// <summary>Approved and in the outbox.</summary>
    public async Task<Guid> QueuedAsync(MessageContent? content = null)
    {
        var id = await ApprovedAsync(content);
        await SendAsync(id);
        return id;
    }

    public async Task SendAsync(Guid id) => await Stage.Outbox.SendAsync(TestSite.Admin, id, (await DraftAsync(id)).Version);

    public Task DeliverAsync(CancellationToken cancellationToken = default) => Stage.Services.GetRequiredService<Delivery>().DeliverDueAsync(cancellationToken);

    /// <summary>Approves and sends a message, and gives what the server got.</summary>
    public async Task<ReceivedMail> DeliveredAsync(MessageContent? content = null)
    {
        var id = await QueuedAsync(content);
        await DeliverAsync();
        (await RowAsync(id)).LastAnswer.Should().StartWith("250 ");
        return Server.Received.Should().ContainSingle().Subject;
    }

    /// <summary>A message of which nobody knows whether it was sent: the server fell silent after its last word.</summary>
    public async Task<Guid> UnknownAsync()
    {
        var id = await QueuedAsync();
        Server.At(SmtpStep.AfterDot, SmtpFault.Drop);
        await DeliverAsync();
        (await RowAsync(id)).State.Should().Be(OutboxState.Unknown);
        return id;
    }

    /// <summary>What refused the act; null when nothing did.</summary>
    public static async Task<Exception?> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (Exception refusal)
        {
            return refusal;
        }
    }

    public Task<MessageDraft> DraftAsync(Guid id) => Stage.MessageAsync(id);

    /// <summary>The message in the outbox.</summary>
    public Task<OutboxMessage> RowAsync(Guid id) => Stage.ReadAsync(db => db.Outbox.SingleAsync(message => message.DraftId == id));

    public async Task<(OutboxState Outbox, MessageState Draft)> StatesAsync(Guid id) => ((await RowAsync(id)).State, (await DraftAsync(id)).State);

    public async Task<string> UrlAsync() => (await Stage.UrlAsync(Invoice))!;

    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync();
        await Server.DisposeAsync();
    }
}
